using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Statistics;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;
using Rekruttering.Web.TagHelpers;

namespace Rekruttering.Web.Pages.Statistics;

/// <summary>Steps two and three: what the table says before it counts, and afterwards the way out again.</summary>
public sealed class TableModel(StatisticsOverview overview, CurrentStaff staff, TimeProvider clock) : PageModel
{
    public sealed class Answers
    {
        public CountDefinition? Definition { get; set; }
        public DateOnly? CountedOn { get; set; }
        public string? Source { get; set; }
    }

    [BindProperty]
    public Answers Input { get; set; } = new();

    public TableView View { get; private set; } = null!;

    public IReadOnlyList<Option> Definitions { get; } =
    [
        new(nameof(CountDefinition.HomeAt16), "De som bodde her da de var 16 år", "«Hjemkommune» hos SSB. Flytting etter videregående betyr ingenting."),
        new(nameof(CountDefinition.RegisteredAddress), "De som har folkeregistrert adresse her", "Studenter kan stå folkeregistrert hjemme, men mange flytter adressen."),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await overview.ReadAsync(id, ct) is not { } view)
            return NotFound();
        View = view;
        var newest = view.Years.Max(year => year.Year);
        Input = new Answers { Definition = view.Extract.Definition, CountedOn = view.Extract.CountedOn ?? TableFacts.LatestCensusDay(newest, clock.UtcNow()), Source = view.Extract.Source };
        return Page();
    }

    public async Task<IActionResult> OnPostUseAsync(Guid id, [FromServices] UseStatistics use, CancellationToken ct)
    {
        if (ModelState.IsValid)
            return await DoneAsync(id, await use.ExecuteAsync(id, new StatisticsAnswers(Input.Definition, Input.CountedOn, Input.Source ?? ""), ct), "Tallene er tatt i bruk.", $"/import/statistikk/{id}", ct);
        return await overview.ReadAsync(id, ct) is { } view ? Again(view) : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, [FromServices] RemoveStatistics remove, CancellationToken ct) =>
        await DoneAsync(id, await remove.ExecuteAsync(id, staff.UserId, ct), "Tabellen er tatt ut. Tallene teller ikke lenger.", $"/import/statistikk/{id}", ct);

    public async Task<IActionResult> OnPostPutBackAsync(Guid id, [FromServices] PutBackStatistics putBack, CancellationToken ct) =>
        await DoneAsync(id, await putBack.ExecuteAsync(id, ct), "Tabellen er satt inn igjen.", $"/import/statistikk/{id}", ct);

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, [FromServices] DiscardStatistics discard, CancellationToken ct) =>
        await DoneAsync(id, await discard.ExecuteAsync(id, ct), "Tabellen er forkastet. Dekningen er som før.", "/import/statistikk", ct);

    private PageResult Again(TableView view)
    {
        View = view;
        return Page();
    }

    private async Task<IActionResult> DoneAsync(Guid id, Result result, string said, string to, CancellationToken ct)
    {
        if (result.IsOk)
        {
            TempData.Say(said);
            return Redirect(to);
        }
        if (await overview.ReadAsync(id, ct) is not { } view)
            return NotFound();
        View = view;
        return this.Refused(result.Refusal);
    }
}
