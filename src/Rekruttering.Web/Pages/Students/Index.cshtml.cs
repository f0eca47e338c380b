using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Infrastructure.Extracts;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>The register as a list of people. The filter, the order and the page stand in the address.</summary>
public sealed class IndexModel(StudentList list, AroundTheList around, CurrentStaff staff, TimeProvider clock) : PageModel
{
    public StudentFilter Filter { get; private set; } = StudentFilter.Everyone;
    public StudentOrder Order { get; private set; }
    public StudentListPage List { get; private set; } = null!;

    public ListSurroundings Around { get; private set; } = null!;

    /// <summary>The jobs that students may be chosen for here and now.</summary>
    public IReadOnlyList<OfferableJob> OpenJobs => staff.MayChange && Filter.Status != StatusFilter.Archived ? Around.OpenJobs : [];

    /// <summary>Oslo's wall clock.</summary>
    public DateTime Now => OsloTime.FromUtc(clock.UtcNow());

    /// <summary>Whether one of the rarer filters is in use, so that they are shown.</summary>
    public bool ShowsMore => Filter.StudyPlace is not null || Filter.Reservation is not null || Filter.Status != StatusFilter.Active
        || Filter.HomeKommune is not null || Filter.Tie is not null || Filter.ContactPerson is not null || Filter.Progression is not null || Filter.LicensedOn is not null || Filter.CountedOn is not null;

    /// <summary>The list with another filter, in the same order.</summary>
    public string AddressOf(StudentFilter filter) => "/studenter" + (Order == default ? filter.ToQuery() : QueryHelpers.AddQueryString(filter.ToQuery(), "sortering", Order.ToString()));

    /// <summary>Where the form that takes this list out is sent.</summary>
    public string ExportAddress => QueryHelpers.AddQueryString(AddressOf(Filter), "handler", "Export");

    public async Task<IActionResult> OnPostExportAsync(string? sortering, string? format, string? hva, [FromServices] ExportStudents export, CancellationToken ct)
    {
        var kind = format == "csv" ? SheetFormat.Csv : SheetFormat.Xlsx;
        var shown = hva == "alt" ? null : (await around.ReadAsync(staff.UserId, ct)).Columns;
        var sheet = await export.ExecuteAsync(StudentFilter.FromQuery(Request.QueryString.Value), StudentOrder.Parse(sortering), kind, staff.UserId, shown, ct);
        var file = new MemoryStream();
        await SheetFile.WriteAsync(file, kind, sheet, ct);
        file.Position = 0;
        return File(file, SheetFile.ContentType(kind), $"studenter-{OsloTime.DateOf(clock.UtcNow()):yyyy-MM-dd}.{(kind == SheetFormat.Csv ? "csv" : "xlsx")}");
    }

    public async Task<IActionResult> OnGetAsync(string? sortering, int side, CancellationToken ct)
    {
        Filter = StudentFilter.FromQuery(Request.QueryString.Value);
        Order = StudentOrder.Parse(sortering);
        var search = Request.Query["sok"].ToString();
        if (NationalId.Scrub(search) != search)
        {
            TempData.Say("Søk på navn i stedet. Fødselsnummer står ikke i registeret, og vi har tatt det bort.", "warning");
            return Redirect(AddressOf(Filter.Search == NationalId.Removed ? Filter with { Search = null } : Filter));
        }
        // A form sends its empty fields too; the address that is shared holds only what was asked for.
        if (Request.Query.Any(q => q.Value.All(string.IsNullOrWhiteSpace)))
            return Redirect(AddressOf(Filter));
        Around = await around.ReadAsync(staff.UserId, ct);
        List = await list.ReadAsync(Filter, Order, side, Around.Columns, ct);
        return Page();
    }
}
