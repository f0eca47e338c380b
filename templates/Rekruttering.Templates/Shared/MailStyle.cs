namespace Rekruttering.Templates.Shared;

/// <summary>
/// The inline styles of a mail, in one place: mail programs throw style sheets away in different ways, and Outlook knows no CSS variables.
/// Each colour of text has at least 4.5:1 against its ground; the dark ones stand in the frame's style element, by class.
/// </summary>
public static class MailStyle
{
    // Outlook sets a mail in Times when it does not know the first font named.
    const string Text = "color:#1e2b3c;font-family:Segoe UI,Helvetica,Arial,sans-serif;";
    const string Muted = "color:#4b5563;font-family:Segoe UI,Helvetica,Arial,sans-serif;line-height:1.5;";

    // A form's address is longer than a telephone is wide. Not on the columns of facts, which would be squeezed to a letter.
    const string Broken = "word-break:break-word;overflow-wrap:anywhere;";

    public const string Paragraph = $"margin:0 0 16px;{Text}font-size:17px;line-height:1.5;{Broken}";
    public const string Small = $"margin:0 0 8px;{Muted}font-size:14px;{Broken}";
    public const string Note = $"margin:0 0 16px;{Muted}font-size:14px;{Broken}";
    public const string Heading = $"margin:24px 0 8px;{Text}font-size:20px;line-height:1.3;font-weight:600;{Broken}";
    public const string Strong = "font-weight:600;";
    public const string List = $"margin:0 0 16px;padding:0 0 0 24px;{Text}font-size:17px;line-height:1.5;{Broken}";
    public const string ListItem = "margin:0 0 4px;";
    public const string Quote = $"margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid #99a5b5;{Text}font-size:17px;line-height:1.5;{Broken}";
    public const string Link = $"color:#0053a0;text-decoration:underline;{Broken}";
    public const string LongLink = $"{Link}word-break:break-all;";
    public const string Term = $"padding:4px 16px 4px 0;{Muted}font-size:15px;text-align:left;vertical-align:top;font-weight:400;";
    public const string Fact = $"padding:4px 0;{Text}font-size:17px;line-height:1.5;text-align:left;vertical-align:top;{Broken}";
    public const string Button = "display:inline-block;padding:14px 28px;color:#ffffff;font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.25;font-weight:600;text-decoration:none;";
}
