using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>To whom and what: the first two steps of a campaign. The audience is the register's own filter, under its own names.</summary>
public sealed class CampaignForm
{
    public string? Name { get; set; }
    public Guid? TemplateId { get; set; }
    public bool OnlyInformed { get; set; }
    public int QuietDays { get; set; }
    public string? EventDay { get; set; }
    public string? EventFrom { get; set; }
    public string? EventTo { get; set; }
    public string? EventPlace { get; set; }
    public int Version { get; set; }

    public EventText Event => new(EventDay, EventFrom, EventTo, EventPlace);

    public static CampaignForm Of(Campaign campaign) => Of(campaign, EventText.Of(campaign.Event));

    private static CampaignForm Of(Campaign campaign, EventText invited) => new()
    {
        EventDay = invited.Day,
        EventFrom = invited.From,
        EventTo = invited.To,
        EventPlace = invited.Place,
        Name = campaign.Name,
        TemplateId = campaign.TemplateId,
        OnlyInformed = campaign.OnlyInformed,
        QuietDays = campaign.QuietDays,
        Version = campaign.Version,
    };
}

/// <summary>What the pages for a new and a stored draft share.</summary>
public abstract class CampaignFormPage(RekrutteringDb db) : PageModel
{
    [Microsoft.AspNetCore.Mvc.BindProperty]
    public CampaignForm Input { get; set; } = new();

    public StudentFilter Filter { get; protected set; } = StudentFilter.Everyone;
    public IReadOnlyList<SelectListItem> Templates { get; private set; } = [];

    /// <summary>The kommune's segments; one that is chosen gives the draft a copy of its filter.</summary>
    public IReadOnlyList<Segment> Segments { get; private set; } = [];

    protected RekrutteringDb Db => db;

    /// <summary>
    /// What was posted, with the filter's fields read from the form as they would be from an address. A segment that is gone is refused: the
    /// filters below it are most often empty, and empty is everybody.
    /// </summary>
    protected async Task<Result<CampaignInput>> PostedAsync(CancellationToken ct)
    {
        var query = new QueryBuilder(Request.Form.Where(field => !field.Key.StartsWith('_') && !field.Key.Contains('.')).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
        Filter = StudentFilter.FromQuery(query.ToString());
        if (Request.Form["utvalg"].ToString() is { Length: > 0 } chosen)
        {
            var segment = Guid.TryParse(chosen, out var id) ? await db.Segments.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) : null;
            if (segment is null)
                return new SegmentGone();
            Filter = StudentFilter.FromQuery(segment.Query);
        }
        // Empty is none; whatever else is no number is refused in our own words.
        if (ModelState["Input.QuietDays"] is { ValidationState: ModelValidationState.Invalid } days)
        {
            days.Errors.Clear();
            if (!string.IsNullOrWhiteSpace(days.AttemptedValue))
                return InvalidInput.In(nameof(Input.QuietDays), WriteCampaign.DaysWanted);
        }
        return new CampaignInput(Input.Name, Input.TemplateId, Filter.ToQuery(), Input.OnlyInformed, Input.QuietDays, Input.Event);
    }

    protected async Task LoadTemplatesAsync(CancellationToken ct)
    {
        Templates = await db.Templates.Where(t => t.ArchivedAt == null || t.Id == Input.TemplateId).OrderBy(t => t.Name).Select(t => new SelectListItem(t.Name, t.Id.ToString())).ToListAsync(ct);
        Segments = await db.Segments.AsNoTracking().OrderBy(s => s.NameKey).ToListAsync(ct);
    }
}

/// <summary>The segment that was chosen is not there any more.</summary>
public sealed record SegmentGone() : Refusal("Utvalget du valgte, finnes ikke lenger. Velg et annet, eller bruk filtrene under.");
