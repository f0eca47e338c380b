using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Rekruttering.Templates.Shared;

/// <summary>What every part of a mail can say, in the language of the rendering.</summary>
public abstract class MailPage<TModel> : RazorPage<TModel>
{
    protected string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The words of the rendering's language.</summary>
    protected string T(string bokmaal, string nynorsk, string english) => MailLanguage.Pick(Language, bokmaal, nynorsk, english);

    protected string Greeting(string? firstName) =>
        string.IsNullOrWhiteSpace(firstName) ? T("Hei!", "Hei!", "Hello,") : $"{T("Hei", "Hei", "Hi")} {firstName.Trim()},";

    /// <summary>Whom to turn to with a question: by telephone where there is one, else by answering the mail.</summary>
    protected string WhoToCall(string name, string? phone) => string.IsNullOrWhiteSpace(phone)
        ? T($"Svar på denne e-posten, så hjelper {name} deg.", $"Svar på denne e-posten, så hjelper {name} deg.", $"Reply to this e-mail and {name} will help you.")
        : T($"Ring {name} på {phone}, eller svar på denne e-posten.", $"Ring {name} på {phone}, eller svar på denne e-posten.", $"Call {name} on {phone}, or reply to this e-mail.");

    protected string Moment(DateTime oslo) => MailDates.Moment(oslo, Language);

    protected string Day(DateOnly day) => MailDates.Day(day, Language);

    protected string Period(DateOnly from, DateOnly to) => MailDates.Period(from, to, Language);
}

/// <summary>The HTML part: all that is written is encoded, and the frame stands around it.</summary>
public abstract class HtmlPage<TModel> : MailPage<TModel>
{
    protected HtmlPage() => Layout = "/Shared/Frame.Html.cshtml";

    /// <summary>The one thing that the mail asks for.</summary>
    protected IHtmlContent Button(string url, string label) => new HtmlContentBuilder()
        .AppendHtml("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 16px;\"><tr>")
        .AppendHtml("<td class=\"button\" bgcolor=\"#0062ba\" style=\"background-color:#0062ba;border-radius:4px;\">")
        .AppendFormat("<a href=\"{0}\" style=\"{1}\">{2}</a>", url, MailStyle.Button, label)
        .AppendHtml("</td></tr></table>");

    /// <summary>A person's own text: an empty line makes a paragraph, a line break stays one.</summary>
    protected IHtmlContent Paragraphs(string text)
    {
        var html = new HtmlContentBuilder();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.AppendFormat("<p style=\"{0}\">", MailStyle.Paragraph);
            foreach (var (index, line) in paragraph.Split('\n').Index())
                (index == 0 ? html : html.AppendHtml("<br>")).Append(line);
            html.AppendHtml("</p>");
        }

        return html;
    }
}

/// <summary>The plain text part: what is written stands as it is, since nobody decodes it.</summary>
public abstract class TextPage<TModel> : MailPage<TModel>
{
    protected TextPage() => Layout = "/Shared/Frame.Text.cshtml";

    /// <summary>What another view has rendered is a text part too, and is written as it is.</summary>
    public override void Write(object? value)
    {
        if (value is IHtmlContent rendered)
            base.Write(rendered);
        else
            WriteLiteral(value);
    }

    public override void Write(string? value) => WriteLiteral(value);

    /// <summary>Each line marked as somebody else's words.</summary>
    protected static string Quote(string text) => "> " + text.Trim().ReplaceLineEndings("\n> ");
}
