using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Identity;

namespace Rekruttering.Web.Pages.Account;

/// <summary>The second step: a code from the app, or one of the recovery codes, each of which works once.</summary>
public sealed class SignInCodeModel(SignInManager<AppUser> signIn) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "til")]
    public string? To { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect("/logg-inn") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
            return LocalRedirect("/logg-inn");
        if (!ModelState.IsValid)
            return Page();
        var code = new string([.. Input.Code.Where(c => !char.IsWhiteSpace(c))]);
        var isFromApp = code.Length == 6 && code.All(char.IsAsciiDigit);
        var result = await signIn.UserManager.IsLockedOutAsync(user) ? Microsoft.AspNetCore.Identity.SignInResult.LockedOut
            : isFromApp ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (result.Succeeded)
            return LocalRedirect(SafeAddress.Or(To, Url));
        // Identity counts the wrong codes of the app only.
        if (!isFromApp && !result.IsLockedOut)
            await signIn.UserManager.AccessFailedAsync(user);
        ModelState.AddModelError("Input.Code", "Koden stemmer ikke, eller den er gått ut. Etter fem feil må du vente i 15 minutter.");
        return Page();
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Skriv koden."), MaxLength(40)]
        public string Code { get; set; } = "";
    }
}
