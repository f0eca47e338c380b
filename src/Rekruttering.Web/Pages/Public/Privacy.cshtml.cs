using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Web.Pages.Public;

/// <summary>
/// What GDPR art. 13 and 14 ask to be said, in plain words: for the kommune that is named (`?kommune=5007`), else in general.
/// What a kommune says of itself here is meant for all.
/// </summary>
public sealed class PrivacyModel(RekrutteringDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kommune")]
    public string? Number { get; set; }

    public string? KommuneName { get; private set; }
    public KommuneSettings? Settings { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // Read for anybody who asks, so outside the scope of whoever is signed in; nothing in it is about a person but its own officers.
        Settings = await db.KommuneSettings.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(s => s.KommuneNumber == Number, cancellationToken);
        KommuneName = Settings is null ? null : Kommuner.Find(Number)?.Name;
    }
}
