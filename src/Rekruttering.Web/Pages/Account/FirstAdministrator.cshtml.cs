using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Places;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Account;

/// <summary>Opens by the link that was printed at the first start. Looking changes nothing; the POST uses the link up.</summary>
public sealed class FirstAdministratorModel(FindOneTimeLink links, AppointFirstAdministrator appoint, SignInManager<AppUser> signIn) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<SelectListItem> Choices { get; } = KommuneChoices.ByFylke();

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) =>
        await links.ExecuteAsync(token, OneTimeLinkPurpose.FirstAdministrator, cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var result = await appoint.ExecuteAsync(token, Input.Kommune, Input.Name, Input.Email, Input.Password, cancellationToken);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        await signIn.SignInAsync(result.Value, isPersistent: false);
        TempData.Say("Velkommen. Begynn med innstillingene: hvem e-postene kommer fra, og hvem som svarer.");
        return LocalRedirect("/innstillinger");
    }

    public sealed class InputModel : NewPassword
    {
        [Required(ErrorMessage = "Velg kommunen du arbeider i.")]
        public string Kommune { get; set; } = "";

        [Required(ErrorMessage = "Skriv navnet ditt."), MaxLength(120)]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Skriv e-postadressen din."), MaxLength(254)]
        public string Email { get; set; } = "";
    }
}

/// <summary>A password, twice: what is not shown is easily mistyped.</summary>
public abstract class NewPassword
{
    [Required(ErrorMessage = "Velg et passord."), StringLength(PasswordRule.MaxLength, MinimumLength = PasswordRule.MinLength, ErrorMessage = "Passordet må ha minst {2} tegn. Bruk gjerne flere ord.")]
    public string Password { get; set; } = "";

    [Required(ErrorMessage = "Skriv passordet en gang til."), Compare(nameof(Password), ErrorMessage = "De to passordene er ikke like.")]
    public string Repeated { get; set; } = "";
}

/// <summary>All kommuner of today, in their fylke.</summary>
public static class KommuneChoices
{
    public static IEnumerable<SelectListItem> ByFylke() => Kommuner.All
        .GroupBy(kommune => kommune.Fylke)
        .OrderBy(fylke => fylke.Key, StringComparer.CurrentCulture)
        .SelectMany(fylke =>
        {
            var group = new SelectListGroup { Name = fylke.Key };
            return fylke.OrderBy(k => k.Name, StringComparer.CurrentCulture).Select(k => new SelectListItem(k.Name, k.Number) { Group = group });
        });
}
