using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Templates;

/// <summary>One template: its newest text in a form, and its earlier versions.</summary>
public sealed class EditModel(RekrutteringDb db, CurrentStaff staff) : TemplateFormPage(db)
{
    public MailTemplate Template { get; private set; } = null!;
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    /// <summary>The earlier version that the form shows, or null.</summary>
    public VersionRow? Shown { get; private set; }

    /// <summary>Whether a colleague saved it while this was typed: to save again is then a choice.</summary>
    public bool IsBehind { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? versjon, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        Shown = Versions.FirstOrDefault(v => v.Number == versjon && v != Versions[0]);
        var text = await Db.TemplateVersions.AsNoTracking().SingleAsync(v => v.Id == (Shown ?? Versions[0]).Id, ct);
        Input = TemplateForm.Of(Template, text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] WriteTemplate write, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var result = await write.ExecuteAsync(id, Input.Version, Input.Input, staff.UserId, ct);
        if (result.Refusal is ChangedMeanwhile)
            return Behind();
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say("Malen er lagret. Det som er sendt eller planlagt, beholder teksten det ble laget med.");
        return Redirect($"/maler/{id}");
    }

    public async Task<IActionResult> OnPostTestAsync(Guid id, [FromServices] SendTestMail test, CancellationToken ct)
    {
        var result = await test.OfTemplateAsync(id, staff.UserId, ct);
        if (!result.IsOk)
            return NotFound();
        TempData.Say($"En test er på vei til {result.Value}.");
        return Redirect($"/maler/{id}");
    }

    public async Task<IActionResult> OnPostArchiveAsync(Guid id, bool archived, [FromServices] ArchiveTemplate archive, CancellationToken ct)
    {
        var result = await archive.ExecuteAsync(id, archived, ct);
        if (!result.IsOk)
            return result.Refusal is NotFound || !await FindAsync(id, ct) ? NotFound() : this.Refused(result.Refusal);
        TempData.Say(archived ? "Malen er arkivert." : "Malen er tatt fram igjen.");
        return Redirect(archived ? "/maler" : $"/maler/{id}");
    }

    // A long text is not typed twice. Nothing of theirs goes either: it stays among the versions.
    private IActionResult Behind()
    {
        (IsBehind, Input.Version) = (true, Template.Version);
        ModelState.Remove("Input.Version");
        return this.Refused(new TemplateSavedMeanwhile());
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await Db.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } template)
            return false;
        Template = template;
        Versions = await Db.TemplateVersions.Where(v => v.TemplateId == id).OrderByDescending(v => v.Number)
            .Select(v => new VersionRow(v.Id, v.Number, v.SubjectNb, v.CreatedAt,
                Db.Users.Where(u => u.Id == v.CreatedById).Select(u => u.DisplayName == "" ? u.Email : u.DisplayName).FirstOrDefault())).ToListAsync(ct);
        await LoadAsync(ct);
        return true;
    }
}

/// <summary>Somebody was first.</summary>
public sealed record TemplateSavedMeanwhile() : Refusal("Noen andre har lagret malen mens du skrev. Se hva de lagret, før du lagrer igjen.");

/// <summary>One version in the list.</summary>
public sealed record VersionRow(Guid Id, int Number, string Subject, DateTime At, string? By);
