using Razor.Templating.Core;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>Renders through Razor.Templating.Core.</summary>
sealed class TemplatingCoreMailRenderer(IRazorTemplateEngine engine) : MailRenderer
{
    protected override Task<string> ViewAsync(string path, object model) => engine.RenderAsync(path, model);
}
