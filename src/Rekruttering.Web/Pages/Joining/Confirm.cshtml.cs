using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Application.Students.Joining;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Joining;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Joining;

/// <summary>What the link in the mail opens: to look it over and say yes, or that it was somebody else. Opening changes nothing. The secret in the address is the authority, and no cookie is asked for.</summary>
[IgnoreAntiforgeryToken]
public sealed class ConfirmModel(OpenSignUp open, RekrutteringDb db) : PageModel
{
    /// <summary>Null when the link does not hold.</summary>
    public SignUp? SignUp { get; private set; }

    public WrittenForm Form { get; private set; }
    public JoinWords Words => JoinWords.In(Form);
    public string KommuneName { get; private set; } = "";
    public string ContactName { get; private set; } = "";

    /// <summary>What was typed; null when it is confirmed.</summary>
    public StudentDetails? Typed { get; private set; }

    /// <summary>It was somebody else, and what was typed is deleted.</summary>
    public bool IsDeleted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => await OpenAsync(token, ct) ? Page() : Unknown();

    public async Task<IActionResult> OnPostAsync(string token, [FromServices] ConfirmSignUp confirm, CancellationToken ct)
    {
        if (!await OpenAsync(token, ct))
            return Unknown();
        db.ChangeTracker.Clear();
        var done = await confirm.ExecuteAsync(token, ct);
        var language = $"?sprak={Shared.WrittenForms.Code(Form)}";
        if (!done.IsOk)
            TempData.Say(Words.TryAgain, "warning");
        else if (done.Value.OwnPages is { } secret)
        {
            TempData.Say(Words.WasHere);
            return Redirect($"/mine-opplysninger/{secret}{language}");
        }
        return Redirect($"/bekreft/{token}{language}");
    }

    public async Task<IActionResult> OnPostNotMeAsync(string token, [FromServices] ForgetSignUps forget, CancellationToken ct)
    {
        if (!await OpenAsync(token, ct))
            return Unknown();
        await forget.DeclineAsync(token, ct);
        IsDeleted = true;
        return Page();
    }

    private async Task<bool> OpenAsync(string token, CancellationToken ct)
    {
        SignUp = await open.ReadAsync(token, ct);
        Form = Request.Asked() ?? SignUp?.WrittenForm ?? WrittenForm.Bokmaal;
        if (SignUp is null)
        {
            ViewData.ShowAs(new StudentShell("Rekruttering", null, Form));
            return false;
        }
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        (KommuneName, ContactName) = (MailFrames.NameOf(SignUp.KommuneNumber), settings?.SenderName ?? MailFrames.NameOf(SignUp.KommuneNumber));
        ViewData.ShowAs(new StudentShell(KommuneName, settings?.SenderName, Form) { KommuneNumber = SignUp.KommuneNumber });
        Typed = SignUpDetails.Of(SignUp);
        return true;
    }

    private PageResult Unknown()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
