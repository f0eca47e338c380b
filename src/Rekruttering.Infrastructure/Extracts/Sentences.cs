namespace Rekruttering.Infrastructure.Extracts;

/// <summary>What the recruiter reads when a file cannot be taken: what is wrong, and what to do.</summary>
static class Sentences
{
    internal const string Empty = "Filen er tom. Velg filen med listen over studenter og last opp på nytt.";
    internal const string TooLarge = "Filen er for stor: grensen er 20 MB. Ta bort ark og bilder du ikke trenger, eller del listen i flere filer.";
    internal const string NotText = "Filen er ikke en liste vi kan lese. Lagre den som CSV eller Excel-arbeidsbok (.xlsx) og last opp på nytt.";
    internal const string OldExcel = "Filen er en gammel Excel-fil (.xls) eller er beskyttet med passord. Åpne den i Excel, lagre som Excel-arbeidsbok (.xlsx) uten passord og last opp på nytt.";
    internal const string NotWorkbook = "Filen er pakket som zip, men er ikke en Excel-arbeidsbok. Pakk den ut og last opp selve listen, som CSV eller .xlsx.";
    internal const string OtherSheet = "Filen er et regneark i et annet format enn .xlsx (for eksempel .ods, .xlsb eller .numbers). Åpne den, lagre som Excel-arbeidsbok (.xlsx) eller CSV og last opp på nytt.";
    internal const string StrictWorkbook = "Filen er lagret som «Strict Open XML-regneark», som vi ikke kan lese. Åpne den i Excel, velg Fil og Lagre som, velg filtypen «Excel-arbeidsbok (*.xlsx)» og lagre. Last så opp den nye filen.";
    internal const string TooManySheets = "Excel-filen har for mange ark: grensen er 200. Ta bort dem du ikke trenger, og last opp på nytt.";
    internal const string BrokenWorkbook = "Excel-filen er skadet eller laget på en måte vi ikke kan lese. Åpne den i Excel, lagre på nytt som .xlsx og last opp igjen.";
    internal const string Bomb = "Excel-filen er for stor når den pakkes ut. Ta bort ark, bilder og tomme rader du ikke trenger, og last opp på nytt.";
    internal const string LongText = "En celle i Excel-filen er på over en million tegn. Kort den inn og last opp på nytt.";
    internal const string TooSpread = "Arket er nesten tomt, men strekker seg svært langt ned og til høyre. Slett rader og kolonner etter listen, og last opp på nytt.";
    internal const string TooWide = "Listen har for mange kolonner: grensen er 200. Ta bort dem du ikke trenger, og last opp på nytt.";
    internal const string TooLong = "Listen har for mange rader: grensen er 200 000. Del den i flere filer.";
    internal const string NoHeader = "Vi finner ingen overskrifter i listen. Den øverste raden må si hva kolonnene er, for eksempel Fornavn, Etternavn og E-post.";
    internal const string NoRows = "Listen har overskrifter, men ingen rader under. Fyll inn studentene og last opp på nytt.";
}
