using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Rekruttering.Domain.Places;

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
            if (Kommuner.Find(number) is not null)
                return;
            var today = Kommuner.Resolve(number).Candidates;
            result.AddError(today.Count == 0
                ? $"'{number}' is not the number of a kommune."
                : $"'{number}' is not the number of a kommune of today. Use {string.Join(" or ", today.Select(k => $"{k.Number} ({k.Name})"))}.");
        });
        return option;
    }

    /// <summary>One JSON document, or one sentence.</summary>
    public static Task ReportAsync(this CommandIo io, bool json, object document, string sentence) =>
        io.Output.WriteLineAsync(json ? JsonSerializer.Serialize(document, Readable) : sentence);
}
