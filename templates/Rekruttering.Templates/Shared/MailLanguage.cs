using System.Globalization;

namespace Rekruttering.Templates.Shared;

/// <summary>The languages that a mail is written in, and the small things that differ between them.</summary>
public static class MailLanguage
{
    public const string Bokmaal = "nb";
    public const string Nynorsk = "nn";
    public const string English = "en";

    public static IReadOnlyList<string> All { get; } = [Bokmaal, Nynorsk, English];

    private static readonly CultureInfo BokmaalCulture = CultureInfo.GetCultureInfo("nb-NO");
    private static readonly CultureInfo NynorskCulture = CultureInfo.GetCultureInfo("nn-NO");
    private static readonly CultureInfo BritishCulture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The culture of a rendering. English is British: its day comes before its month, and a week begins on Monday.</summary>
    public static CultureInfo Culture(string language) => language switch
    {
        Bokmaal => BokmaalCulture,
        Nynorsk => NynorskCulture,
        English => BritishCulture,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "A mail is written in nb, nn or en."),
    };

    /// <summary>The words of one language.</summary>
    public static string Pick(string language, string bokmaal, string nynorsk, string english) => language switch
    {
        Bokmaal => bokmaal,
        Nynorsk => nynorsk,
        English => english,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "A mail is written in nb, nn or en."),
    };
}
