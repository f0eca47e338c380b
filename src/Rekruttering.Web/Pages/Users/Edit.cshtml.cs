using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Students;
using Rekruttering.Web.Hosting;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;
using Rekruttering.Web.Pages.Students;
using Rekruttering.Web.TagHelpers;

namespace Rekruttering.Web.Pages.Users;

/// <summary>One member: role, a new link, out. A member of another kommune is 404.</summary>
public sealed class EditModel(RekrutteringDb db, CurrentStaff staff, ChangeRole changeRole, RemoveMember remove, GiveNewLink giveLink) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string KommuneName => staff.KommuneName;

    /// <summary>How many students the member is the contact person of.</summary>
    public int Students { get; private set; }

    /// <summary>The segments and mailings that ask for those students.</summary>
    public IReadOnlyList<KeptChoice> Choices { get; private set; } = [];

    public IEnumerable<Option> RoleChoices { get; } = RoleOptions.All;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var member = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.UserId == Id && m.KommuneNumber == staff.KommuneNumber);
        if (member is null)
        {
            context.Result = NotFound();
            return;
        }
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == Id);
        (Name, Email) = (string.IsNullOrEmpty(user.DisplayName) ? user.Email! : user.DisplayName, user.Email!);
        Students = await db.Students.CountAsync(s => s.KommuneNumber == staff.KommuneNumber && s.ContactPersonId == Id);
        Choices = await new KeptChoices(db).ReadAsync(Id.ToString());
        if (HttpMethods.IsGet(Request.Method))
            Input.Role = member.Role;
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostRoleAsync(CancellationToken cancellationToken)
    {
        var result = await changeRole.ExecuteAsync(Id, Input.Role, cancellationToken);
        return result.IsOk ? Done($"{Name} er nå {Input.Role.InNorwegian().ToLowerInvariant()}.") : this.Refused(result.Refusal);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        var result = await remove.ExecuteAsync(Id, staff.UserId, cancellationToken);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        return Done($"{Name} er fjernet.{(result.Value == 0 ? "" : $" {BulkWords.Students(result.Value)} står uten kontaktperson.")}");
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellationToken)
    {
        var result = await giveLink.ExecuteAsync(Id, cancellationToken);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        var page = result.Value!.Purpose == OneTimeLinkPurpose.Invitation ? "/invitasjon/" : "/nytt-passord/";
        TempData[OneTimeLinkShown.Key] = HttpContext.AbsoluteAddress(page + result.Value.Token);
        return LocalRedirect($"/brukere/{Id}");
    }

    private LocalRedirectResult Done(string sentence)
    {
        TempData.Say(sentence);
        return LocalRedirect("/brukere");
    }

    public sealed class InputModel
    {
        public Role Role { get; set; }
    }
}
