using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Statistics;

/// <summary>Where a table stands.</summary>
public enum ExtractStatus
{
    /// <summary>Read, shown, and not used for anything yet.</summary>
    Staged,

    /// <summary>Its figures count, where no newer table has figures of the same definition and year.</summary>
    InUse,

    /// <summary>Taken out by somebody; kept, so that it can be put back.</summary>
    Removed,
}

/// <summary>
/// One kommune's part of a table of counts: where it comes from, what it counts, and by whom it was brought in. A table of all kommuner gives each
/// kommune an extract of its own; a kommune never holds another's figures. A newer table hides the years it covers of an older one and deletes nothing.
/// </summary>
public sealed class StatisticsExtract : IKommuneOwned, IVersioned
{
    /// <summary>Characters of a source or a title.</summary>
    public const int MostCharacters = 300;

    private StatisticsExtract() { }

    public StatisticsExtract(string kommuneNumber, string fileName, string sha256, TableFacts facts, Guid? byUserId, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Id, KommuneNumber, FileName, Sha256, CreatedById, CreatedAt) = (Guid.CreateVersion7(), kommuneNumber, fileName, sha256, byUserId, now);
        (Title, Source, Definition, CountedOn, UpdatedOn, LeftOut) = (facts.Title, facts.Source, facts.Definition, facts.CountedOn, facts.UpdatedOn, facts.LeftOut);
        (FileCells, FileNumbers, FileSuppressed, FileMissing, FileNotApplicable, FileKommuner) =
            (facts.Counts.Cells, facts.Counts.Numbers, facts.Counts.Suppressed, facts.Counts.Missing, facts.Counts.NotApplicable, facts.Counts.Kommuner);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string FileName { get; private set; } = "";

    /// <summary>Of the file's bytes, in hexadecimal: the same file is known again.</summary>
    public string Sha256 { get; private set; } = "";

    public string Title { get; private set; } = "";
    public string? Source { get; private set; }

    /// <summary>Never null once the table is in use.</summary>
    public CountDefinition? Definition { get; private set; }

    /// <summary>The day of the newest year that was counted on; the other years were counted on the same day of theirs.</summary>
    public DateOnly? CountedOn { get; private set; }

    /// <summary>When the source last changed the table, if the file says so.</summary>
    public DateOnly? UpdatedOn { get; private set; }

    /// <summary>JSON array of sentences: what stood in the file and could not be used, and why.</summary>
    public string LeftOut { get; private set; } = "[]";

    // What the whole file held. Only this kommune's cells are kept, so these cannot be counted again.
    public int FileCells { get; private set; }
    public int FileNumbers { get; private set; }
    public int FileSuppressed { get; private set; }
    public int FileMissing { get; private set; }
    public int FileNotApplicable { get; private set; }
    public int FileKommuner { get; private set; }

    public ExtractStatus Status { get; private set; }
    public Guid? CreatedById { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>Of two tables in use, the one taken into use last counts.</summary>
    public DateTime? InUseAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }
    public Guid? RemovedById { get; private set; }
    public int Version { get; set; } = 1;

    /// <summary>Takes the staged table into use. What it counts and when must be said.</summary>
    /// <param name="newestYear">The newest year of its cells, which the day is of.</param>
    public Result Use(CountDefinition? definition, DateOnly? countedOn, int newestYear, string? source, DateTime now)
    {
        if (Status != ExtractStatus.Staged)
            return new ExtractNotThere();
        if (definition is null)
            return InvalidInput.In(nameof(Definition), "Velg hva som gjør en student til deres i denne tabellen.");
        if (countedOn is not { } day)
            return InvalidInput.In(nameof(CountedOn), "Skriv datoen tallene gjelder for.");
        if (day > OsloTime.DateOf(now) || day.Year < 1970)
            return InvalidInput.In(nameof(CountedOn), "Datoen tallene gjelder for kan ikke være etter i dag eller før 1970.");
        if (day.Year != newestYear)
            return InvalidInput.In(nameof(CountedOn), $"Det nyeste året i tabellen er {newestYear}. Skriv hvilken dag i {newestYear} det ble talt.");
        var named = NationalId.Scrub(source?.Trim() ?? "");
        if (named.Length is 0 or > MostCharacters)
            return InvalidInput.In(nameof(Source), named.Length == 0 ? "Skriv hvor tabellen kommer fra, for eksempel Statistisk sentralbyrå." : $"Skriv høyst {MostCharacters} tegn.");
        (Status, Definition, CountedOn, Source, InUseAt) = (ExtractStatus.InUse, definition, day, named, now);
        return Result.Ok;
    }

    /// <summary>Takes the table out; what an older table said of its years counts again.</summary>
    public Result Remove(Guid? byUserId, DateTime now)
    {
        if (Status != ExtractStatus.InUse)
            return new ExtractNotThere();
        (Status, RemovedAt, RemovedById) = (ExtractStatus.Removed, now, byUserId);
        return Result.Ok;
    }

    /// <summary>Puts a removed table back in its old place, beneath those that came after it.</summary>
    public Result PutBack()
    {
        if (Status != ExtractStatus.Removed)
            return new ExtractNotThere();
        (Status, RemovedAt, RemovedById) = (ExtractStatus.InUse, null, null);
        return Result.Ok;
    }

    /// <summary>Whether the rows may be deleted: only a table that was never used.</summary>
    public Result MayBeDiscarded => Status == ExtractStatus.Staged ? Result.Ok : new ExtractNotThere();

    /// <summary>The day that a year's figures were counted on.</summary>
    public DateOnly DayOf(int year) => CountedOn is { } day
        ? new DateOnly(year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(year, day.Month)))
        : TableFacts.CensusDay(year);
}

/// <summary>One cell of a kommune's part of a table.</summary>
public sealed class StatisticsCell : IKommuneOwned
{
    private StatisticsCell() { }

    public StatisticsCell(StatisticsExtract extract, ReadCell read) =>
        (Id, ExtractId, KommuneNumber, FromNumber, Year, Country, Status, Part, Kind, Number) =
            (Guid.CreateVersion7(), extract.Id, extract.KommuneNumber, read.FromNumber, read.Year, read.Country, read.Status, read.Part, read.Value.Kind, read.Value.Number);

    public Guid Id { get; private set; }
    public Guid ExtractId { get; private set; }
    public string KommuneNumber { get; private set; } = "";

    /// <summary>The kommune's number in the table: today's, or one that has gone.</summary>
    public string FromNumber { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>ISO code, or one of <see cref="CountedCountry"/>.</summary>
    public string Country { get; private set; } = "";

    public CountedStatus Status { get; private set; }

    /// <summary>What else the table is divided by ("Kvinner"); empty for the whole.</summary>
    public string Part { get; private set; } = "";

    public CellKind Kind { get; private set; }

    /// <summary>Set for a number, else null.</summary>
    public int? Number { get; private set; }

    /// <summary>The contents.</summary>
    public CellValue Value => new(Kind, Number);
}

/// <summary>The step asked for does not follow from where the table stands.</summary>
public sealed record ExtractNotThere() : Refusal("Tabellen er allerede kommet videre. Last siden på nytt for å se hvor den står.");
