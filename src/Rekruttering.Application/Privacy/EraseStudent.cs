using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Application.Privacy;

/// <summary>What an erasure would take and what would stay, in numbers.</summary>
/// <param name="Goes">What is gone for good, in words with how many.</param>
/// <param name="Stays">Campaign mails that stay as numbers in their reports, without name, address or text.</param>
public sealed record ErasurePreview(Guid StudentId, string Name, IReadOnlyList<string> Goes, int Stays)
{
    /// <summary>The id alone.</summary>
    public override string ToString() => $"student {StudentId}";
}

/// <summary>
/// Erases a person (GDPR art. 17): the row with all that hangs on it, the words of every mail, also in its file where one was written, and every other trace (<see cref="ErasedTraces"/>). Campaign
/// rows stay as numbers, so that a report still adds up; keyed hashes of address, telephone and name stay, so that a list does not bring her back.
/// </summary>
public sealed class EraseStudent(RekrutteringDb db, ErasureSeal seal, IOptions<MailOptions> mail, TimeProvider clock)
{
    private const string Nothing = "[]";

    /// <summary>Null when there is no such student.</summary>
    public async Task<ErasurePreview?> ReadAsync(Guid studentId, CancellationToken cancellationToken = default)
    {
        if (await db.Students.AsNoTracking().SingleOrDefaultAsync(s => s.Id == studentId, cancellationToken) is not { } student)
            return null;
        var rows = await ErasedTraces.OfAsync(db, student, OsloTime.DateOf(clock.UtcNow()), cancellationToken);
        (string One, string Many, int Count)[] goes =
        [
            ("hendelse på tidslinjen", "hendelser på tidslinjen", await db.Timeline.CountAsync(e => e.StudentId == studentId, cancellationToken)),
            ("e-post med tekst", "e-poster med tekst", await db.Messages.CountAsync(m => m.StudentId == studentId && m.Text != null, cancellationToken)),
            ("tilbud om jobb", "tilbud om jobb", await db.JobOffers.CountAsync(o => o.StudentId == studentId, cancellationToken)),
            ("spørsmål", "spørsmål og svar", await db.Inquiries.CountAsync(i => i.StudentId == studentId, cancellationToken)),
            ("ønske om LIS1", "ønsker om LIS1", await db.Lis1Wishes.CountAsync(w => w.StudentId == studentId, cancellationToken)),
            ("reservasjon", "reservasjoner", await db.Reservations.CountAsync(r => r.StudentId == studentId, cancellationToken)),
            ("rad i importerte lister", "rader i importerte lister", await (await rows.RowsAsync(cancellationToken)).CountAsync(cancellationToken)),
        ];
        var stays = await Campaigns(studentId).CountAsync(cancellationToken);
        return new ErasurePreview(student.Id, student.FullName, [.. goes.Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {(kind.Count == 1 ? kind.One : kind.Many)}")], stays);
    }

    /// <summary>All or nothing. Cannot be undone.</summary>
    public async Task<Result> ExecuteAsync(Guid studentId, Guid byUserId, CancellationToken cancellationToken = default)
    {
        if (await db.Students.SingleOrDefaultAsync(s => s.Id == studentId, cancellationToken) is not { } student)
            return new NotFound();
        var now = clock.UtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var traces = await ErasedTraces.OfAsync(db, student, OsloTime.DateOf(now), cancellationToken);
        var hers = db.SignUps.Where(s => traces.Addresses.Contains(s.EmailKey));
        var files = await db.Messages.Where(m => m.StudentId == studentId || (m.Kind == MessageKind.SignUp && hers.Any(s => s.Id == m.SubjectId))).Select(m => m.Id).ToListAsync(cancellationToken);
        await (await traces.RowsAsync(cancellationToken)).ExecuteUpdateAsync(row => row
            .SetProperty(r => r.Cells, Nothing).SetProperty(r => r.Changes, Nothing).SetProperty(r => r.Warnings, Nothing)
            .SetProperty(r => r.Who, "").SetProperty(r => r.Question, (string?)null).SetProperty(r => r.UnknownPlace, (string?)null).SetProperty(r => r.Before, (string?)null).SetProperty(r => r.After, (string?)null).SetProperty(r => r.Answer, (string?)null)
            .SetProperty(r => r.Reason, "Personen er slettet.").SetProperty(r => r.StudentId, (Guid?)null), cancellationToken);
        // Nobody is left to ask whether these arrived, or to send them to again: they count as delivered, also when the answer comes later.
        await Campaigns(studentId).Where(m => m.State == MessageState.Uncertain || m.State == MessageState.HandedOver)
            .ExecuteUpdateAsync(row => row.SetProperty(m => m.State, MessageState.Sent).SetProperty(m => m.SettledAt, now)
                .SetProperty(m => m.ClaimedBy, (string?)null).SetProperty(m => m.ClaimedUntil, (DateTime?)null), cancellationToken);
        await Campaigns(studentId).Where(m => m.State == MessageState.Ready || m.State == MessageState.Deferred || m.State == MessageState.Claimed)
            .ExecuteUpdateAsync(row => row.SetProperty(m => m.State, MessageState.Cancelled).SetProperty(m => m.SettledAt, now)
                .SetProperty(m => m.ClaimedBy, (string?)null).SetProperty(m => m.ClaimedUntil, (DateTime?)null), cancellationToken);
        await Campaigns(studentId).ExecuteUpdateAsync(row => row
            .SetProperty(m => m.StudentId, (Guid?)null).SetProperty(m => m.ToAddress, (string?)null).SetProperty(m => m.Subject, (string?)null)
            .SetProperty(m => m.Text, (string?)null).SetProperty(m => m.Line, "").SetProperty(m => m.ServerAnswer, (string?)null).SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
        await traces.CleanAsync(cancellationToken);
        // A list may still have what she was known by before an edit or a merge, and a merge that was taken back still names her.
        for (var i = 0; i < Math.Max(1, Math.Max(traces.Addresses.Count, Math.Max(traces.Phones.Count, traces.NameKeys.Count))); i++)
            db.Erasures.Add(new Erasure(student.KommuneNumber, seal.Of(student.KommuneNumber, traces.Addresses.ElementAtOrDefault(i)),
                seal.OfPhone(student.KommuneNumber, traces.Phones.ElementAtOrDefault(i)), seal.OfName(student.KommuneNumber, traces.NameKeys.ElementAtOrDefault(i)), byUserId, now));
        await ForgetSignUpsAsync(hers, cancellationToken);
        await db.StudentMerges.Where(m => m.AwayId == studentId).ExecuteDeleteAsync(cancellationToken);
        db.Students.Remove(student);
        var saved = await db.SaveOrRefuseAsync(cancellationToken);
        if (!saved.IsOk)
            return saved;
        await transaction.CommitAsync(cancellationToken);
        // Mails that were written while no mail server was set up.
        foreach (var file in files.ConvertAll(mail.Value.FileOf).Where(File.Exists))
            File.Delete(file);
        return saved;
    }

    // What she signed up with a few days ago, and the mail that asked her to confirm it.
    private async Task ForgetSignUpsAsync(IQueryable<SignUp> hers, CancellationToken cancellationToken)
    {
        await db.Messages.Where(m => m.Kind == MessageKind.SignUp && hers.Any(s => s.Id == m.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        await hers.ExecuteDeleteAsync(cancellationToken);
    }

    private IQueryable<Message> Campaigns(Guid studentId) => db.Messages.Where(m => m.StudentId == studentId && m.Kind == MessageKind.Campaign);
}
