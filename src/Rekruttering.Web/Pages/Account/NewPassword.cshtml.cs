using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Account;

/// <summary>Opens by the link that an administrator gave. She signs in afterwards, so that a code from the app is still asked for.</summary>
public sealed class NewPasswordModel(FindOneTimeLink links, SetPasswordByLink setPassword) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) =>
        await LoadAsync(token, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(token, cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var result = await setPassword.ExecuteAsync(token, OneTimeLinkPurpose.PasswordReset, name: null, Input.Password, cancellationToken);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say("Passordet er byttet. Logg inn med det nye.");
        return LocalRedirect("/logg-inn");
    }

    private async Task<bool> LoadAsync(string token, CancellationToken cancellationToken) =>
        (Email = (await links.ExecuteAsync(token, OneTimeLinkPurpose.PasswordReset, cancellationToken))?.User?.Email) is not null;

    public sealed class InputModel : NewPassword;
}
