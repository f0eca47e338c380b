using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Outbox;
using Rekruttering.Application.Students.Joining;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Joining;

/// <summary>A kommune's open page, on which a medical student says who she is. Nothing is stored in the register before she has confirmed by mail. Nobody is signed in, so the form carries no anti-forgery token, and needs no cookie.</summary>
[IgnoreAntiforgeryToken]
public sealed class SignUpModel(OpenSignUpPage open, TakeSignUp take, PublicAddress address, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SignUpForm Input { get; set; } = new();

    /// <summary>Null when the page is closed, or there is no such kommune.</summary>
    public SignUpPage? Opened { get; private set; }

    /// <summary>The answer to everybody who has sent the form.</summary>
    public bool IsSent { get; private set; }

    public WrittenForm Form { get; private set; }
    public JoinWords Words => JoinWords.In(Form);
    public JoinChoices Choices => new(Form, OsloTime.DateOf(clock.UtcNow()));
    public string KommuneName => MailFrames.NameOf(Opened!.Kommune.Number);
    public SignUpNotice Notice => SignUpNotice.Of(Opened!.Settings, address, Shared.WrittenForms.Code(Form));

    public async Task<IActionResult> OnGetAsync(string kommune, string? part, CancellationToken ct)
    {
        if (!await OpenAsync(kommune, part, ct))
            return Closed();
        Input.WrittenForm = Form;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kommune, CancellationToken ct)
    {
        if (!await OpenAsync(kommune, null, ct))
            return Closed();
        var taken = await take.ExecuteAsync(Opened!, Input, Form, ct);
        if (taken.IsOk)
            return Redirect($"{Opened!.Kommune.SignUpPath}/sendt?sprak={Shared.WrittenForms.Code(Form)}");
        // What could not even be read is told in the words of the page, with the rest.
        ModelState.ForgetErrors();
        ModelState.DropNationalIds();
        foreach (var one in taken.Refusal is SeveralRefusals several ? several.All : [taken.Refusal])
            ModelState.AddModelError(one.Field is { } field ? $"{nameof(Input)}.{field}" : "", Words.Of(one));
        return Page();
    }

    private async Task<bool> OpenAsync(string kommune, string? part, CancellationToken ct)
    {
        Opened = await open.ReadAsync(kommune, ct);
        IsSent = part == "sendt";
        Form = Request.Asked() ?? Opened?.Settings.WrittenForm ?? WrittenForm.Bokmaal;
        ViewData.ShowAs(Opened is null
            ? new StudentShell("Rekruttering", null, Form)
            : new StudentShell(KommuneName, Opened.Settings.SenderName, Form) { KommuneNumber = Opened.Kommune.Number });
        return Opened is not null && part is null or "sendt";
    }

    private PageResult Closed()
    {
        (Opened, Response.StatusCode) = (null, StatusCodes.Status404NotFound);
        return Page();
    }
}
