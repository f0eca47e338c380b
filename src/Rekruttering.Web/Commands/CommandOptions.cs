using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Rekruttering.Web.Commands;

/// <summary>What several commands share.</summary>
internal static class CommandOptions
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Option<bool> Json() => new("--json") { Description = "Report as JSON." };

    /// <summary>A kommune of today by its four-character number; an old number is refused with the new one named.</summary>
    public static Option<string> Kommune()
    {
        var option = new Option<string>("--kommune") { Description = "The kommune's number, e.g. 5007.", Required = true, HelpName = "NUMBER" };
        option.Validators.Add(result =>
        {
            var number = result.GetValueOrDefault<string>();
            if (Domain.Places.Kommuner.Find(number) is null)
                result.AddError(NotOfToday(number));
        });
        return option;
    }

    private static string NotOfToday(string? number)
    {
        var today = Domain.Places.Kommuner.Resolve(number).Candidates;
        return today.Count == 0
            ? $"'{number}' is not the number of a kommune."
            : $"'{number}' is not the number of a kommune of today. Use {string.Join(" or ", today.Select(k => $"{k.Number} ({k.Name})"))}.";
    }

    /// <summary>None, one or several kommuner of today.</summary>
    public static Option<string[]> Kommuner()
    {
        var option = new Option<string[]>("--kommune") { Description = "Only for this kommune (may be given several times). Without it: for each that the database knows.", HelpName = "NUMBER", DefaultValueFactory = _ => [] };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string[]>()?.FirstOrDefault(number => Domain.Places.Kommuner.Find(number) is null) is { } unknown)
                result.AddError(NotOfToday(unknown));
        });
        return option;
    }

    /// <summary>One JSON document, or one sentence.</summary>
    public static Task ReportAsync(this CommandIo io, bool json, object document, string sentence) =>
        io.Output.WriteLineAsync(json ? JsonSerializer.Serialize(document, Readable) : sentence);
}
