using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>Renders through the framework's own view engine, without a request.</summary>
sealed class RazorViewMailRenderer(IRazorViewEngine views, IServiceScopeFactory scopes) : MailRenderer
{
    protected override async Task<string> ViewAsync(string path, object model)
    {
        var found = views.GetView(executingFilePath: null, path, isMainPage: true);
        if (!found.Success)
            throw new InvalidOperationException($"There is no mail template {path}.");
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var data = new ViewDataDictionary<object>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        var temporary = new TempDataDictionary(http, scope.ServiceProvider.GetRequiredService<ITempDataProvider>());
        await using var output = new StringWriter();
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        await found.View.RenderAsync(new ViewContext(action, found.View, data, temporary, output, new HtmlHelperOptions()));
        return output.ToString();
    }
}
