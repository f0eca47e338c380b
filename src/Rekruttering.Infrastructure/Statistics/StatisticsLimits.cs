namespace Rekruttering.Infrastructure.Statistics;

/// <summary>What one table may cost, beside the limits that any file has.</summary>
static class StatisticsLimits
{
    /// <summary>The most that Statistics Norway's own service answers at once.</summary>
    internal const int Cells = 800_000;

    internal const int Dimensions = 12;

    /// <summary>Values of one dimension: there have been about 850 kommuner.</summary>
    internal const int Categories = 20_000;

    /// <summary>Words, numbers and brackets of a JSON file; a table of the most cells has half as many.</summary>
    internal const int JsonTokens = 4_000_000;

    internal const int TextLength = 300;
}

/// <summary>What the recruiter reads when a table cannot be taken.</summary>
static class TableSentences
{
    internal const string BrokenJson = "Filen er ikke hel: JSON-innholdet stopper eller er skrevet feil. Last den ned på nytt fra Statistikkbanken.";
    internal const string NotJsonStat = "Filen er JSON, men ikke JSON-stat. Velg formatet JSON-stat2, CSV eller Excel når du henter tabellen.";
    internal const string WrongSize = "Inndelingene i filen stemmer ikke med antall tall. Last den ned på nytt fra Statistikkbanken.";
    internal const string TooManyCells = "Tabellen er for stor: grensen er 800 000 celler. Hent den ut med færre kommuner, land eller år.";
    internal const string NotACount = "Tabellen har noe annet enn hele antall, «:», «..» eller «.». Hent den ut på nytt med antall personer.";
    internal const string Persons = "Dette ser ut som en liste over personer, ikke statistikk. Hent den inn under «Personer».";
    internal const string NoKommune = "Vi finner ingen kommuner i tabellen. Den må ha hjemkommune som inndeling, med kommunenummer på radene.";
    internal const string NoNumbers = "Vi finner ingen kolonne med antall i tabellen. Hent den ut på nytt med antall personer.";
    internal const string SeveralValues = "Tabellen har flere kolonner med tall som vi ikke kjenner igjen. Overskriftene må være land, status eller år.";
}
