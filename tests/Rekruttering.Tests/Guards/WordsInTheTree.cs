using System.Text.RegularExpressions;
using Rekruttering.Domain.Common;

namespace Rekruttering.Tests.Guards;

/// <summary>What may not stand in any file that git keeps: numbers of persons, and addresses that could be somebody's.</summary>
[Trait("Engine", "Any")]
public sealed partial class WordsInTheTree
{
    /// <summary>Shows that such a column is dropped, and so has (constructed) numbers in it.</summary>
    private static readonly string[] MayHoldNationalIds = ["uttrekk-med-fodselsnummer.csv", "RecognisingANationalId.cs"];

    private static readonly string[] Binary = [".png", ".xlsx", ".woff2", ".ico", ".pdf", ".zip"];

    [Fact]
    public void No_fodselsnummer_stands_in_a_file()
    {
        var found =
            from file in TextFiles()
            where !MayHoldNationalIds.Contains(Path.GetFileName(file))
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Select((text, i) => (Text: text, Number: i + 1))
            where ElevenDigits().Matches(line.Text).Any(hit => ControlDigitsHold(hit.Value) && NationalId.LooksLike(hit.Value))
            select $"{file}:{line.Number}";
        Assert.True(!found.Any(), string.Join("\n", found));
    }

    [Fact]
    public void Every_email_address_is_at_an_example_domain()
    {
        var found =
            from file in TextFiles()
            where Path.GetFileName(file) != "package-lock.json"
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Select((text, i) => (Text: text, Number: i + 1))
            from Match hit in Email().Matches(line.Text)
            where !IsExample(hit.Groups["domain"].Value)
            select $"{file}:{line.Number} {hit.Value}";
        Assert.True(!found.Any(), string.Join("\n", found));
    }

    private static IEnumerable<string> TextFiles() => Repository.Files.Where(file => !Binary.Contains(Path.GetExtension(file)));

    // RFC 2606 keeps example.com, .net and .org and the ending .test free for all time; "svar-@answer.Id" in a page is code and no address.
    private static bool IsExample(string domain) =>
        ExampleDomain().IsMatch(domain) || domain.EndsWith(".test", StringComparison.OrdinalIgnoreCase) || domain.EndsWith(".example", StringComparison.OrdinalIgnoreCase) || domain.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);

    private static bool ControlDigitsHold(string digits)
    {
        int[] first = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0];
        int[] second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
        return Sum(digits, first) % 11 == 0 && Sum(digits, second) % 11 == 0;
    }

    private static int Sum(string digits, int[] weights) => digits.Select((digit, i) => (digit - '0') * weights[i]).Sum();

    [GeneratedRegex(@"(?<![\d.])\d{11}(?!\d)")]
    private static partial Regex ElevenDigits();

    [GeneratedRegex(@"[\w.+-]+@(?<domain>(?:\w[\w-]*\.)+(?:[a-z]{2,}|[A-Z]{2,}))(?!\w)", RegexOptions.None, 5000)]
    private static partial Regex Email();

    [GeneratedRegex(@"^([\w-]+\.)*example\.(com|org|net)$", RegexOptions.IgnoreCase)]
    private static partial Regex ExampleDomain();
}
