using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Statistics;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Statistics;

/// <summary>Step one: the file. Below it the tables that are here.</summary>
public sealed class ImportModel(RekrutteringDb db, CurrentStaff staff) : UploadPage
{
    public IReadOnlyList<(StatisticsExtract Extract, IReadOnlyList<int> Years)> Tables { get; private set; } = [];

    /// <inheritdoc/>
    public override string What => "Filen med antall medisinstudenter";

    /// <inheritdoc/>
    public override string Help => "Fra Statistikkbanken (JSON-stat2 eller CSV) eller en bestilt tabell (.xlsx), høyst 20 MB. Den må være delt på hjemkommune, og gjerne på studieland, status og år.";

    /// <inheritdoc/>
    public override string Accepts => ".json,.csv,.txt,.xlsx";

    /// <inheritdoc/>
    public override string Verb => "Les tabellen";

    public Task<IActionResult> OnPostAsync([FromServices] StageStatistics stage, CancellationToken ct) =>
        TakeAsync((file, name) => stage.ExecuteAsync(file, name, staff.UserId, ct), "/import/statistikk/", ct);

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken ct)
    {
        var tables = await db.StatisticsExtracts.AsNoTracking().OrderByDescending(e => e.CreatedAt).ToListAsync(ct);
        var years = (await db.StatisticsCells.Select(c => new { c.ExtractId, c.Year }).Distinct().ToListAsync(ct)).ToLookup(c => c.ExtractId, c => c.Year);
        Tables = [.. tables.Select(table => (table, (IReadOnlyList<int>)[.. years[table.Id].Order()]))];
    }
}
