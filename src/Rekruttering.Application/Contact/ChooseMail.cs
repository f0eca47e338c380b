using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Contact;

/// <summary>
/// The student says, by a personal link, what mail is unwanted (GDPR art. 21; RFC 8058 for the mail program's own button).
/// Holds from the next mail on: the sender looks again before each. The same choice twice is once.
/// </summary>
public sealed class ChooseMail(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>What a student can say no to alone.</summary>
    public static readonly IReadOnlyList<ReservationScope> Kinds =
        [ReservationScope.Jobs, ReservationScope.Lis1, ReservationScope.News, ReservationScope.Events];

    /// <summary>No campaigns and offers of any kind.</summary>
    public Task<Result> StopAllAsync(Student student, CancellationToken ct) =>
        ExecuteAsync(student, [.. Kinds.Where(student.HasReserved), ReservationScope.AllCampaigns], ct);

    /// <summary>
    /// No contact of any kind: the objection of GDPR art. 21, which needs no reason. Campaigns, offers and everything that waits stop.
    /// </summary>
    public async Task<Result> StopContactAsync(Student student, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(student);
        if (student.HasReserved(ReservationScope.NoContact))
            return Result.Ok;
        var now = clock.UtcNow();
        student.Reserve(ReservationScope.NoContact, byStudent: true, now);
        Note(student, TimelineKind.Reserved, $"Reserverte seg mot {StudentWords.Of(ReservationScope.NoContact)}.", now);
        await db.EndOffersAsync(student, now, byUserId: null, ct);
        return await SaveAsync(ct);
    }

    /// <summary>Takes the student's own "no contact" back. What the kommune has noted after a conversation, the kommune takes back.</summary>
    public Task<Result> AllowContactAsync(Student student, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(student);
        if (!student.Reservations.Any(r => r is { Scope: ReservationScope.NoContact, ByStudent: true }))
            return Task.FromResult(Result.Ok);
        student.LiftReservation(ReservationScope.NoContact);
        Note(student, TimelineKind.ReservationLifted, "Vil likevel kontaktes.", clock.UtcNow());
        return SaveAsync(ct);
    }

    /// <summary>
    /// Exactly these are unwanted from now on; "no contact" stays as it is.
    /// </summary>
    public async Task<Result> ExecuteAsync(Student student, IReadOnlyCollection<ReservationScope> unwanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(student);
        var now = clock.UtcNow();
        ReservationScope[] choices = [.. Kinds, ReservationScope.AllCampaigns];
        ReservationScope[] stopped = [.. choices.Where(c => unwanted.Contains(c) && !student.HasReserved(c))];
        ReservationScope[] lifted = [.. choices.Where(c => !unwanted.Contains(c) && student.HasReserved(c))];
        if (stopped.Length + lifted.Length == 0)
            return Result.Ok;
        foreach (var scope in stopped)
            student.Reserve(scope, byStudent: true, now);
        foreach (var scope in lifted)
            student.LiftReservation(scope);
        if (stopped.Length > 0)
            Note(student, TimelineKind.Reserved, $"Reserverte seg mot {Listed(stopped)}.", now);
        if (lifted.Length > 0)
            Note(student, TimelineKind.ReservationLifted, $"Vil likevel ha {Listed(lifted)}.", now);
        return await SaveAsync(ct);
    }

    private async Task<Result> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }
        catch (DbUpdateException twice) when (twice.IsUniqueViolation())
        {
            // The button and the mail program's own button at the same moment: the other has noted it.
            return Result.Ok;
        }
    }

    private void Note(Student student, TimelineKind kind, string summary, DateTime now) =>
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, kind, now, summary));

    private static string Listed(IEnumerable<ReservationScope> scopes) => string.Join(", ", scopes.Select(StudentWords.Of));
}
