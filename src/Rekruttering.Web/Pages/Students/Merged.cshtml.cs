using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>A merge: what it changed and moved, and the way back.</summary>
public sealed class MergedModel(RekrutteringDb db, CurrentStaff staff) : PageModel
{
    public StudentMerge Merge { get; private set; } = null!;
    public Student Kept { get; private set; } = null!;
    public string? By { get; private set; }
    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];
    public string MovedSentence { get; private set; } = "";
    public int LeftOut { get; private set; }

    /// <summary>Offers that ended with the merge.</summary>
    public int Ended { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, bool areTwoPersons, [FromServices] UndoMerge undo, CancellationToken ct)
    {
        var result = await undo.ExecuteAsync(id, areTwoPersons, staff.UserId, ct);
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say($"Sammenslåingen er angret. {Merge.AwayName} står i registeret igjen.");
        return Redirect($"/studenter/{Merge.AwayId}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.StudentMerges.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } merge)
            return false;
        (Merge, Kept) = (merge, await db.Students.AsNoTracking().SingleAsync(s => s.Id == merge.KeptId, ct));
        var ledger = MergeLedger.Of(merge);
        var users = new[] { merge.ById, ledger.Before?.ContactPersonId, ledger.After?.ContactPersonId }.OfType<Guid>().ToList();
        var names = await db.Users.Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName == "" ? u.Email : u.DisplayName, ct);
        By = names.GetValueOrDefault(merge.ById);
        if (ledger is { Before: { } before, After: { } after })
            Changes = StudentChanges.Between(before, after, who => names.GetValueOrDefault(who));
        (MovedSentence, LeftOut, Ended) = (Sentence(ledger.Moved), ledger.LeftOut, ledger.Ended.Count);
        return true;
    }

    private static string Sentence(MovedRows moved)
    {
        (int Count, string One, string Many)[] parts = [(moved.Timeline.Count, "hendelse", "hendelser"), (moved.Messages.Count, "e-post", "e-poster"), (moved.Offers.Count, "tilbud", "tilbud"), (moved.Inquiries.Count, "spørsmål", "spørsmål"), (moved.Wishes.Count, "LIS1-ønske", "LIS1-ønsker"), (moved.Links.Count, "lenke", "lenker")];
        var some = parts.Where(p => p.Count > 0).Select(p => $"{p.Count} {(p.Count == 1 ? p.One : p.Many)}").ToList();
        return some.Count == 0 ? "bare opplysningene." : string.Join(", ", some) + ".";
    }
}
