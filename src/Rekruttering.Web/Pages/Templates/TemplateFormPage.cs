using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Templates;

/// <summary>What the pages for a new and an old template share: the form, and whom the preview may be shown for.</summary>
public abstract class TemplateFormPage(RekrutteringDb db) : PageModel
{
    [BindProperty]
    public TemplateForm Input { get; set; } = new();

    /// <summary>Some real students to show the mail for: the newest, so also such as were not informed.</summary>
    public IReadOnlyList<SelectListItem> Students { get; private set; } = [];

    protected RekrutteringDb Db => db;

    protected async Task LoadAsync(CancellationToken ct) => Students = await PreviewStudents.OfAsync(db.Students, ct);
}

/// <summary>Whom a preview may be shown for.</summary>
public static class PreviewStudents
{
    public static async Task<IReadOnlyList<SelectListItem>> OfAsync(IQueryable<Student> students, CancellationToken ct) =>
        [.. (await students.AsNoTracking().Where(s => s.Status == StudentStatus.Active).OrderByDescending(s => s.CreatedAt).Take(20).ToListAsync(ct))
            .OrderBy(s => s.SearchName, StringComparer.Ordinal).Select(s => new SelectListItem(s.FullName, s.Id.ToString()))];
}
