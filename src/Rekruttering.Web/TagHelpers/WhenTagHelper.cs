using Microsoft.AspNetCore.Razor.TagHelpers;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// A day or a moment as Norwegians read it, on Oslo's clock, in a <c>time</c> element.
/// <code>&lt;when day="@student.Born" /&gt; &lt;when at="@message.SentAt" as="relative" /&gt;</code>
/// <c>as</c>: short 03.02.2027 · long 3. februar 2027 · deadline onsdag 3. februar kl. 15 · relative for 3 uker siden (the date on hover).
/// Nothing given is a dash that screen readers hear as "ikke satt".
/// </summary>
[HtmlTargetElement("when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(TimeProvider clock) : TagHelper
{
    public DateOnly? Day { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? At { get; set; }

    public string As { get; set; } = "short";

    /// <summary>What to say when there is no date.</summary>
    public string Missing { get; set; } = "–";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Day is null && At is null)
        {
            output.TagName = "span";
            output.Content.SetContent(Missing);
            return;
        }

        output.TagName = "time";
        var wall = At is { } utc ? OsloTime.FromUtc(utc) : Day!.Value.ToDateTime(TimeOnly.MinValue);
        var machine = At is { } instant ? instant.ToString("yyyy-MM-ddTHH:mm:ssZ") : wall.ToString("yyyy-MM-dd");
        output.Attributes.SetAttribute("datetime", machine);
        var exact = At is null ? NorwegianDates.Written(wall) : NorwegianDates.WrittenWithTime(wall);
        output.Content.SetContent(As switch
        {
            "long" => exact,
            "deadline" => NorwegianDates.Deadline(wall, withTime: At is not null, OsloTime.FromUtc(clock.UtcNow())),
            "relative" => NorwegianDates.Relative(wall, OsloTime.FromUtc(clock.UtcNow()), dayOnly: At is null),
            "time" => NorwegianDates.NumericWithTime(wall),
            _ => NorwegianDates.Numeric(wall),
        });
        if (As != "relative")
            return;
        output.Attributes.SetAttribute("title", exact);
        output.PostContent.AppendHtml("<span class=\"ds-sr-only\"> (").Append(exact).AppendHtml(")</span>");
    }
}
