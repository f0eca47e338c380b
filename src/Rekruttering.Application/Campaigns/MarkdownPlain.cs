using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Rekruttering.Application.Campaigns;

/// <summary>Markdown as a person would type it in a mail without formatting: no stars or brackets, and every link's address in sight.</summary>
sealed class MarkdownPlain(MarkdownText text, MergeValues values)
{
    public string Write(MarkdownDocument document) => Blocks(document, "\n\n").TrimEnd() + "\n";

    string Blocks(ContainerBlock blocks, string between) => string.Join(between, blocks.Select(One).Where(block => block.Length > 0));

    string One(Block block) => block switch
    {
        ListBlock list => string.Join('\n', list.OfType<ListItemBlock>().Select((item, index) => Item(list, item, index))),
        QuoteBlock quote => "> " + Blocks(quote, "\n\n").Replace("\n", "\n> ", StringComparison.Ordinal),
        ThematicBreakBlock => "———",
        LinkReferenceDefinitionGroup => "",
        LeafBlock leaf => Inlines(leaf.Inline),
        ContainerBlock container => Blocks(container, "\n\n"),
        _ => "",
    };

    string Item(ListBlock list, ListItemBlock item, int index)
    {
        var mark = list.IsOrdered ? $"{index + 1}{list.OrderedDelimiter} " : "- ";
        return mark + Blocks(item, "\n").Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
    }

    string Inlines(ContainerInline? inlines)
    {
        var line = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            line.Append(inline switch
            {
                LiteralInline literal => text.Plain(literal.Content.ToString(), values),
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => "\n",
                AutolinkInline auto => auto.Url,
                LinkInline { IsImage: false } link => Link(link),
                ContainerInline container => Inlines(container),
                _ => "",
            });
        }

        return line.ToString();
    }

    string Link(LinkInline link)
    {
        var words = Inlines(link).Trim();
        if (text.Address(link.Url, values) is not { } address)
            return words;
        // Of a mail or a telephone the address alone: what stands after the question mark is for programs.
        var shown = address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : Uri.UnescapeDataString(address[(address.IndexOf(':') + 1)..].Split('?')[0]);
        if (words.Length == 0 || words == shown || words == address || link.IsAutoLink)
            return shown;
        // At the end of a line the address follows a colon; within a sentence it stands in brackets, apart from the full stop.
        return EndsLine(link) ? $"{words.TrimEnd(':')}: {shown}" : $"{words} ({shown})";
    }

    static bool EndsLine(Inline inline) => inline.NextSibling is { } next ? next is LineBreakInline : inline.Parent is not EmphasisInline emphasis || EndsLine(emphasis);
}
