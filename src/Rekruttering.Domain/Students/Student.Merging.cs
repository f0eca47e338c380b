namespace Rekruttering.Domain.Students;

/// <summary>Two rows of one person become one, and two again.</summary>
public sealed partial class Student
{
    /// <summary>
    /// Takes over from another row of the same person: every no to mail of either holds, and whoever was told by one has been told.
    /// </summary>
    /// <param name="other">The row that goes, with its reservations.</param>
    /// <param name="chosen">The details, chosen field by field from the two.</param>
    public void TakeOver(Student other, StudentDetails chosen, DateTime now)
    {
        var key = KeyOf(chosen.Email);
        AddressDeadAt = (key == EmailKey ? AddressDeadAt : null) ?? (key == other.EmailKey ? other.AddressDeadAt : null);
        if (chosen != Details)
            Set(chosen, now);
        InformedAt = InformedAt < other.InformedAt ? InformedAt : other.InformedAt ?? InformedAt;
        foreach (var no in other._reservations.Where(no => !HasReserved(no.Scope)))
            _reservations.Add(new Reservation(this, no.Scope, no.ByStudent, no.At));
    }

    /// <summary>What became of an address while another row had it is known of it here too.</summary>
    public void LearnOfAddress(Student other)
    {
        if (EmailKey is not null && EmailKey == other.EmailKey)
            AddressDeadAt = other.AddressDeadAt;
    }

    /// <summary>The mail that told what is stored went to the other, who has been told now; this one has not.</summary>
    public void LeaveInformed(Student other)
    {
        if (InformedAt is { } at)
            other.MarkInformed(at);
        InformedAt = null;
    }

    /// <summary>The row of which this one took over is back, and so is what it brought, unless something else was learned meanwhile.</summary>
    /// <param name="details">The details as they are to be.</param>
    /// <param name="informed">When the student was told: before the merge, and as the merge left it.</param>
    /// <param name="deadAt">Whether the address that stood before the merge was dead.</param>
    /// <param name="reservations">Those that came with the merge.</param>
    public void GiveBack(StudentDetails details, (DateTime? Before, DateTime? After) informed, DateTime? deadAt, IReadOnlyCollection<Guid> reservations, DateTime now)
    {
        var changesAddress = !string.Equals(EmailKey, KeyOf(details.Email), StringComparison.Ordinal);
        Update(details, now);
        if (changesAddress)
            AddressDeadAt = deadAt;
        if (InformedAt == informed.After)
            InformedAt = informed.Before;
        _reservations.RemoveAll(no => reservations.Contains(no.Id));
    }
}
