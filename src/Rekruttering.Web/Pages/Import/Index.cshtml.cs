using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Import;

/// <summary>An earlier import, as the history shows it.</summary>
public sealed record PastImport(Guid Id, string FileName, ImportStatus Status, DateTime CreatedAt, ImportCounts Counts);

/// <summary>Step one: the file. Below it what was imported before.</summary>
public sealed class IndexModel(RekrutteringDb db, CurrentStaff staff) : UploadPage
{
    private const int Shown = 25;

    public IReadOnlyList<PastImport> History { get; private set; } = [];

    /// <inheritdoc/>
    public override string What => "Filen med listen over studenter";

    /// <inheritdoc/>
    public override string Help =>
        $"CSV eller Excel (.xlsx), høyst 20 MB. Kolonner med fødselsnummer blir tatt bort før noe lagres, og filen selv blir ikke tatt vare på: bare radene, i {ImportBatch.KeptDays} dager.";

    /// <inheritdoc/>
    public override string SheetHelp => "Bare for en Excel-fil med flere ark. La feltet stå tomt, så finner vi listen selv og sier hvilke ark vi leste.";

    /// <inheritdoc/>
    public override string Accepts => ".csv,.txt,.xlsx";

    /// <inheritdoc/>
    public override string Verb => "Les filen";

    public Task<IActionResult> OnPostAsync([FromServices] StageImport stage, CancellationToken ct) =>
        TakeAsync((file, name) => stage.ExecuteAsync(file, name, staff.UserId, Input.Sheet, ct), "/import/personer/", ct);

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken ct)
    {
        var batches = await db.ImportBatches.AsNoTracking().Where(b => b.Status != ImportStatus.Cancelled).OrderByDescending(b => b.CreatedAt).Take(Shown).ToListAsync(ct);
        var history = new List<PastImport>();
        foreach (var batch in batches)
            history.Add(new PastImport(batch.Id, batch.FileName, batch.Status, batch.CreatedAt, await ImportCounts.OfAsync(db, batch.Id, ct)));
        History = history;
    }
}
