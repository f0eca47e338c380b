using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Web.Hosting;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;
using Rekruttering.Web.TagHelpers;

namespace Rekruttering.Web.Pages.Users;

/// <summary>Who works in the kommune, and the way in for one more.</summary>
public sealed class IndexModel(RekrutteringDb db, CurrentStaff staff, InviteColleague invite) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<MemberRow> Members { get; private set; } = [];
    public string KommuneName => staff.KommuneName;
    public IEnumerable<Option> RoleChoices { get; } = RoleOptions.All;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        var result = await invite.ExecuteAsync(Input.Email, Input.Role, cancellationToken);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say(result.Value!.Token is null
            ? $"{result.Value.Email} hadde en bruker fra før, og finner {staff.KommuneName} i menyen øverst."
            : $"{result.Value.Email} er lagt til, og får en e-post.");
        if (result.Value.Token is { } token)
            TempData[OneTimeLinkShown.Key] = HttpContext.AbsoluteAddress("/invitasjon/" + token);
        return LocalRedirect("/brukere");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Members = await (from member in db.Memberships
                         where member.KommuneNumber == staff.KommuneNumber
                         join user in db.Users on member.UserId equals user.Id
                         orderby user.DisplayName == "" ? user.Email : user.DisplayName
                         select new MemberRow(user.Id, user.DisplayName == "" ? user.Email! : user.DisplayName, user.Email!, member.Role, user.PasswordHash != null, user.TwoFactorEnabled))
            .ToListAsync(cancellationToken);

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Skriv e-postadressen til kollegaen."), MaxLength(254)]
        public string Email { get; set; } = "";

        public Role Role { get; set; } = Role.Recruiter;
    }
}

/// <summary>One line of the list.</summary>
public sealed record MemberRow(Guid UserId, string Name, string Email, Role Role, bool HasPassword, bool HasTwoStep);

/// <summary>The three roles, each with what it means.</summary>
internal static class RoleOptions
{
    public static IEnumerable<Option> All { get; } =
        [.. new[] { Role.Reader, Role.Recruiter, Role.Administrator }.Select(role => new Option(role.ToString(), role.InNorwegian(), role.Meaning()))];
}

/// <summary>A secret link on its way to the next page, where it is shown once.</summary>
internal static class OneTimeLinkShown
{
    public const string Key = "OneTimeLink";
}
