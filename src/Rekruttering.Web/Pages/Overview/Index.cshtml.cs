using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Statistics;
using Rekruttering.Web.Hosting;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Overview;

public sealed class IndexModel(MorningPage morning, CoverageReading coverage, RekrutteringDb db, CurrentStaff staff, TimeProvider clock) : PageModel
{
    public Morning Today { get; private set; } = null!;
    public IReadOnlyList<MonthAhead> Year { get; private set; } = [];
    public Coverage? Known { get; private set; }
    public DateTime? SeenAt { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>The question whose reply was refused, with what was typed.</summary>
    public Guid? OpenInquiry { get; private set; }

    [BindProperty]
    public string? Reply { get; set; }

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostReplyAsync([FromServices] AnswerInquiry answer, Guid inquiry, CancellationToken ct)
    {
        var result = await answer.ExecuteAsync(inquiry, Reply ?? "", staff.UserId, ct);
        return await DoneAsync(result, "Svaret er på vei til studenten.", inquiry, ct);
    }

    public async Task<IActionResult> OnPostCloseAsync([FromServices] AnswerInquiry answer, Guid inquiry, CancellationToken ct) =>
        await DoneAsync(await answer.CloseAsync(inquiry, staff.UserId, ct), "Spørsmålet er merket som besvart.", inquiry, ct);

    public async Task<IActionResult> OnPostDecideAsync(Guid message, MessageDecision decision, [FromServices] DecideMessage use, CancellationToken ct) =>
        this.Decided(await use.ExecuteAsync(message, decision, ct), decision, "/oversikt");

    public async Task<IActionResult> OnPostSeenAsync([FromServices] MarkNewsSeen mark, DateTime until, CancellationToken ct)
    {
        await mark.ExecuteAsync(staff.UserId, until.ToUniversalTime(), ct);
        return RedirectToPage();
    }

    private async Task<IActionResult> DoneAsync(Result result, string said, Guid inquiry, CancellationToken ct)
    {
        if (result.IsOk)
        {
            TempData.Say(said);
            return RedirectToPage();
        }
        if (result.Refusal is NotFound)
            return NotFound();
        ModelState.AddModelError(nameof(Reply), result.Refusal.Sentence);
        OpenInquiry = inquiry;
        await ReadAsync(ct);
        return Page();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Date = OsloTime.DateOf(clock.UtcNow());
        SeenAt = await db.Memberships.Where(m => m.UserId == staff.UserId && m.KommuneNumber == staff.KommuneNumber).Select(m => m.NewsSeenAt).SingleOrDefaultAsync(ct);
        Today = await morning.ReadAsync(SeenAt, ct);
        Year = await morning.YearAsync(ct);
        Known = (await coverage.ReadAsync(ct)) is [var first, ..] ? first.Newest.Total : null;
    }
}
