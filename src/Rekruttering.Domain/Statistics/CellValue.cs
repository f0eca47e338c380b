using System.Globalization;

namespace Rekruttering.Domain.Statistics;

/// <summary>What a cell of a table can be. The four stay apart all the way to the screen.</summary>
public enum CellKind
{
    /// <summary>Counted.</summary>
    Number,

    /// <summary>":" – one or two, hidden so that nobody is recognised.</summary>
    Suppressed,

    /// <summary>".." – there is no figure.</summary>
    Missing,

    /// <summary>"." – the cell cannot exist, like a year before the kommune was there.</summary>
    NotApplicable,
}

/// <summary>The contents of one cell of a table.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Number">Set for a number, else null.</param>
public readonly record struct CellValue(CellKind Kind, int? Number = null)
{
    public static CellValue Suppressed { get; } = new(CellKind.Suppressed);
    public static CellValue Missing { get; } = new(CellKind.Missing);
    public static CellValue NotApplicable { get; } = new(CellKind.NotApplicable);

    /// <summary>A counted number.</summary>
    public static CellValue Of(int number) => new(CellKind.Number, number);

    /// <summary>How many the cell stands for.</summary>
    public CountRange Range => Kind switch
    {
        CellKind.Number => CountRange.Exactly(Number!.Value),
        CellKind.Suppressed => CountRange.Suppressed,
        CellKind.NotApplicable => CountRange.Zero,
        _ => CountRange.Unknown,
    };

    /// <summary>
    /// Reads a cell: a whole number (blanks between thousands, ",0" after it), ":", "..", ".", "-" for none (older printed tables), or blank, which is
    /// missing. Null for anything else: a share, a number below zero, a word.
    /// </summary>
    public static CellValue? Read(string? text)
    {
        var cell = text?.Trim() ?? "";
        return Symbol(cell) ?? (Whole(cell) is { } number ? Of(number) : null);
    }

    /// <summary>The symbol, or null when the text is none.</summary>
    public static CellValue? Symbol(string? text) => text?.Trim() switch
    {
        ":" => Suppressed,
        "" or ".." or "..." or "…" => Missing,
        "." => NotApplicable,
        "-" or "–" or "−" => Of(0),
        _ => null,
    };

    private static int? Whole(string cell)
    {
        var digits = string.Concat(cell.Where(c => !char.IsWhiteSpace(c)));
        var point = digits.IndexOfAny([',', '.']);
        if (point > 0 && digits.AsSpan(point + 1).TrimStart('0').IsEmpty)
            digits = digits[..point];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Highest ? number : null;
    }

    /// <summary>More people than this do not live in the country: the column is something else.</summary>
    private const int Highest = 10_000_000;
}
