using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Outbox;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>Runs the two views of a model through the framework's own view engine, without a request; both in one scope, and with metadata that all mails share.</summary>
sealed class MailRenderer(IRazorViewEngine views, IModelMetadataProvider metadata, ITempDataDictionaryFactory temporary, IServiceScopeFactory scopes) : IMailRenderer
{
    const string Root = "Rekruttering.Templates.";

    /// <summary>Holds most parts whole: a text that grows is copied.</summary>
    const int UsualLength = 8 * 1024;

    public async Task<RenderedMail> RenderAsync(MailModel model, string language, CancellationToken cancellationToken = default)
    {
        // The culture flows with this asynchronous call and ends with it: the caller's is untouched.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = MailLanguage.Culture(language);
        var view = ViewOf(model.GetType());
        await using var scope = scopes.CreateAsyncScope();
        var action = new ActionContext(new DefaultHttpContext { RequestServices = scope.ServiceProvider }, new RouteData(), new ActionDescriptor());
        cancellationToken.ThrowIfCancellationRequested();
        var html = await ViewAsync($"{view}.Html.cshtml", model, action);
        cancellationToken.ThrowIfCancellationRequested();
        var text = await ViewAsync($"{view}.Text.cshtml", model, action);
        return new RenderedMail(OneLine(model.Subject(language)), Tidy(text), html.ReplaceLineEndings("\n"));
    }

    async Task<string> ViewAsync(string path, object model, ActionContext action)
    {
        var found = views.GetView(executingFilePath: null, path, isMainPage: true);
        if (!found.Success)
            throw new InvalidOperationException($"There is no mail template {path}.");
        var data = new ViewDataDictionary<object>(metadata, action.ModelState) { Model = model };
        await using var output = new StringWriter(new StringBuilder(UsualLength), CultureInfo.CurrentCulture);
        await found.View.RenderAsync(new ViewContext(action, found.View, data, temporary.GetTempData(action.HttpContext), output, new HtmlHelperOptions()));
        return output.ToString();
    }

    /// <summary><c>Rekruttering.Templates.Jobs.OfferMail</c> has its views at <c>/Jobs/OfferMail</c>.</summary>
    static string ViewOf(Type model) => "/" + model.FullName![Root.Length..].Replace('.', '/');

    static string OneLine(string subject) => string.Join(' ', subject.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Razor leaves its own lines empty: no line ends in spaces, and no more than one empty line stands in a row.</summary>
    static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var empty = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var written = line.TrimEnd();
            if (written.IsEmpty && empty)
                continue;
            tidy.Append(written).Append('\n');
            empty = written.IsEmpty;
        }

        return empty && tidy.Length > 0 ? tidy.ToString(0, tidy.Length - 1) : tidy.ToString();
    }
}
