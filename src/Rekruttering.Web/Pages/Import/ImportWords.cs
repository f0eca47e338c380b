using Microsoft.AspNetCore.Mvc.Rendering;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Web.Pages.Import;

/// <summary>The four steps, always visible.</summary>
public enum ImportStep
{
    File,
    Columns,
    DryRun,
    Done,
}

/// <summary>What the states of an import are called on the screens.</summary>
public static class ImportWords
{
    /// <summary>The steps in order.</summary>
    public static readonly IReadOnlyList<(ImportStep Step, string Name)> Steps =
        [(ImportStep.File, "Fil"), (ImportStep.Columns, "Kolonner"), (ImportStep.DryRun, "Prøvekjøring"), (ImportStep.Done, "Ferdig")];

    /// <summary>What an import waits for.</summary>
    public static string Words(this ImportStatus status) => status switch
    {
        ImportStatus.Staged => "velg kolonner",
        ImportStatus.Checked => "prøvekjørt",
        ImportStatus.Applying => "hentes inn nå",
        ImportStatus.Applied => "hentet inn",
        ImportStatus.Undoing => "angres nå",
        ImportStatus.Undone => "angret",
        _ => "forkastet",
    };

    public static string Tone(this ImportStatus status) => status switch
    {
        ImportStatus.Applied => "success",
        ImportStatus.Applying or ImportStatus.Undoing => "info",
        ImportStatus.Cancelled or ImportStatus.Undone => "neutral",
        _ => "warning",
    };

    /// <summary>Which sheets of a workbook are in the list, and which are not; a sentence or two for each kind.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<ImportSheet> sheets)
    {
        ImportSheet[] read = [.. sheets.Where(sheet => sheet.IsRead)];
        yield return (read.Length > 1
            ? $"{(read[0].IsHidden ? "De skjulte arkene" : "Arkene")} {read.Select(sheet => $"«{sheet.Name}» (ark {sheet.Tab})").Listed()} har de samme overskriftene, og er lest som én liste"
            : $"Listen er lest fra {(read[0].IsHidden ? "det skjulte arket" : "arket")} «{read[0].Name}»") + (read[0].IsChosen ? ", som ble valgt." : read[0].IsHidden ? ": ingen av de synlige arkene har en liste." : ".");
        if (Names(sheet => !sheet.IsHidden) is { Count: > 0 } left)
            yield return left.Count == 1
                ? $"Arket {left[0]} er ikke lest{Because("det")}. Skal noen derfra også inn, så last opp den samme filen en gang til etterpå, og skriv {left[0].Trim('«', '»')} i feltet «Ark»."
                : $"Arkene {left.Listed()} er ikke lest{Because("de")}. Skal noen derfra også inn, så last opp den samme filen en gang til etterpå for hvert av dem, og skriv navnet på arket i feltet «Ark».";
        if (Names(sheet => sheet.IsHidden) is { Count: > 0 } unseen)
            yield return unseen.Count == 1 ? $"Det skjulte arket {unseen[0]} er ikke lest." : $"De skjulte arkene {unseen.Listed()} er ikke lest.";

        string Because(string they) => read[0].IsChosen ? "" : $", fordi {they} ikke har de samme overskriftene";
        List<string> Names(Func<ImportSheet, bool> which) => [.. sheets.Where(sheet => !sheet.IsRead && which(sheet)).Select(sheet => $"«{sheet.Name}»")];
    }

    /// <summary>What becomes of a row; afterwards what became of it.</summary>
    public static string Words(this ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New => "ny",
        ImportOutcome.Changed => "endret",
        ImportOutcome.Same => "lik",
        ImportOutcome.PossibleDuplicate => "mulig dublett",
        ImportOutcome.Refused => "kan ikke leses",
        _ => "venter",
    };

    public static string Tone(this ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New => "success",
        ImportOutcome.Changed => "info",
        ImportOutcome.PossibleDuplicate => "warning",
        ImportOutcome.Refused => "danger",
        _ => "neutral",
    };

    /// <summary>What a column may mean.</summary>
    public static IReadOnlyList<SelectListItem> Fields { get; } = [.. ImportFields.All.Select(field => new SelectListItem(field.Label(), field.ToString()))];

    /// <summary>Without a default: which one it is, the kommune's personvernombud has said.</summary>
    public static IReadOnlyList<SelectListItem> LegalBases { get; } =
    [
        new(Application.Students.StudentWords.Of(LegalBasis.Consent), nameof(LegalBasis.Consent)),
        new(Application.Students.StudentWords.Of(LegalBasis.PublicTask), nameof(LegalBasis.PublicTask)),
        new(Application.Students.StudentWords.Of(LegalBasis.Application), nameof(LegalBasis.Application)),
    ];

    /// <summary>The lists of rows, as they stand in the address.</summary>
    public static readonly IReadOnlyList<(string Key, string Name, ImportOutcome Outcome)> Lists =
    [
        ("nye", "Nye", ImportOutcome.New),
        ("endret", "Endret", ImportOutcome.Changed),
        ("like", "Like", ImportOutcome.Same),
        ("dubletter", "Mulige dubletter", ImportOutcome.PossibleDuplicate),
        ("avvist", "Kan ikke leses", ImportOutcome.Refused),
    ];
}
