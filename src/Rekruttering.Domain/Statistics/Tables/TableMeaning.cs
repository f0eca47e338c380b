using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Statistics.Tables;

/// <summary>What each value of each dimension of one table means.</summary>
internal sealed class TableMeaning
{
    private readonly RawTable _table;
    private readonly int _kommune;
    private readonly (KommuneMatch Match, string Number)[] _kommuner;
    private readonly int _measure = -1;
    private readonly int _persons;
    private readonly int[] _parts;
    private int _country = -1, _status = -1, _year = -1;
    private string?[] _countries = [];
    private CountedStatus[] _statuses = [];
    private int[] _years = [];
    private CountedStatus _onlyStatus;
    private int _onlyYear;

    private TableMeaning(RawTable table, DimensionKind[] kinds, int kommune)
    {
        (_table, _kommune) = (table, kommune);
        _kommuner = [.. table.Dimensions[kommune].Categories.Select(Kommune)];
        _measure = Array.IndexOf(kinds, DimensionKind.Measure);
        _persons = _measure < 0 ? -1 : Persons(table.Dimensions[_measure].Categories);
        _parts = [.. Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == DimensionKind.Parts)];
    }

    /// <summary>Refused when a dimension is unknown, or one that is needed is not there.</summary>
    public static Result<TableMeaning> Of(RawTable table)
    {
        var kinds = table.Dimensions.Select(DimensionKinds.Of).ToArray();
        var kommune = KommuneDimension(table, kinds);
        if (kommune < 0)
            return new UnusableStatistics("Tabellen er ikke delt på kommuner. Bestill den med hjemkommune, med kommunenummer på radene, og last opp på nytt.");
        for (var i = 0; i < kinds.Length; i++)
            if (kinds[i] == DimensionKind.Unknown && table.Dimensions[i].Categories.Count > 1)
                return new UnusableStatistics($"Tabellen er delt på noe vi ikke kjenner: {Name(table.Dimensions[i])}. Hent den ut på nytt uten den inndelingen.");
        foreach (var kind in (DimensionKind[])[DimensionKind.Country, DimensionKind.Status, DimensionKind.Year, DimensionKind.Measure])
            if (kinds.Count(k => k == kind) > 1)
                return new UnusableStatistics("Tabellen har den samme inndelingen to ganger. Hent den ut på nytt med hver inndeling én gang.");
        var meaning = new TableMeaning(table, kinds, kommune);
        if (meaning._measure >= 0 && meaning._persons < 0)
            return new UnusableStatistics($"Tabellen har flere eller andre tall enn antall personer: {Listed(table.Dimensions[meaning._measure].Categories)}. Hent den ut på nytt med bare antall personer.");
        return meaning.Countries(kinds) ?? meaning.Statuses(kinds) ?? meaning.Years(kinds) ?? (Result<TableMeaning>)meaning;
    }

    /// <summary>The cell in our words; null when it is left out, which is noted.</summary>
    public ReadCell? Read(RawCell raw, LeftOut left)
    {
        if (_measure >= 0 && raw.At[_measure] != _persons)
            return Leave(left, "Andre tall enn personer", _table.Dimensions[_measure].Categories[raw.At[_measure]].Label);
        var (match, number) = _kommuner[raw.At[_kommune]];
        var label = Whole(_table.Dimensions[_kommune].Categories[raw.At[_kommune]]);
        if (match.Kind == KommuneMatchKind.Unknown)
            return Leave(left, "Ikke en kommune", label);
        if (match.Kommune is not { } kommune)
            return Leave(left, "Delt i flere kommuner, og kan ikke føres til én av dem", $"{label} → {match.Candidates.Select(k => k.Name).Listed()}");
        var country = _country < 0 ? CountedCountry.All : _countries[raw.At[_country]]!;
        var part = string.Join(", ", _parts.Select(i => _table.Dimensions[i].Categories[raw.At[i]].Label).Where(text => !TotalWords.Is(SearchText.Words(text))));
        // With two such dimensions, the sums over one of them are neither the whole nor a part.
        if (part.Length > 0 && _parts.Length > 1 && _parts.Any(i => TotalWords.Is(SearchText.Words(_table.Dimensions[i].Categories[raw.At[i]].Label))))
            return Leave(left, "Delsummer", part);
        return new ReadCell(kommune.Number, number ?? kommune.Number, _year < 0 ? _onlyYear : _years[raw.At[_year]], country, _status < 0 ? _onlyStatus : _statuses[raw.At[_status]],
            NationalId.Scrub(part.Length > 100 ? part[..100] : part), raw.Value);
    }

    // Where number and name stand in a column each, the number is believed: a name of today may have been a larger place then.
    private static int KommuneDimension(RawTable table, DimensionKind[] kinds)
    {
        var all = Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == DimensionKind.Kommune).ToList();
        return all.Count == 0 ? -1 : all.OrderByDescending(i => table.Dimensions[i].Categories.Count(c => Digits(c) is not null)).First();
    }

    private static (KommuneMatch Match, string Number) Kommune(Category category)
    {
        // A sum, or a fylke: "03 Oslo" is not "0301 Oslo".
        if (TotalWords.Is(SearchText.Words(category.Label)) || category.Code.Trim() is { Length: 1 or 2 } code && code.All(char.IsAsciiDigit))
            return (Kommuner.Resolve(null), "");
        if (Digits(category) is { } digits)
            return (Kommuner.Resolve(digits), digits);
        // "Trondheim (1988-2017)" is still Trondheim.
        var bracket = category.Label.IndexOf(" (", StringComparison.Ordinal);
        var match = Kommuner.Resolve(category.Label);
        if (match.Kind == KommuneMatchKind.Unknown && bracket > 0)
            match = Kommuner.Resolve(category.Label[..bracket]);
        return (match, match.Kommune?.Number ?? "");
    }

    // "5007", "K-5007", "5007 Namsos"; a sheet eats the zero of "0301".
    private static string? Digits(Category category)
    {
        foreach (var text in (string[])[category.Code, category.Label])
        {
            var bare = text.Trim();
            bare = bare.StartsWith("K-", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("K_", StringComparison.OrdinalIgnoreCase) ? bare[2..] : bare;
            var digits = bare.TakeWhile(char.IsAsciiDigit).Count();
            if (digits is 3 or 4 && (digits == bare.Length || !char.IsLetterOrDigit(bare[digits])))
                return digits == 3 ? "0" + bare[..3] : bare[..4];
        }
        return null;
    }

    private static int Persons(IReadOnlyList<Category> measures)
    {
        var persons = Enumerable.Range(0, measures.Count).Where(i => TableTexts.IsPersons(measures[i].Label) || TableTexts.IsPersons(measures[i].Code)).ToList();
        if (measures.Count == 1)
            return SearchText.Words(measures[0].Label) is var only && (only.Contains("prosent", StringComparison.Ordinal) || only.Contains("andel", StringComparison.Ordinal)) ? -1 : 0;
        return persons.Count == 1 ? persons[0] : -1;
    }

    private UnusableStatistics? Countries(DimensionKind[] kinds)
    {
        _country = Array.IndexOf(kinds, DimensionKind.Country);
        if (_country < 0)
            return null;
        var categories = _table.Dimensions[_country].Categories;
        _countries = [.. categories.Select(category => CountedCountry.Find(category.Label) ?? CountedCountry.Find(category.Code))];
        if (Array.IndexOf(_countries, null) is var unknown and >= 0)
            return new UnusableStatistics($"Vi kjenner ikke studielandet «{Brief(categories[unknown].Label)}» i tabellen. Rett navnet, eller slå landet sammen med «Andre land».");
        return null;
    }

    private UnusableStatistics? Statuses(DimensionKind[] kinds)
    {
        _status = Array.IndexOf(kinds, DimensionKind.Status);
        // A table that does not divide by status counts students, unless it says otherwise.
        _onlyStatus = _table.Texts.Take(3).Prepend(_table.Title).Select(TableTexts.Status).FirstOrDefault(status => status is CountedStatus.Completed or CountedStatus.Studying) ?? CountedStatus.Studying;
        if (_status < 0)
            return null;
        var categories = _table.Dimensions[_status].Categories;
        var read = categories.Select(category => TableTexts.Status(category.Label)).ToArray();
        if (Array.IndexOf(read, null) is var unknown and >= 0)
            return new UnusableStatistics($"Vi kjenner ikke statusen «{Brief(categories[unknown].Label)}» i tabellen. Hent den ut på nytt med igangværende og fullført.");
        _statuses = [.. read.Select(status => status!.Value)];
        return null;
    }

    private UnusableStatistics? Years(DimensionKind[] kinds)
    {
        _year = Array.IndexOf(kinds, DimensionKind.Year);
        if (_year < 0)
        {
            if (_table.Texts.Prepend(_table.Title).Select(TableTexts.OnlyYear).FirstOrDefault(year => year is not null) is not { } only)
                return new UnusableStatistics("Vi finner ikke hvilket år tallene gjelder. Skriv året i tittelen over tabellen, for eksempel «1. oktober 2025», og last opp på nytt.");
            _onlyYear = only;
            return null;
        }
        var categories = _table.Dimensions[_year].Categories;
        var read = categories.Select(category => TableTexts.Year(category.Label) ?? TableTexts.Year(category.Code)).ToArray();
        if (Array.IndexOf(read, null) is var unknown and >= 0)
            return new UnusableStatistics($"«{Brief(categories[unknown].Label)}» er ikke et år. Hent tabellen ut på nytt med hele år.");
        _years = [.. read.Select(year => year!.Value)];
        return null;
    }

    private static ReadCell? Leave(LeftOut left, string why, string what)
    {
        left.Add(why, what);
        return null;
    }

    private static string Whole(Category category) => category.Code == category.Label || category.Label.StartsWith(category.Code, StringComparison.Ordinal) ? category.Label : $"{category.Code} {category.Label}";

    private static string Name(RawDimension dimension) => $"«{Brief(dimension.Label.Length > 0 ? dimension.Label : dimension.Id.Length > 0 ? dimension.Id : Listed(dimension.Categories))}»";

    private static string Listed(IReadOnlyList<Category> categories) => string.Join(", ", categories.Take(3).Select(category => Brief(category.Label))) + (categories.Count > 3 ? " …" : "");

    private static string Brief(string text) => NationalId.Scrub(text.Length > 60 ? text[..60] + "…" : text);
}
