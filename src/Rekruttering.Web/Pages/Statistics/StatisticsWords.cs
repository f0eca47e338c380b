using System.Text.Json;
using Rekruttering.Domain.Statistics;

namespace Rekruttering.Web.Pages.Statistics;

/// <summary>What tables and their cells are called on the screens.</summary>
public static class StatisticsWords
{
    public static string Words(this ExtractStatus status) => status switch
    {
        ExtractStatus.Staged => "ikke tatt i bruk",
        ExtractStatus.InUse => "i bruk",
        _ => "tatt ut",
    };

    public static string Tone(this ExtractStatus status) => status switch
    {
        ExtractStatus.Staged => "warning",
        ExtractStatus.InUse => "success",
        _ => "neutral",
    };

    /// <summary>"1 216 celler: 908 tall, 304 skjulte (:), 4 mangler (..) og 0 finnes ikke (.)".</summary>
    public static string Contents(int numbers, int suppressed, int missing, int notApplicable) =>
        $"{Counted(numbers + suppressed + missing + notApplicable, "celle", "celler")}: {numbers:N0} tall, {suppressed:N0} skjult («:»), {missing:N0} mangler («..») og {notApplicable:N0} finnes ikke («.»)";

    public static string Counted(int number, string one, string several) => $"{number:N0} {(number == 1 ? one : several)}";

    /// <summary>The sentences on what the file held and could not be used.</summary>
    public static IReadOnlyList<string> LeftOutSentences(this StatisticsExtract extract)
    {
        ArgumentNullException.ThrowIfNull(extract);
        return JsonSerializer.Deserialize<List<string>>(extract.LeftOut) ?? [];
    }
}
