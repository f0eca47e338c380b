using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Students;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Students;

/// <summary>Which columns the list shows to the one who asks; a reader too. The filter in the address is where one comes back to.</summary>
public sealed class ColumnsModel(AroundTheList around, CurrentStaff staff) : PageModel
{
    public StudentFilter Filter { get; private set; } = StudentFilter.Everyone;
    public IReadOnlyList<ListColumn> Chosen { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filter = StudentFilter.FromQuery(Request.QueryString.Value);
        Chosen = (await around.ReadAsync(staff.UserId, ct)).Columns;
    }

    public async Task<IActionResult> OnPostAsync(string[] kolonne, string? vanlige, [FromServices] ChooseColumns choose, CancellationToken ct)
    {
        await choose.ExecuteAsync(staff.UserId, vanlige is null ? kolonne : [], ct);
        return Redirect("/studenter" + StudentFilter.FromQuery(Request.QueryString.Value).ToQuery());
    }
}
