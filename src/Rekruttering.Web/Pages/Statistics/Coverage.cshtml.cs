using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Application.Places;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Statistics;

/// <summary>How many of the kommune's medical students the register knows.</summary>
public sealed class CoverageModel(CoverageReading reading, RekrutteringDb db, PublicAddress address, CurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "teller")]
    public string? Asked { get; set; }

    public IReadOnlyList<CoverageOfKommune> All { get; private set; } = [];
    public CoverageOfKommune? Shown { get; private set; }
    public int InRegister { get; private set; }
    public IReadOnlyList<CoverageStep> Steps { get; private set; } = [];

    /// <summary>To share with students.</summary>
    public ShareText Text { get; private set; } = null!;

    public static string CodeOf(CountDefinition definition) => definition == CountDefinition.HomeAt16 ? "hjemkommune" : "adresse";

    public async Task OnGetAsync(CancellationToken ct)
    {
        All = await reading.ReadAsync(ct);
        Shown = All.FirstOrDefault(one => CodeOf(one.Definition) == Asked) ?? (All.Count > 0 ? All[0] : null);
        InRegister = await db.Students.CountAsync(s => s.Status == StudentStatus.Active, ct);
        if (Shown is null)
            return;
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        Text = settings is { SignUpsAreOpen: true }
            ? ShareText.ToStudents(staff.KommuneName, address.Of(Kommuner.Find(staff.KommuneNumber)!.SignUpPath))
            : ShareText.WithoutLink(staff.KommuneName, settings?.ReplyTo, settings?.Phone);
        Steps = CoverageSteps.Of(Shown, staff.KommuneName, await new ReadStudyPlaces(db).ReadAsync(ct), OsloTime.DateOf(clock.UtcNow()), settings is { SignUpsAreOpen: true });
    }
}
