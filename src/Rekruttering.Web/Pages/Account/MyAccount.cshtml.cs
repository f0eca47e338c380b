using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Identity;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Account;

/// <summary>One's own password, and the code from the telephone.</summary>
public sealed class MyAccountModel(UserManager<AppUser> users, SignInManager<AppUser> signIn, CurrentStaff staff) : PageModel
{
    private AppUser _user = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Email => _user.Email!;
    public bool HasTwoStep => _user.TwoFactorEnabled;
    public int RecoveryCodesLeft { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
            return Page();
        var changed = await users.ChangePasswordAsync(_user, Input.Old, Input.Password);
        if (!changed.Succeeded)
        {
            var error = changed.Errors.First();
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Old" : "Input.Password", error.Description);
            return Page();
        }
        await signIn.RefreshSignInAsync(_user);
        TempData.Say("Passordet er byttet. Andre steder du var logget inn, er du nå logget ut.");
        return LocalRedirect("/min-konto");
    }

    public async Task<IActionResult> OnPostTurnOffAsync()
    {
        await LoadAsync();
        await users.SetTwoFactorEnabledAsync(_user, false);
        await users.ResetAuthenticatorKeyAsync(_user);
        await signIn.RefreshSignInAsync(_user);
        TempData.Say("Engangskode er slått av.");
        return LocalRedirect("/min-konto");
    }

    private async Task LoadAsync()
    {
        _user = (await users.FindByIdAsync(staff.UserId.ToString()))!;
        RecoveryCodesLeft = await users.CountRecoveryCodesAsync(_user);
    }

    public sealed class InputModel : NewPassword
    {
        [Required(ErrorMessage = "Skriv passordet du har nå."), MaxLength(PasswordRule.MaxLength)]
        public string Old { get; set; } = "";
    }
}
