using System.Text.RegularExpressions;

namespace Rekruttering.Domain.Common;

/// <summary>
/// Recognises fødselsnummer and D-number so that they can be dropped. Such a number is never stored, shown or logged here
/// (personopplysningsloven § 12: only where safe identification is needed, which keeping in touch is not).
/// </summary>
public static partial class NationalId
{
    /// <summary>What stands in the place of a number that was taken out of a text.</summary>
    public const string Removed = "[fjernet]";

    static readonly HashSet<string> Headers = new(StringComparer.Ordinal)
    {
        "fnr", "fodselsnummer", "fodselsnr", "fodselnummer", "fodselnr", "foedselsnummer", "foedselsnr", "personnummer", "personnr", "persnr", "pnr",
        "snr", "pid", "nin", "dnr", "dnummer", "fnrdnr", "fodselsogpersonnummer", "nationalid", "nationalidentitynumber", "nationalidentificationnumber", "ssn", "11siffer",
    };

    static readonly int[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2];
    static readonly int[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>True when a column with this header holds such numbers, whatever stands in its cells.</summary>
    public static bool IsHeader(string? header)
    {
        var bare = string.Concat(SearchText.Fold(header).Where(char.IsLetterOrDigit));
        return Headers.Contains(bare) || bare.Contains("fodselsnummer", StringComparison.Ordinal) || bare.Contains("personnummer", StringComparison.Ordinal);
    }

    /// <summary>
    /// True when the whole text is such a number: eleven digits that begin with a date (D-numbers and synthetic months too), in the groups people write.
    /// Control digits are not asked for: a mistyped number still points at a person, and from 2032 they follow another rule. Only where a sheet
    /// has eaten the zero first, so that ten digits are left that could be a telephone number, must they be right.
    /// </summary>
    public static bool LooksLike(string? text) => Alone(text) is { } digits && IsNumber(digits);

    /// <summary>
    /// True when the whole text could be such a number, a lost zero and wrong control digits allowed: enough of these make a whole column suspect.
    /// A telephone number whose plus was eaten is none: its 47 would be a month that only synthetic numbers have.
    /// </summary>
    public static bool Resembles(string? text) => Alone(text) is { } digits && !IsTelephone(digits) && DateExists(digits.Length == 10 ? [0, .. digits] : digits);

    /// <summary>The text with each such number in it replaced by <see cref="Removed"/>; the same text when there is none.</summary>
    public static string Scrub(string text)
    {
        var run = 0;
        foreach (var c in text) if (char.IsAsciiDigit(c)) run++;
        return run < 10 ? text : Candidate().Replace(text, hit => IsNumber(Digits(hit.Value)) ? Removed : hit.Value);
    }

    static int[]? Alone(string? text)
    {
        if (text is null || text.Length > 24) return null;
        var trimmed = text.Trim();
        var hit = Candidate().Match(trimmed);
        return hit.Success && hit.Length == trimmed.Length ? Digits(trimmed) : null;
    }

    static int[] Digits(string text) => [.. text.Where(char.IsAsciiDigit).Select(c => c - '0')];

    static bool IsNumber(int[] digits) => digits switch
    {
        _ when IsTelephone(digits) => false,
        { Length: 10 } => DateExists([0, .. digits]) && ControlDigitsHold([0, .. digits]),
        _ => DateExists(digits),
    };

    static bool IsTelephone(int[] digits) => digits is [4, 7, ..] and { Length: 10 };

    static bool DateExists(int[] d)
    {
        var day = (d[0] * 10) + d[1];
        var month = (d[2] * 10) + d[3];
        if (day > 40) day -= 40;
        // Synthetic numbers add 40, 65 or 80 to the month.
        month = month switch { > 80 and <= 92 => month - 80, > 65 and <= 77 => month - 65, > 40 and <= 52 => month - 40, _ => month };
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month);
    }

    static bool ControlDigitsHold(int[] d) => Control(d, First) == d[9] && Control(d, Second) == d[10];

    static int Control(int[] digits, int[] weights)
    {
        var rest = weights.Select((weight, i) => weight * digits[i]).Sum() % 11;
        return rest == 0 ? 0 : 11 - rest;
    }

    // Between the date and the rest people write a blank, a line break, or any of the dashes, with blanks around it.
    [GeneratedRegex(@"(?<![\d+])(?:\d{2}[ .]?\d{2}[ .]?\d{2}\s{0,2}[.\-\u2010-\u2015\u2212]?\s{0,2}\d{3}\s?\d{2}|\d{10})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Candidate();
}
