using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>Notes what a student has told the kommune not to send. Twice is once.</summary>
public sealed class ReserveStudent(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Holds from the next mail on: one that is already with the mail server cannot be called back.</summary>
    public async Task<Result> ExecuteAsync(Guid studentId, ReservationScope scope, Guid byUserId, CancellationToken ct = default)
    {
        if (!Enum.IsDefined(scope))
            return InvalidInput.In("Scope", "Velg hva studenten ikke vil ha.");
        if (await db.Students.Include(s => s.Reservations).SingleOrDefaultAsync(s => s.Id == studentId, ct) is not { } student)
            return new NotFound();
        if (student.HasReserved(scope))
            return Result.Ok;
        var now = clock.UtcNow();
        student.Reserve(scope, byStudent: false, now);
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Reserved, now, $"Reservert mot {StudentWords.Of(scope)}, notert av kommunen", actorId: byUserId));
        if (scope == ReservationScope.NoContact)
            await db.EndOffersAsync(student, now, byUserId, ct);
        return await db.SaveOrRefuseAsync(ct);
    }
}

/// <summary>Takes a reservation back because the student has asked for it; the timeline keeps how the kommune knows.</summary>
public sealed class LiftReservation(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused without a reason: only the student decides, so how the student said it must stand on the card.</summary>
    public async Task<Result> ExecuteAsync(Guid studentId, ReservationScope scope, string? why, Guid byUserId, CancellationToken ct = default)
    {
        if (await db.Students.Include(s => s.Reservations).SingleOrDefaultAsync(s => s.Id == studentId, ct) is not { } student || !student.HasReserved(scope))
            return new NotFound();
        if (StudentForm.Without(why) != why)
            return new NationalIdTyped();
        if (string.IsNullOrWhiteSpace(why))
            return new InvalidInput(nameof(why), "Skriv hvordan studenten ba om å få slike e-poster igjen.");
        var now = clock.UtcNow();
        student.LiftReservation(scope);
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.ReservationLifted, now, $"Reservasjon mot {StudentWords.Of(scope)} opphevet", why.Trim(), byUserId));
        return await db.SaveOrRefuseAsync(ct);
    }
}
