using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Rekruttering.Domain.Common;

/// <summary>A telephone number in E.164 ("+4748353392"). Made only by <see cref="TryParse"/>.</summary>
public sealed record PhoneNumber
{
    PhoneNumber(string value) => Value = value;

    /// <summary>Plus, country code and number, digits only.</summary>
    public string Value { get; }

    /// <summary>As people read it: Norwegian numbers in their groups ("483 53 392"), others as they are.</summary>
    public string Display => Value.StartsWith("+47", StringComparison.Ordinal) && Value.Length == 11
        ? Value[3] is '4' or '9' ? $"{Value[3..6]} {Value[6..8]} {Value[8..]}" : $"{Value[3..5]} {Value[5..7]} {Value[7..9]} {Value[9..]}"
        : Value;

    /// <summary>
    /// Eight digits are Norwegian; <c>+</c> or <c>00</c> starts a country code; ten digits that begin with 47 are Norwegian too, since a sheet eats the plus.
    /// Anything else (two numbers in a cell, letters, a foreign number without its code) is turned down.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (Digits(text) is not { } digits) return false;
        var e164 = digits switch
        {
            ['+', ..] => digits,
            ['0', '0', ..] => "+" + digits[2..],
            { Length: 8 } => "+47" + digits,
            { Length: 10 } when digits.StartsWith("47", StringComparison.Ordinal) => "+" + digits,
            _ => "",
        };
        if (!IsPlausible(e164)) return false;
        number = new PhoneNumber(e164);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    static bool IsPlausible(string e164) => e164.StartsWith("+47", StringComparison.Ordinal)
        ? e164.Length == 11 && e164[3] is >= '2' and <= '9'
        : e164.Length is >= 9 and <= 16 && e164[1] is >= '1' and <= '9';

    static string? Digits(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40) return null;
        var digits = new StringBuilder();
        foreach (var c in text.Replace("(0)", "", StringComparison.Ordinal))
        {
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (c == '+' && digits.Length == 0) digits.Append(c);
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '.' or '(' or ')' or '\u2011' or '\u2013' or '\u200B' or '\u202C' or '\u202D')) return null;
        }
        return digits.Length == 0 ? null : digits.ToString();
    }
}
