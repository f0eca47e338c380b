using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Answer;

/// <summary>
/// A page that a personal link opens. Opening changes nothing. A link that does not hold, for whatever reason, is the same 404 in the
/// student's own frame. The language is that of the mail, or what `?sprak=` says; no cookie remembers it. Its forms carry no anti-forgery token: nobody
/// is signed in who could be made to send one, the secret in the address is the authority, and a phone that has forgotten the token's cookie would
/// lose the answer.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class PersonalPage(OpenPersonalLink open, RekrutteringDb db) : PageModel
{
    /// <summary>Null when the link does not hold.</summary>
    public OpenedLink? Link { get; private set; }

    public WrittenForm Form { get; private set; }
    public CommonWords Common => CommonWords.In(Form);
    public string KommuneName { get; private set; } = "";
    public KommuneSettings? Settings { get; private set; }
    public string ContactName => Settings?.SenderName ?? KommuneName;
    protected RekrutteringDb Db => db;
    protected string Token => RouteData.Values["token"]?.ToString() ?? "";

    /// <summary>Opens the link and hands the frame to the layout. False: return <see cref="Unknown"/>.</summary>
    protected async Task<bool> OpenAsync(CancellationToken ct)
    {
        Link = await open.ExecuteAsync(Token, ct);
        Form = Asked ?? Link?.Student.WrittenForm ?? WrittenForm.Bokmaal;
        if (Link is null)
        {
            ViewData.ShowAs(new StudentShell("Rekruttering", null, Form));
            return false;
        }
        Settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        KommuneName = Application.Outbox.MailFrames.NameOf(Link.Link.KommuneNumber);
        ViewData.ShowAs(new StudentShell(KommuneName, Settings?.SenderName, Form) { KommuneNumber = Link.Link.KommuneNumber, Links = [.. Links()] });
        return true;
    }

    /// <summary>Unknown, malformed, expired: one answer for all.</summary>
    protected IActionResult Unknown()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    /// <summary>One of the student's own pages, in the language that is read now.</summary>
    public string To(string page, string? part = null) =>
        $"/{page}/{Token}{(part is null ? "" : "/" + part)}{(Asked is { } form ? $"?sprak={Application.Outbox.WrittenForms.Code(form)}" : "")}";

    private IEnumerable<(string Text, string Href)> Links()
    {
        if (Link!.Link.OfferId is not null)
            yield return (Common.MyAnswer, To("svar"));
        yield return (Common.Lis1, To("lis1"));
        yield return (Common.AboutMe, To("mine-opplysninger"));
        yield return (Common.Stop, To("avmelding"));
    }

    private WrittenForm? Asked => Request.Asked();
}
