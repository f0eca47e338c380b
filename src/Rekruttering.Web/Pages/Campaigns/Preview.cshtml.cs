using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>A campaign's mail as one student would get it; stands in a frame.</summary>
public sealed class PreviewModel(RekrutteringDb db, PreviewMail preview) : PageModel
{
    public MailPreview? Preview { get; private set; }
    public Refusal? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? student, string? finn, [FromQuery(Name = "form")] WrittenForm? written, CancellationToken ct)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
            return NotFound();
        var text = await db.TextOf(campaign).SingleAsync(ct);
        var result = await preview.ExecuteAsync(text.Content, text.Topic, student, finn, written, ct);
        (Preview, Fault) = (result.Value, result.Refusal);
        return Page();
    }
}
