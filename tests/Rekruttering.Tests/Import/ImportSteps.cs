using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Import;

/// <summary>The steps of an import, as a recruiter takes them.</summary>
static class ImportSteps
{
    /// <summary>Source, legal basis and date for lists that do not say.</summary>
    internal static readonly (string, string)[] Source = [("Input.Source", "Test"), ("Input.LegalBasis", "PublicTask"), ("Input.CollectedOn", "2026-01-02")];

    internal static byte[] Example(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Examples", name));

    internal static byte[] Csv(string header, params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header)));

    internal static async Task<SeenPage> Upload(this Visitor visitor, string name, byte[]? content = null) =>
        await (await visitor.Open("/import/personer")).Press("Les filen", [], [("Input.File", name, content ?? Example(name))]);

    /// <summary>The same of one sheet of a workbook.</summary>
    internal static async Task<SeenPage> UploadSheet(this Visitor visitor, string name, byte[] content, string sheet) =>
        await (await visitor.Open("/import/personer")).Press("Les filen", [("Input.Sheet", sheet)], [("Input.File", name, content)]);

    /// <summary>From the file to the dry run.</summary>
    internal static async Task<SeenPage> DryRun(this Visitor visitor, string name, byte[]? content = null) =>
        await (await visitor.Upload(name, content)).Press("Prøvekjør", content is null ? [] : Source);

    /// <summary>From the file to the register.</summary>
    internal static async Task<SeenPage> Import(this Visitor visitor, string name, byte[]? content = null) =>
        await (await visitor.DryRun(name, content)).Press("Hent inn i registeret");

    internal static string Step(this SeenPage page) => page.Document.QuerySelector(".app-steps [aria-current=step]")!.TextContent.Trim();

    /// <summary>The refused rows as the file that is downloaded.</summary>
    internal static async Task<byte[]> Download(this Visitor visitor, string path)
    {
        var response = await visitor.Http.GetAsync(new Uri(path + "?handler=Refused", UriKind.Relative));
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    internal static Task<int> Students(this GivenKommune kommune) => kommune.App.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number));

    internal static Task<Student> Find(this RekrutteringApp app, Guid id) => app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.Id == id));

    /// <summary>The number written in letters: digits have no place in a name.</summary>
    internal static string Letters(int number) => string.Concat(number.ToString("0000").Select(digit => (char)('k' + digit - '0')));
}
