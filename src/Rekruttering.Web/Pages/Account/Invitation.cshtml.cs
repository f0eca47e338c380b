using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Account;

/// <summary>A colleague opens her invitation. Looking changes nothing; the POST uses the link up and signs her in.</summary>
public sealed class InvitationModel(FindOneTimeLink links, SetPasswordByLink setPassword, SignInManager<AppUser> signIn) : PageModel
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
        var result = await setPassword.ExecuteAsync(token, OneTimeLinkPurpose.Invitation, Input.Name, Input.Password, cancellationToken);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        await signIn.SignInAsync(result.Value, isPersistent: false);
        return LocalRedirect("/oversikt");
    }

    private async Task<bool> LoadAsync(string token, CancellationToken cancellationToken) =>
        (Email = (await links.ExecuteAsync(token, OneTimeLinkPurpose.Invitation, cancellationToken))?.User?.Email) is not null;

    public sealed class InputModel : NewPassword
    {
        [Required(ErrorMessage = "Skriv navnet ditt."), MaxLength(120)]
        public string Name { get; set; } = "";
    }
}
