using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Campaigns;

/// <summary>
/// Markdown as HTML for a mail: the few elements named here, each with its style, and all text encoded. What is not named here is written
/// as the text in it.
/// </summary>
sealed class MarkdownHtml(MarkdownText text, MergeValues values)
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly StringBuilder html = new();
    bool inLink;

    public string Write(MarkdownDocument document)
    {
        Blocks(document);
        return html.ToString();
    }

    void Blocks(ContainerBlock blocks)
    {
        foreach (var block in blocks)
            One(block);
    }

    void One(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                // The mail's subject is its first heading.
                Element(heading.Level <= 2 ? "h2" : "h3", MailStyle.Heading, () => Inlines(heading.Inline));
                break;
            case ListBlock list:
                Element(list.IsOrdered ? "ol" : "ul", MailStyle.List, () => Blocks(list));
                break;
            case ListItemBlock item:
                Element("li", MailStyle.ListItem, () => Item(item));
                break;
            case QuoteBlock quote:
                Element("blockquote", MailStyle.Quote, () => Blocks(quote));
                break;
            case ThematicBreakBlock:
                html.Append("<hr>\n");
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case LeafBlock { Inline: not null } leaf:
                Element("p", MailStyle.Paragraph, () => Inlines(leaf.Inline));
                break;
            case ContainerBlock container:
                Blocks(container);
                break;
        }
    }

    /// <summary>The first paragraph of an item stands without one of its own, or Outlook opens a gap below every item.</summary>
    void Item(ListItemBlock item)
    {
        foreach (var (index, block) in item.Index())
        {
            if (index == 0 && block is ParagraphBlock paragraph)
                Inlines(paragraph.Inline);
            else
                One(block);
        }
    }

    void Element(string name, string style, Action content)
    {
        html.Append(CultureInfo.InvariantCulture, $"<{name} style=\"{style}\">");
        content();
        html.Append(CultureInfo.InvariantCulture, $"</{name}>\n");
    }

    void Inlines(ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Text(literal.Content.ToString());
                    break;
                case HtmlEntityInline entity:
                    html.Append(Encoder.Encode(entity.Transcoded.ToString()));
                    break;
                case LineBreakInline:
                    html.Append("<br>\n");
                    break;
                case AutolinkInline auto:
                    Link(auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, () => Text(auto.Url));
                    break;
                case LinkInline { IsImage: false } link:
                    Link(link.Url, () => Inlines(link));
                    break;
                case EmphasisInline { DelimiterCount: >= 2 } strong:
                    html.Append(CultureInfo.InvariantCulture, $"<strong style=\"{MailStyle.Strong}\">");
                    Inlines(strong);
                    html.Append("</strong>");
                    break;
                case EmphasisInline emphasis:
                    html.Append("<em>");
                    Inlines(emphasis);
                    html.Append("</em>");
                    break;
                case ContainerInline container:
                    Inlines(container);
                    break;
            }
        }
    }

    void Text(string written)
    {
        foreach (var (piece, field) in text.Pieces(written, values))
        {
            if (field is { IsLink: true } && piece.Length > 0)
                Link(piece, () => html.Append(Encoder.Encode(piece)), trusted: true);
            else
                html.Append(Encoder.Encode(piece));
        }
    }

    void Link(string? url, Action content, bool trusted = false)
    {
        var address = trusted ? url : text.Address(url, values);
        if (address is null || inLink)
        {
            content();
            return;
        }

        inLink = true;
        html.Append(CultureInfo.InvariantCulture, $"<a href=\"{Encoder.Encode(address)}\" style=\"{MailStyle.Link}\">");
        content();
        html.Append("</a>");
        inLink = false;
    }
}
