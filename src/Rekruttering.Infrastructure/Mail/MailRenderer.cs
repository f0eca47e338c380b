using System.Globalization;
using Rekruttering.Application.Outbox;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>What is the same whichever engine runs the views: which two belong to a model, in which culture, and how the text is tidied.</summary>
abstract class MailRenderer : IMailRenderer
{
    const string Root = "Rekruttering.Templates.";

    public async Task<RenderedMail> RenderAsync(MailModel model, string language, CancellationToken cancellationToken = default)
    {
        // The culture flows with this asynchronous call and ends with it: the caller's is untouched.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = MailLanguage.Culture(language);
        var view = ViewOf(model.GetType());
        cancellationToken.ThrowIfCancellationRequested();
        var html = await ViewAsync($"{view}.Html.cshtml", model);
        cancellationToken.ThrowIfCancellationRequested();
        var text = await ViewAsync($"{view}.Text.cshtml", model);
        return new RenderedMail(OneLine(model.Subject(language)), Tidy(text), html.ReplaceLineEndings("\n"));
    }

    protected abstract Task<string> ViewAsync(string path, object model);

    /// <summary><c>Rekruttering.Templates.Jobs.OfferMail</c> has its views at <c>/Jobs/OfferMail</c>.</summary>
    static string ViewOf(Type model) => "/" + model.FullName![Root.Length..].Replace('.', '/');

    static string OneLine(string subject) => string.Join(' ', subject.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Razor leaves its own lines empty: no line ends in spaces, and no more than one empty line stands in a row.</summary>
    static string Tidy(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
                lines.Add(line);
        }

        return string.Join('\n', lines).TrimEnd() + "\n";
    }
}
