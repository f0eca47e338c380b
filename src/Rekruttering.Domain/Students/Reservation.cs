using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students;

/// <summary>One thing a student does not want. An import never touches it.</summary>
public sealed class Reservation : IKommuneOwned
{
    private Reservation() { }

    internal Reservation(Student student, ReservationScope scope, bool byStudent, DateTime now)
    {
        (Id, StudentId, KommuneNumber) = (Guid.CreateVersion7(), student.Id, student.KommuneNumber);
        (Scope, ByStudent, At) = (scope, byStudent, now);
    }

    public Guid Id { get; private set; }
    public Guid StudentId { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public ReservationScope Scope { get; private set; }

    /// <summary>True when the student said so by a link; false when the kommune noted it.</summary>
    public bool ByStudent { get; private set; }

    public DateTime At { get; private set; }
}
