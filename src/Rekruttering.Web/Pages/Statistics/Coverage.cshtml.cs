using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Statistics;

/// <summary>How many of the kommune's medical students the register knows.</summary>
public sealed class CoverageModel(CoverageReading reading, RekrutteringDb db, CurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "teller")]
    public string? Asked { get; set; }

    public IReadOnlyList<CoverageOfKommune> All { get; private set; } = [];
    public CoverageOfKommune? Shown { get; private set; }
    public int InRegister { get; private set; }
    public IReadOnlyList<CoverageStep> Steps { get; private set; } = [];
    public string ShareText { get; private set; } = "";

    /// <summary>A mail without an addressee, with the text to share in it.</summary>
    public string ShareMail => $"mailto:?subject={Uri.EscapeDataString($"Medisinstudenter fra {staff.KommuneName}")}&body={Uri.EscapeDataString(ShareText)}";

    public static string CodeOf(CountDefinition definition) => definition == CountDefinition.HomeAt16 ? "hjemkommune" : "adresse";

    public async Task OnGetAsync(CancellationToken ct)
    {
        All = await reading.ReadAsync(ct);
        Shown = All.FirstOrDefault(one => CodeOf(one.Definition) == Asked) ?? (All.Count > 0 ? All[0] : null);
        InRegister = await db.Students.CountAsync(s => s.Status == StudentStatus.Active, ct);
        if (Shown is null)
            return;
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        var contact = string.Join(" eller ", new[] { settings?.ReplyTo, settings?.Phone is { } phone ? $"ring {phone}" : null }.OfType<string>());
        ShareText = $"Studerer du medisin, og kommer du fra {staff.KommuneName}? Kommunen vil gjerne vite om deg, så du får høre om sommerjobb og LIS1 hjemme. {(contact.Length > 0 ? $"Skriv til {contact}." : "Ta kontakt med kommunen.")}";
        Steps = CoverageSteps.Of(Shown, staff.KommuneName, OsloTime.DateOf(clock.UtcNow()));
    }
}
