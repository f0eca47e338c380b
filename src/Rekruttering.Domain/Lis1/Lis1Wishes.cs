using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Lis1;

/// <summary>
/// Where one student wants LIS1 in one intake, in order. It is what the student tells the kommune: there is no national
/// ranking, the helseforetak hire, and the kommune can recommend but never promise (domain facts 1.1, 1.5).
/// </summary>
public sealed class Lis1Wishes : IKommuneOwned, IVersioned
{
    /// <summary>More would be a list of everything.</summary>
    public const int MostHospitals = 10;

    /// <summary>Longest comment.</summary>
    public const int MostCharacters = 1000;

    private readonly List<Lis1Wish> _hospitals = [];

    private Lis1Wishes() { }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid StudentId { get; private set; }

    /// <summary>Spring is the start 1 March, autumn the start 1 September.</summary>
    public Term Intake { get; private set; }

    public DateTime StatedAt { get; private set; }
    public string? Comment { get; private set; }
    public int Version { get; set; } = 1;

    /// <summary>Ordered by rank, first wish first, when loaded through the register's queries.</summary>
    public IReadOnlyList<Lis1Wish> Hospitals => _hospitals;

    /// <summary>A first statement for an intake; <see cref="Restate"/> fills it.</summary>
    public static Lis1Wishes For(Student student, Term intake) =>
        new() { Id = Guid.CreateVersion7(), KommuneNumber = student.KommuneNumber, StudentId = student.Id, Intake = intake };

    /// <summary>Replaces the order. Codes must exist; each counts once and at least one is needed.</summary>
    /// <returns>True when something changed: stating the same again is no change.</returns>
    public Result<bool> Restate(IReadOnlyList<string> hospitalCodes, string? comment, DateTime now)
    {
        var codes = hospitalCodes.Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count == 0)
            return new NoHospitalChosen();
        if (codes.Count > MostHospitals)
            return new TooManyHospitals();
        var text = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        if (text == Comment && codes.SequenceEqual(_hospitals.OrderBy(w => w.Rank).Select(w => w.HospitalCode), StringComparer.Ordinal))
            return false;
        _hospitals.RemoveAll(w => w.Rank > codes.Count);
        for (var i = 0; i < codes.Count; i++)
        {
            var wish = _hospitals.Find(w => w.Rank == i + 1);
            if (wish is null)
                _hospitals.Add(new Lis1Wish(this, i + 1, codes[i]));
            else
                wish.HospitalCode = codes[i];
        }
        (StatedAt, Comment) = (now, text);
        return true;
    }
}

/// <summary>One hospital in the order.</summary>
public sealed class Lis1Wish : IKommuneOwned
{
    private Lis1Wish() { }

    internal Lis1Wish(Lis1Wishes list, int rank, string hospitalCode) =>
        (Id, ListId, KommuneNumber, Rank, HospitalCode) = (Guid.CreateVersion7(), list.Id, list.KommuneNumber, rank, hospitalCode);

    public Guid Id { get; private set; }
    public Guid ListId { get; private set; }
    public string KommuneNumber { get; private set; } = "";

    /// <summary>1 is the first wish.</summary>
    public int Rank { get; private set; }

    public string HospitalCode { get; internal set; } = "";
}

/// <summary>An empty list says nothing.</summary>
public sealed record NoHospitalChosen() : Refusal("Velg minst ett sykehus.");

/// <summary>A list of everything says nothing either.</summary>
public sealed record TooManyHospitals() : Refusal($"Velg høyst {Lis1Wishes.MostHospitals} sykehus.");
