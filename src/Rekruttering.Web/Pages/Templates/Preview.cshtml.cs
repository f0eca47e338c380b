using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Templates;

/// <summary>What stands in the form, as one student would get it. Shown in a frame of the form; saves nothing.</summary>
public sealed class PreviewModel(PreviewMail preview) : PageModel
{
    public MailPreview? Preview { get; private set; }

    /// <summary>What is wrong with the text, so that it cannot be shown.</summary>
    public Refusal? Fault { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync([Bind(Prefix = "Input")] TemplateForm form, Guid? student, string? finn, [FromForm(Name = "form")] WrittenForm? written, CancellationToken ct)
    {
        ModelState.Clear();
        var text = WriteTemplate.TextOf(form.Input);
        var result = await preview.ExecuteAsync(text, form.Topic ?? ReservationScope.News, student, finn, written, ct);
        (Preview, Fault) = (result.Value, result.Refusal);
    }
}
