using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>
/// The first step of whatever is brought in by a file: one file, and below it what was brought in before. A refused file leaves the page as it was,
/// with the sentence at the field.
/// </summary>
public abstract class UploadPage : PageModel
{
    public sealed class Upload
    {
        public IFormFile? File { get; set; }

        /// <summary>The sheet of a workbook that is meant.</summary>
        public string? Sheet { get; set; }
    }

    [BindProperty]
    public Upload Input { get; set; } = new();

    /// <summary>What the file is, as the field asks for it: "Filen med listen over studenter".</summary>
    public abstract string What { get; }

    /// <summary>One paragraph of help under it.</summary>
    public abstract string Help { get; }

    /// <summary>The kinds of files that the browser offers.</summary>
    public abstract string Accepts { get; }

    /// <summary>Help for the field that names a sheet; null where no sheet is chosen.</summary>
    public virtual string? SheetHelp => null;

    /// <summary>What the button says.</summary>
    public abstract string Verb { get; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>What was brought in before.</summary>
    protected abstract Task LoadAsync(CancellationToken ct);

    /// <summary>Hands the file over, and goes on to the page of what became of it.</summary>
    /// <param name="stage">Takes the file and its name, and gives an id.</param>
    /// <param name="next">The address that the id is put behind.</param>
    protected async Task<IActionResult> TakeAsync(Func<Stream, string, Task<Result<Guid>>> stage, string next, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        if (Input.File is not { } file || Request.Form.Files.Count != 1)
            return await RefusedAsync(Request.Form.Files.Count > 1 ? "Velg én fil om gangen." : $"Velg {char.ToLowerInvariant(What[0])}{What[1..]}.", ct);
        await using var stream = file.OpenReadStream();
        var staged = await stage(stream, file.FileName);
        return staged.IsOk ? Redirect(next + staged.Value) : await RefusedAsync(staged.Refusal.Sentence, ct);
    }

    private async Task<IActionResult> RefusedAsync(string sentence, CancellationToken ct)
    {
        ModelState.AddModelError($"{nameof(Input)}.{nameof(Upload.File)}", sentence);
        await LoadAsync(ct);
        return Page();
    }
}
