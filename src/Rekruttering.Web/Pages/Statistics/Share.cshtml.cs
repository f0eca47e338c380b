using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Places;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Statistics;

/// <summary>The link by which students sign up, and what to write to those who know them.</summary>
public sealed class ShareModel(RekrutteringDb db, PublicAddress address, CurrentStaff staff) : PageModel
{
    public bool IsOpen { get; private set; }
    public string Link => address.Of(Kommuner.Find(staff.KommuneNumber)!.SignUpPath);
    public IReadOnlyList<ShareText> Texts => ShareText.All(staff.KommuneName, MailFrames.NameOf(staff.KommuneNumber!), Link);

    public async Task OnGetAsync(CancellationToken ct) => IsOpen = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct) is { SignUpsAreOpen: true };

    /// <summary>The QR code as a file, for a poster.</summary>
    public FileContentResult OnGetPicture() => File(Encoding.UTF8.GetBytes(new QrPicture(Link, "").File()), "image/svg+xml", "pamelding-qr.svg");
}
