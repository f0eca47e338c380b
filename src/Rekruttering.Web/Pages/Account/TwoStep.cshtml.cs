using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Identity;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Account;

/// <summary>Turns the code from the telephone on: only after one code has been right, so that nobody locks herself out.</summary>
public sealed class TwoStepModel(UserManager<AppUser> users, SignInManager<AppUser> signIn, CurrentStaff staff) : PageModel
{
    private const int HowManyCodes = 10;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Key { get; private set; } = "";
    public string Uri { get; private set; } = "";
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() is null ? LocalRedirect("/min-konto") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } user)
            return LocalRedirect("/min-konto");
        if (!ModelState.IsValid)
            return Page();
        var code = new string([.. Input.Code.Where(char.IsAsciiDigit)]);
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            ModelState.AddModelError("Input.Code", "Koden stemmer ikke. Vent til appen viser en ny, og prøv igjen. Sjekk også at klokken på telefonen går riktig.");
            return Page();
        }
        await users.SetTwoFactorEnabledAsync(user, true);
        RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, HowManyCodes))!];
        await signIn.RefreshSignInAsync(user);
        return Page();
    }

    private async Task<AppUser?> LoadAsync()
    {
        var user = (await users.FindByIdAsync(staff.UserId.ToString()))!;
        if (user.TwoFactorEnabled)
            return null;
        if (string.IsNullOrEmpty(await users.GetAuthenticatorKeyAsync(user)))
        {
            await users.ResetAuthenticatorKeyAsync(user);
            // A new key changes the user's stamp, and with it the session that asked for it.
            await signIn.RefreshSignInAsync(user);
        }
        var key = (await users.GetAuthenticatorKeyAsync(user))!;
        Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        Uri = $"otpauth://totp/Rekruttering:{System.Uri.EscapeDataString(user.Email!)}?secret={key}&issuer=Rekruttering&digits=6";
        return user;
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Skriv koden."), MaxLength(20)]
        public string Code { get; set; } = "";
    }
}
