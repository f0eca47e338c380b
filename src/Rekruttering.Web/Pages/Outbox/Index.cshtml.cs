using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Contact;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Outbox;

public sealed class IndexModel(RekrutteringDb db, IOptions<MailOptions> options, CurrentStaff staff) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(Guid Id, string To, string? Subject, MessageKind Kind, MessageState State, DateTime At);

    public IReadOnlyList<Row> Mails { get; private set; } = [];
    public int Count { get; private set; }
    public int Current { get; private set; }
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public async Task<IActionResult> OnGetAsync(int side, CancellationToken ct)
    {
        if (!options.IsInUse())
            return NotFound();
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        var mails = db.Messages.Where(m => m.HandedOverAt != null);
        Count = await mails.CountAsync(ct);
        Current = Math.Clamp(side, 1, Pages);
        Mails = await (from m in mails
                       join s in db.Students on m.StudentId equals s.Id into students
                       from s in students.DefaultIfEmpty()
                       orderby m.HandedOverAt descending, m.Id descending
                       select new Row(m.Id, s == null ? m.ToAddress! : s.FirstName + " " + s.LastName, m.Subject, m.Kind, m.State, m.HandedOverAt!.Value))
            .Skip((Current - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Page();
    }
}
