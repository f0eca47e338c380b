using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>One change for many students: what, whom it touches and whom not, and then it is done. The choice stands in the address.</summary>
public sealed class BulkModel(PreviewBulk preview, AroundTheList around, RekrutteringDb db, CurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public BulkInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "valgt")]
    public Guid[] Chosen { get; set; } = [];

    /// <summary>The fields of the kind have been filled in.</summary>
    [BindProperty(SupportsGet = true, Name = "vis")]
    public string? IsFilledIn { get; set; }

    private StudyPlaceList? _places;

    public StudentFilter Filter { get; private set; } = StudentFilter.Everyone;
    public int Count { get; private set; }
    public BulkPreview? Preview { get; private set; }
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];
    public BulkOrder Order => Input.For(Filter, Chosen) with { Places = _places };

    public static bool HasFields(BulkKind? kind) => kind is BulkKind.ContactPerson or BulkKind.Progression or BulkKind.AddTie;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => staff.MayChange ? await ShowAsync(null, ct) : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync([FromServices] ChangeManyStudents change, CancellationToken ct)
    {
        Filter = StudentFilter.FromQuery(Request.QueryString.Value);
        _places = await new ReadStudyPlaces(db).ReadAsync(ct);
        var result = await change.ExecuteAsync(Order, Input.Seal, staff.UserId, ct);
        if (!result.IsOk)
            return await ShowAsync(result.Refusal, ct);
        TempData.Say("Endringen er gjort.");
        return Redirect($"/studenter/endringer/{result.Value}");
    }

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        Filter = StudentFilter.FromQuery(Request.QueryString.Value);
        _places = await new ReadStudyPlaces(db).ReadAsync(ct);
        Colleagues = [.. (await around.ReadAsync(staff.UserId, ct)).Colleagues.Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        Count = await (Chosen.Length > 0 ? db.Students.Where(s => Chosen.Contains(s.Id)) : Filter.Apply(db, OsloTime.DateOf(clock.UtcNow()))).CountAsync(ct);
        if (Count == 0 || Input.Kind is null || (HasFields(Input.Kind) && IsFilledIn is null))
            return refusal is null ? Page() : this.Refused(refusal);
        var seen = await preview.ReadAsync(Order, ct);
        Preview = seen.Value;
        foreach (var field in new[] { nameof(Input.Words), nameof(Input.ContactName) }.Select(name => $"{nameof(Input)}.{name}").Where(ModelState.ContainsKey))
            ModelState.SetModelValue(field, new ValueProviderResult(StudentForm.Without(ModelState[field]!.AttemptedValue) ?? ""));
        return (refusal ?? seen.Refusal) is { } why ? this.Refused(why) : Page();
    }
}
