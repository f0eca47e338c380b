using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Campaigns;

/// <summary>
/// What a recruiter writes: a subject and Markdown with merge fields, checked once and then filled for each recipient. HTML in it is text;
/// so is whatever a field is filled with, since the fields are filled after the Markdown has been read.
/// </summary>
public sealed partial class MarkdownText
{
    /// <summary>The longest subject; mail programs show about sixty characters of it.</summary>
    public const int SubjectLimit = 150;

    /// <summary>The longest body.</summary>
    public const int BodyLimit = 20_000;

    /// <summary>Each field becomes one character of this private area, which Markdown takes for a letter: U+E000 is the first field.</summary>
    const char FirstSlot = '\uE000';
    const char LastSlot = '\uF8FF';

    /// <summary>Between words: space, and whatever is not to be seen.</summary>
    static readonly char[] Separators = [' ', .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)];

    /// <summary>
    /// No HTML, code or underlined headings: "--" below a name is how people sign, and four spaces are how they indent.
    /// </summary>
    static readonly MarkdownPipeline Pipeline = BuildPipeline();

    readonly string subject;
    readonly MarkdownDocument body;
    readonly IReadOnlyList<Slot> slots;

    MarkdownText(string subject, MarkdownDocument body, IReadOnlyList<Slot> slots) => (this.subject, this.body, this.slots) = (subject, body, slots);

    /// <summary>
    /// Reads and checks. A refusal's <see cref="Refusal.Field"/> is "Subject" or "Body"; the first fault only, with its place in what was typed.
    /// </summary>
    public static Result<MarkdownText> Parse(string? subject, string? body)
    {
        if (string.IsNullOrWhiteSpace(subject))
            return new SubjectMissing { Field = "Subject" };
        if (string.IsNullOrWhiteSpace(body))
            return new BodyMissing { Field = "Body" };
        if (subject.Length > SubjectLimit)
            return new MailTextTooLong("Emnet", SubjectLimit) { Field = "Subject" };
        if (body.Length > BodyLimit)
            return new MailTextTooLong("Teksten", BodyLimit) { Field = "Body" };
        var slots = new List<Slot>();
        if (Cut(subject, slots) is var (cutSubject, fault) && fault is not null)
            return fault with { Field = "Subject" };
        if (slots.Find(slot => slot.Field.IsLink) is { } link)
            return new LinkInSubject(link.Field.Name) { Field = "Subject" };
        if (Cut(body, slots) is var (cutBody, bodyFault) && bodyFault is not null)
            return bodyFault with { Field = "Body" };
        var document = Read(cutBody);
        var text = new MarkdownText(cutSubject, document, slots);
        if (document.Descendants<LinkInline>().FirstOrDefault(one => !one.IsImage && text.Address(one.Url, Empty) is null) is { } bad)
            return new LinkNotAllowed(text.Typed(bad.Url ?? "")) { Field = "Body" };
        return text;
    }

    /// <summary>Where its links go, those that were typed: a field that is a link is ours and leads where it should.</summary>
    public IEnumerable<string> Addresses() => body.Descendants<LinkInline>().Where(link => !link.IsImage && !(link.Url is { Length: 1 } one && SlotOf(one[0]) is not null))
        .Select(link => Typed(link.Url ?? "")).Concat(body.Descendants<AutolinkInline>().Where(link => !link.IsEmail).Select(link => Typed(link.Url)));

    /// <summary>The pictures that were asked for; a mail has none.</summary>
    public IEnumerable<string> Pictures() => body.Descendants<LinkInline>().Where(link => link.IsImage).Select(link => Typed(link.Url ?? ""));

    /// <summary>The fields that would be empty for one recipient, by name.</summary>
    public IReadOnlyList<string> EmptyFields(MergeValues values) =>
        [.. slots.Where(slot => slot.Fallback is null && OneLine(slot.Field.Value(values)).Length == 0).Select(slot => slot.Field.Name).Distinct()];

    /// <summary>The mail for one recipient.</summary>
    public FilledText Fill(MergeValues values)
    {
        return new FilledText(
            OneLine(Plain(subject, values)),
            new HtmlString(new MarkdownHtml(this, values).Write(body)),
            new MarkdownPlain(this, values).Write(body),
            EmptyFields(values));
    }

    /// <summary>The pieces of a run of text: what was typed, and what each field is filled with, with the field.</summary>
    internal IEnumerable<(string Text, MergeField? Field)> Pieces(string text, MergeValues values)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (SlotOf(text[at]) is not { } slot)
                continue;
            if (at > start)
                yield return (text[start..at], null);
            yield return (Filled(slot, values), slot.Field);
            start = at + 1;
        }

        if (start < text.Length)
            yield return (text[start..], null);
    }

    internal string Plain(string text, MergeValues values) => string.Concat(Pieces(text, values).Select(piece => piece.Text));

    /// <summary>
    /// Where a link goes, or null when it may not. A field that is a link may be the whole address; any other is escaped, and only behind a
    /// scheme that was typed.
    /// </summary>
    internal string? Address(string? url, MergeValues values)
    {
        if (string.IsNullOrWhiteSpace(url))
            return null;
        if (url.Length == 1 && SlotOf(url[0]) is { } slot)
            return slot.Field.IsLink ? Filled(slot, values) : null;
        if (!Scheme().IsMatch(url))
            return null;
        var address = string.Concat(Pieces(url, values).Select(piece => piece.Field is null ? piece.Text : Uri.EscapeDataString(piece.Text)));
        return Uri.TryCreate(address, UriKind.Absolute, out _) && !address.Any(char.IsControl) ? address : null;
    }

    /// <summary>
    /// Markdown takes every line that begins with a number for an item of a list and counts on from the first: "27. desember" and below it
    /// "29. desember" became the 27th and the 28th. Here a list counts from one, by one, and none of its items is a date; any other number is
    /// text, by a backslash before its full stop.
    /// </summary>
    static MarkdownDocument Read(string body)
    {
        while (true)
        {
            var document = Markdown.Parse(body, Pipeline);
            var numbers = document.Descendants<ListBlock>().Where(list => list.IsOrdered).Select(list => list.OfType<ListItemBlock>().Select(item => Number().Match(body, item.Span.Start)).ToList())
                .Where(list => !IsList(list)).SelectMany(list => list).Where(number => number.Success).OrderByDescending(number => number.Index).ToList();
            if (numbers.Count == 0)
                return document;
            foreach (var number in numbers)
                body = body.Insert(number.Groups[1].Index + number.Groups[1].Length, "\\");
        }
    }

    static bool IsList(List<Match> numbers) => numbers.Count > 1
        && numbers.Index().All(one => !one.Item.Groups[2].Success && int.TryParse(one.Item.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var number) && number == one.Index + 1);

    static string Filled(Slot slot, MergeValues values) => OneLine(slot.Field.Value(values)) is { Length: > 0 } value ? value : slot.Fallback ?? "";

    /// <summary>Null for a letter, and for one of the private area that an entity in the text has brought in.</summary>
    Slot? SlotOf(char letter) => letter is >= FirstSlot and <= LastSlot && letter - FirstSlot < slots.Count ? slots[letter - FirstSlot] : null;

    /// <summary>What was typed, with its fields: for a refusal.</summary>
    string Typed(string text) => string.Concat(Pieces(text, Empty).Select(piece => piece.Field is null ? piece.Text : $"{{{{{piece.Field.Name}}}}}"));

    static (string Text, Refusal? Fault) Cut(string typed, List<Slot> slots)
    {
        typed = PrivateLetters().Replace(typed, "\uFFFD");
        var text = new StringBuilder();
        var start = 0;
        foreach (Match match in FieldPattern().Matches(typed))
        {
            text.Append(typed, start, match.Index - start);
            start = match.Index + match.Length;
            var (line, column) = Place(typed, match.Index);
            var (name, fallback) = match.Groups[1].Value.Split('|', 2) is [var left, var right] ? (left.Trim(), right.Trim()) : (match.Groups[1].Value.Trim(), null);
            if (MergeFields.Find(name) is not { } field)
                return ("", new UnknownMergeField(name, line, column));
            slots.Add(new Slot(field, OneLine(fallback) is { Length: > 0 } instead ? instead : null));
            text.Append((char)(FirstSlot + slots.Count - 1));
        }

        text.Append(typed, start, typed.Length - start);
        var open = Blanked(typed).IndexOf("{{", StringComparison.Ordinal);
        return open < 0 ? (text.ToString(), null) : ("", new UnclosedMergeField(Place(typed, open).Line, Place(typed, open).Column));

        // As long as what was typed, so that places stay.
        static string Blanked(string typed) => FieldPattern().Replace(typed, match => new string(' ', match.Length));
    }

    static (int Line, int Column) Place(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return (before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }

    static string OneLine(string? text) => string.Join(' ', (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries));

    static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true });
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.InlineParsers.TryRemove<CodeInlineParser>();
        if (builder.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs)
            paragraphs.ParseSetextHeadings = false;
        return builder.Build();
    }

    static MergeValues Empty { get; } = new() { Kommune = "x", Sender = "x", FirstName = "x", StudyPlace = "x", Phone = "x", Lis1Url = "https://x", UnsubscribeUrl = "https://x", PrivacyUrl = "https://x" };

    [GeneratedRegex(@"\{\{([^{}\r\n]*)\}\}")]
    private static partial Regex FieldPattern();

    [GeneratedRegex(@"\G\s*(\d{1,9})[.)](\s+[*_]*(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|des)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex("[\uE000-\uF8FF]")]
    private static partial Regex PrivateLetters();

    [GeneratedRegex("^(?:https?://|mailto:|tel:)", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    sealed record Slot(MergeField Field, string? Fallback);
}

/// <summary>A mail's own words for one recipient.</summary>
/// <param name="Subject">One line, unencoded.</param>
/// <param name="Html">A fragment for the frame's body, encoded, with the styles inline.</param>
/// <param name="Text">The same as a person would type it.</param>
/// <param name="EmptyFields">Fields that had neither value nor fallback, by name.</param>
public sealed record FilledText(string Subject, IHtmlContent Html, string Text, IReadOnlyList<string> EmptyFields);
