using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Duplicates;

/// <summary>Somebody has looked, and said that two students who look alike are two persons. They are not shown as a pair again.</summary>
public sealed class TwoPersons : IKommuneOwned
{
    private TwoPersons() { }

    /// <summary>The order of the two does not matter: one pair has one row.</summary>
    public TwoPersons(string kommuneNumber, Guid one, Guid other, Guid? byUserId, DateTime now)
    {
        (Id, KommuneNumber, ById, At) = (Guid.CreateVersion7(), kommuneNumber, byUserId, now);
        (FirstId, SecondId) = Ordered(one, other);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid FirstId { get; private set; }
    public Guid SecondId { get; private set; }
    public Guid? ById { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>The pair as it is stored.</summary>
    public static (Guid First, Guid Second) Ordered(Guid one, Guid other) => one.CompareTo(other) <= 0 ? (one, other) : (other, one);

    /// <summary>The other of the two.</summary>
    public Guid Beside(Guid one) => FirstId == one ? SecondId : FirstId;
}
