using Microsoft.EntityFrameworkCore;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>All that hangs on the students of a kommune, as text: whose it is and how it stands.</summary>
internal static class MergeSnapshots
{
    internal static Task<string> Of(RekrutteringApp app, GivenKommune kommune) => app.Look(async db =>
    {
        var n = kommune.Number;
        List<string> lines =
        [
            .. (await db.Students.Where(s => s.KommuneNumber == n).ToListAsync()).Select(s => $"student {s.Id} {s.Details} {s.Status} {s.InformedAt:O} {s.AddressDeadAt:O} {s.CreatedAt:O}"),
            .. (await db.Reservations.Where(r => r.KommuneNumber == n).ToListAsync()).Select(r => $"reservation {r.StudentId} {r.Scope} {r.ByStudent} {r.At:O}"),
            .. (await db.JobOffers.Where(o => o.KommuneNumber == n).ToListAsync()).Select(o => $"offer {o.Id} {o.StudentId} {o.Status} {o.Deadline:O} {o.StudentMessage} {o.Round} {o.AnsweredAt:O}"),
            .. (await db.Lis1Wishes.Include(w => w.Hospitals).Where(w => w.KommuneNumber == n).ToListAsync()).Select(w => $"wishes {w.Id} {w.StudentId} {w.Intake} {string.Join(',', w.Hospitals.OrderBy(h => h.Rank).Select(h => h.HospitalCode))}"),
            .. (await db.PersonalLinks.Where(l => l.KommuneNumber == n).ToListAsync()).Select(l => $"link {l.Hash} {l.StudentId} {l.OfferId}"),
            .. (await db.Inquiries.Where(i => i.KommuneNumber == n).ToListAsync()).Select(i => $"inquiry {i.Id} {i.StudentId} {i.OfferId} {i.Text}"),
            .. (await db.Messages.Where(m => m.KommuneNumber == n).ToListAsync()).Select(m => $"message {m.Id} {m.StudentId} {m.State}"),
            .. (await db.ImportRows.Where(r => r.KommuneNumber == n).ToListAsync()).Select(r => $"row {r.Id} {r.StudentId}"),
            .. (await db.TwoPersons.Where(p => p.KommuneNumber == n).ToListAsync()).Select(p => $"apart {p.FirstId} {p.SecondId}"),
            .. (await db.StudentAliases.Where(a => a.KommuneNumber == n).ToListAsync()).Select(a => $"alias {a.StudentId} {a.NameKey}"),
            .. (await db.Timeline.Where(e => e.KommuneNumber == n && e.Kind != Domain.Contact.TimelineKind.Merged && e.Kind != Domain.Contact.TimelineKind.MergeUndone).ToListAsync()).Select(e => $"line {e.Id} {e.StudentId} {e.Summary}"),
        ];
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    });
}
