using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// What <c>&lt;when at as="relative" /&gt;</c> writes, for the lines of a long list: fifty tag helpers are a tenth of its page.
/// <code>@(new TimeAgo(row.LastContactAt, now, "aldri"))</code>
/// </summary>
/// <param name="At">UTC.</param>
/// <param name="Now">Oslo's wall clock.</param>
/// <param name="Missing">What to say when there is no date.</param>
public sealed record TimeAgo(DateTime? At, DateTime Now, string Missing) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        if (At is not { } at)
        {
            writer.Write($"<span>{encoder.Encode(Missing)}</span>");
            return;
        }
        var wall = OsloTime.FromUtc(at);
        var exact = encoder.Encode(NorwegianDates.WrittenWithTime(wall));
        writer.Write($"<time datetime=\"{at:yyyy-MM-ddTHH:mm:ssZ}\" title=\"{exact}\">{encoder.Encode(NorwegianDates.Relative(wall, Now, dayOnly: false))}<span class=\"ds-sr-only\"> ({exact})</span></time>");
    }
}
