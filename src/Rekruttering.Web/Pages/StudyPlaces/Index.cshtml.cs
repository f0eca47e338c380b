using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Domain.Places;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.StudyPlaces;

/// <summary>A place that the kommune has added, and how many students are there.</summary>
public sealed record OwnPlaceRow(OwnStudyPlace Place, int Students);

/// <summary>A name that lists use, and the place it means.</summary>
public sealed record PlaceNameRow(StudyPlaceName Name, string Place);

/// <summary>The study places that the kommune has added to the shared list, and what its lists call places.</summary>
public sealed class IndexModel(RekrutteringDb db, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public NameInput Input { get; set; } = new();

    public IReadOnlyList<OwnPlaceRow> Own { get; private set; } = [];
    public IReadOnlyList<PlaceNameRow> Names { get; private set; } = [];
    public StudyPlaceList Places { get; private set; } = StudyPlaceList.Shared;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostNameAsync([FromServices] RememberStudyPlaceName remember, CancellationToken ct)
    {
        var result = await remember.ExecuteAsync(Input.Text, Input.PlaceCode, staff.UserId, ct);
        if (result.IsOk)
            return Said($"«{Input.Text!.Trim()}» er husket.{PlaceWords.Adopted(result.Value)}");
        await LoadAsync(ct);
        return this.Refused(result.Refusal);
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid name, [FromServices] ForgetStudyPlaceName forget, CancellationToken ct)
    {
        var result = await forget.ExecuteAsync(name, ct);
        if (result.IsOk)
            return Said($"«{result.Value}» er glemt. Studentene står der de står.");
        await LoadAsync(ct);
        return this.Refused(result.Refusal);
    }

    private RedirectResult Said(string what)
    {
        TempData.Say(what);
        return Redirect("/studenter/studiesteder");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        Places = await new ReadStudyPlaces(db).ReadAsync(ct);
        var own = await db.OwnStudyPlaces.AsNoTracking().OrderBy(p => p.NameKey).ToListAsync(ct);
        var codes = own.ConvertAll(p => p.Code);
        var counts = await db.Students.Where(s => codes.Contains(s.StudyPlaceCode!)).GroupBy(s => s.StudyPlaceCode!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Own = [.. own.Select(p => new OwnPlaceRow(p, counts.GetValueOrDefault(p.Code)))];
        Names = [.. (await db.StudyPlaceNames.AsNoTracking().OrderBy(n => n.Key).ToListAsync(ct)).Select(n => new PlaceNameRow(n, Places.Find(n.PlaceCode)?.FullName ?? "et sted som er borte"))];
    }

    public sealed class NameInput
    {
        public string? Text { get; set; }
        public string? PlaceCode { get; set; }
    }
}
