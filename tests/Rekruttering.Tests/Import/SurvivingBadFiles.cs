using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Infrastructure.Extracts;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

/// <summary>Files that are made to hurt: one clear sentence, bounded memory, and the register as it was.</summary>
public class SurvivingBadFiles(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private const int Megabyte = 1024 * 1024;
    private const string People = "<row r=\"1\"><c t=\"inlineStr\"><is><t>Navn</t></is></c><c t=\"inlineStr\"><is><t>E-post</t></is></c></row><row r=\"2\"><c t=\"inlineStr\"><is><t>Ola Vik</t></is></c></row>";

    [Fact]
    public async Task A_line_of_fifty_megabytes_is_turned_down_before_all_of_it_is_read()
    {
        await using var line = new OneLine(50 * Megabyte);
        var result = await new ExtractReader().ReadAsync(line);
        Assert.StartsWith("Filen er for stor: grensen er 20 MB.", result.Refusal!.Sentence);
        Assert.InRange(line.Given, 20 * Megabyte, 21 * Megabyte);
    }

    [Fact]
    public async Task A_line_of_fifty_megabytes_leaves_the_register_as_it_was_by_page_and_by_command()
    {
        var kommune = app.Given.Kommune();
        using var form = new MultipartFormDataContent { { new StreamContent(new OneLine(50 * Megabyte)), "Input.File", "linje.csv" } };
        Assert.Equal("Filen er for stor", (await (await kommune.Recruiter()).Send("/import/personer", form)).Heading);

        var file = Path.Combine(app.Folder.FullName, "linje.csv");
        await using (var written = File.Create(file))
            await new OneLine(50 * Megabyte).CopyToAsync(written);
        var outcome = await app.Command($"import persons {file} --kommune {kommune.Number}");
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith("Filen er for stor", outcome.Error);
        Assert.Equal((0, 0), (await kommune.Students(), await app.Look(db => db.ImportBatches.CountAsync(b => b.KommuneNumber == kommune.Number))));
    }

    [Theory]
    [InlineData("", 'x')]
    [InlineData("Navn;E-post\n", ';')]
    [InlineData("Navn;E-post\n\"", 'x')]
    [InlineData("Navn;E-post\n\"", '\n')]
    [InlineData("Navn;E-post\n", '"')]
    public async Task A_row_that_never_ends_is_turned_down_for_little_memory(string before, char endless)
    {
        var text = Encoding.UTF8.GetBytes(before + new string(endless, 15 * Megabyte));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var result = await new ExtractReader().ReadAsync(new MemoryStream(text));
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.Matches("^(Rad [12] er over en million tegn lang|Filen slutter midt i en tekst)", result.Refusal!.Sentence);
        // The file, its text, and the growing of both.
        Assert.InRange(allocated, 0, 200L * Megabyte);
    }

    [Theory]
    [InlineData("a million columns", "Listen har for mange kolonner")]
    [InlineData("a document type", "Excel-filen er skadet")]
    [InlineData("laughs", "Excel-filen er skadet")]
    [InlineData("a bomb of texts", "Excel-filen er for stor når den pakkes ut")]
    [InlineData("a lying size", "Excel-filen er for stor når den pakkes ut")]
    [InlineData("a row of nothing", "Listen har for mange kolonner")]
    [InlineData("a text without end", "En celle i Excel-filen er på over en million tegn")]
    [InlineData("merged cells", "Excel-filen er for stor når den pakkes ut")]
    [InlineData("a cell in the last corner", "Arket er nesten tomt, men strekker seg svært langt")]
    public async Task A_workbook_made_to_hurt_is_turned_down_on_the_page(string what, string sentence)
    {
        var kommune = app.Given.Kommune();
        var page = await (await kommune.Recruiter()).Upload("ond.xlsx", what switch
        {
            "a million columns" => Workbooks.Of("<row r=\"1\"><c t=\"inlineStr\"><is><t>Navn</t></is></c><c t=\"inlineStr\"><is><t>E-post</t></is></c></row><row r=\"2\">" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_000_000)) + "</row>"),
            "a document type" => Workbooks.OfSheet("<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/x.dtd\"><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"),
            "laughs" => Workbooks.OfSheet("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&c;</t></is></c></row></sheetData></worksheet>"),
            "a row of nothing" => Workbooks.Of(People + "<row r=\"3\">", "<c/>", 30_000_000, "</row>"),
            "a text without end" => Workbooks.Of(People + "<row r=\"3\"><c t=\"inlineStr\"><is><t>", "a", 100 * Megabyte, "</t></is></c></row>"),
            "merged cells" => Workbooks.Of(People + "</sheetData><mergeCells>", "<mergeCell ref=\"A1:B2\"/>", 1_000_000, "</mergeCells><sheetData>"),
            "a cell in the last corner" => Workbooks.Of(People + "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>"),
            "a bomb of texts" => Workbooks.Bomb("xl/sharedStrings.xml", 65),
            _ => Workbooks.Bomb("xl/media/image1.png", 301),
        });
        Assert.StartsWith("Filen med listen over studenter: " + sentence, Assert.Single(page.Errors));
        Assert.Equal((0, 0), (await kommune.Students(), await app.Look(db => db.ImportBatches.CountAsync(b => b.KommuneNumber == kommune.Number))));
    }

    [Theory]
    [InlineData("<row r=\"3\">", "<c/>", 30_000_000, "</row>")]
    [InlineData("<row r=\"3\"><c t=\"inlineStr\"><is><t>", "a", 100 * Megabyte, "</t></is></c></row>")]
    [InlineData("</sheetData><mergeCells>", "<mergeCell ref=\"A1:B2\"/>", 1_000_000, "</mergeCells><sheetData>")]
    public async Task A_small_workbook_never_takes_much_memory(string before, string again, int times, string after)
    {
        var file = Workbooks.Of(People + before, again, times, after);
        Assert.InRange(file.Length, 0, 2 * Megabyte);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Assert.False((await new ExtractReader().ReadAsync(new MemoryStream(file))).IsOk);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 100L * Megabyte);
    }

    [Fact]
    public async Task A_picture_in_a_workbook_is_no_matter()
    {
        var picture = "\u0089PNG" + new string('\0', 3 * Megabyte);
        var result = await new ExtractReader().ReadAsync(new MemoryStream(Workbooks.Of(People, "", 0, "", ("xl/media/image1.png", picture))));
        Assert.True(result.IsOk, result.Refusal?.Sentence);
    }

    [Fact]
    public async Task Zero_bytes_are_no_list()
    {
        var page = await (await app.Given.Kommune().Recruiter()).Upload("null.csv", Encoding.UTF8.GetBytes("Navn;E-post\nOla\0 Vik;ola@example.com\n"));
        Assert.StartsWith("Filen med listen over studenter: Filen er ikke en liste vi kan lese.", Assert.Single(page.Errors));
    }

    [Fact]
    public async Task Signs_that_are_no_text_harm_nobody()
    {
        var kommune = app.Given.Kommune();
        var file = Path.Combine(app.Folder.FullName, "tegn.csv");
        await File.WriteAllBytesAsync(file, Csv("Fornavn;Etternavn;E-post;Merknad", "To\uFFFEra;Lie;tora@example.com;linje 1\u000Blinje 2"));
        var outcome = await app.Command($"import persons {file} --kommune {kommune.Number} --source x --basis public-task --collected 2026-01-02");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal(("To?ra", "linje 1 linje 2"), await app.Look(async db => await db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number) is var tora ? (tora.FirstName, tora.Details.Note) : default));
    }

    [Fact]
    public async Task Rows_before_an_unclosed_quote_are_not_taken_in()
    {
        var kommune = app.Given.Kommune();
        var page = await (await kommune.Recruiter()).Upload("halv.csv", Csv("Navn;E-post", "Ola Vik;ola@example.com", "\"Kari Moen;kari@example.com"));
        Assert.StartsWith("Filen med listen over studenter: Filen slutter midt i en tekst: et anførselstegn i rad 3", Assert.Single(page.Errors));
        Assert.Equal(0, await app.Look(db => db.ImportRows.CountAsync(r => r.KommuneNumber == kommune.Number)));
    }

    /// <summary>One line of so many bytes, made while it is read.</summary>
    private sealed class OneLine(long length) : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - Given);
            buffer[..count].Fill((byte)'x');
            Given += count;
            return count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
