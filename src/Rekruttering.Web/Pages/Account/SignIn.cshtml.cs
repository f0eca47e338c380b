using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Identity;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Account;

/// <summary>An unknown address, a wrong password and a locked account look the same, and take as long.</summary>
public sealed class SignInModel(SignInManager<AppUser> signIn, CurrentStaff staff) : PageModel
{
    // The work of checking a password, for an address that has none: else the clock would tell who has an account.
    private static readonly AppUser Nobody = new("nobody@example.com");
    private static readonly string HashOfNothing = new PasswordHasher<AppUser>().HashPassword(Nobody, Guid.CreateVersion7().ToString());

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "til")]
    public string? To { get; set; }

    public IActionResult OnGet() => staff.IsSignedIn ? LocalRedirect("/oversikt") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        var result = await CheckAsync(Input.Email.Trim(), Input.Password);
        if (result.RequiresTwoFactor)
            return LocalRedirect("/logg-inn/kode" + QueryString.Create("til", To ?? ""));
        if (result.Succeeded)
            return LocalRedirect(SafeAddress.Or(To, Url));
        ModelState.AddModelError("", "E-postadressen eller passordet stemmer ikke. Etter fem feil må du vente i 15 minutter.");
        return Page();
    }

    private async Task<Microsoft.AspNetCore.Identity.SignInResult> CheckAsync(string email, string password)
    {
        var user = await signIn.UserManager.FindByEmailAsync(email);
        if (user is { PasswordHash: not null } && !await signIn.UserManager.IsLockedOutAsync(user))
            return await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        _ = signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, HashOfNothing, password);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Skriv e-postadressen din.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Skriv passordet ditt."), MaxLength(PasswordRule.MaxLength)]
        public string Password { get; set; } = "";
    }
}

/// <summary>Where to go after signing in: never to another site.</summary>
internal static class SafeAddress
{
    public static string Or(string? to, IUrlHelper url, string otherwise = "/oversikt") => url.IsLocalUrl(to) ? to! : otherwise;
}
