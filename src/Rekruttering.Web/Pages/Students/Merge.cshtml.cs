using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Students;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>Two students side by side: what is to stand, field by field.</summary>
public sealed class MergeModel(ReadMerge read, CurrentStaff staff) : PageModel
{
    public MergeView View { get; private set; } = null!;

    /// <summary>What was chosen, when the form is shown again.</summary>
    public Dictionary<string, MergeSide> Take { get; private set; } = [];

    /// <summary>The job that stands in the way.</summary>
    public Guid? Job { get; private set; }

    /// <summary>What either does not want mail about.</summary>
    public IReadOnlyList<string> Noes => [.. View.Kept.Reservations.Concat(View.Away.Reservations).Select(no => no.Scope).Distinct().Select(StudentWords.Of)];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid med, CancellationToken ct)
    {
        if (!await LoadAsync(id, med, ct))
            return NotFound();
        return staff.MayChange ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid med, int keptVersion, int awayVersion, Dictionary<string, MergeSide> take, [FromServices] MergeStudents merge, CancellationToken ct)
    {
        var result = await merge.ExecuteAsync(new(id, keptVersion, med, awayVersion, take), staff.UserId, ct);
        if (result.IsOk)
        {
            TempData.Say("De to er slått sammen. Det kan angres fra tidslinjen.");
            return Redirect($"/studenter/{id}");
        }
        Take = take;
        return await AgainAsync(id, med, result.Refusal, ct);
    }

    public async Task<IActionResult> OnPostApartAsync(Guid id, Guid med, [FromServices] MarkTwoPersons mark, CancellationToken ct)
    {
        if (await mark.ExecuteAsync(id, med, staff.UserId, ct) is { IsOk: false } refused)
            return await AgainAsync(id, med, refused.Refusal, ct);
        TempData.Say("De to vises ikke som par igjen.");
        return Redirect("/studenter/like");
    }

    /// <summary>"aktiv, lagt inn 3. februar 2026, 12 hendelser, 2 tilbud".</summary>
    public string About(Student student, MergeWeight weight)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(weight);
        (int Count, string One, string Many)[] parts = [(weight.Events, "hendelse", "hendelser"), (weight.Mails, "e-post", "e-poster"), (weight.Offers, "tilbud", "tilbud"), (weight.Wishes, "LIS1-ønske", "LIS1-ønsker"), (weight.Questions, "spørsmål", "spørsmål")];
        return string.Join(", ", parts.Where(p => p.Count > 0).Select(p => $"{p.Count} {(p.Count == 1 ? p.One : p.Many)}")
            .Prepend($"{(student.Status == StudentStatus.Archived ? "arkivert" : "aktiv")}, lagt inn {OsloTime.DateOf(student.CreatedAt):d. MMMM yyyy}"));
    }

    private async Task<IActionResult> AgainAsync(Guid id, Guid med, Refusal refusal, CancellationToken ct)
    {
        Job = (refusal as BothHaveTheJob)?.JobId;
        return await LoadAsync(id, med, ct) ? this.Refused(refusal) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, Guid med, CancellationToken ct)
    {
        if (await read.ReadAsync(id, med, ct) is not { } view)
            return false;
        View = view;
        return true;
    }
}
