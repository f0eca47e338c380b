using System.Text;
using Rekruttering.Application.Students.Import;
using Rekruttering.Infrastructure.Extracts;

namespace Rekruttering.Tests.Import;

[Trait("Engine", "Any")]
public class ReadingAFile
{
    const string Header = "Etternavn;Fornavn;E-post\r\n";

    [Fact]
    public async Task A_list_from_Norwegian_Excel_is_read_as_it_is()
    {
        var extract = await Read(Example("studentliste-namsos.csv"));
        Assert.Equal(["Etternavn", "Fornavn", "E-post", "Mobil", "Hjemkommune", "Kommunenr", "Studiested", "Land", "Startet", "Ferdig (ca)", "Kilde", "Grunnlag", "Dato innhentet"], extract.Columns);
        Assert.Equal(60, extract.RowCount);
        var rows = extract.Rows().ToArray();
        Assert.Equal(Enumerable.Range(2, 60), rows.Select(row => row.Number));
        Assert.All(rows, row => Assert.Equal(13, row.Cells.Count));
        Assert.Equal("Máret", rows[1].Cells[1]);
        Assert.Equal("Semmelweis; \"Budapest\"\nklinisk campus", rows[30].Cells[6].ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_workbook_is_read_from_its_right_sheet_below_its_titles()
    {
        var extract = await Read(Example("studentliste-trondelag.xlsx"));
        Assert.Equal(["Navn", "E-postadresse", "Telefon", "Kommunenummer", "Lærested", "Studieland", "Studiestart", "Forventet ferdig", "Samtykke gitt", "Merknad"], extract.Columns);
        Assert.Equal(180, extract.RowCount);
        var first = extract.Rows().First();
        Assert.Equal(5, first.Number);
        Assert.Equal(["Leah Kvål", "leah.kval1000@example.com", "+47 451 78 424", "5054", "UPJŠ Košice", "Slovakia", "2025-08-15", "2031-06-20", "", "ønsker sommerjobb"], first.Cells);
        Assert.Equal("45334170", extract.Rows().ElementAt(1).Cells[2]);
    }

    [Fact]
    public async Task A_column_of_fodselsnummer_never_comes_out()
    {
        var bytes = Example("uttrekk-med-fodselsnummer.csv");
        var extract = await Read(bytes);
        Assert.Equal(["fnr"], extract.DroppedColumns);
        Assert.Equal(["navn", "epost", "hjemstedskommune", "utd_studieland", "larested", "studieaar"], extract.Columns);
        var numbers = Encoding.UTF8.GetString(bytes).Split('\n').Skip(1).Select(line => line.Split(';')[0]).Where(number => number.Length == 11).ToArray();
        Assert.Equal(25, numbers.Length);
        var all = string.Join('\n', extract.Rows().SelectMany(row => row.Cells));
        Assert.All(numbers, number => Assert.DoesNotContain(number, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_recognised_by_its_contents_too_and_a_lone_one_is_cut_out()
    {
        var extract = await Read(Utf8("Nummer;Navn;Merknad\n04880349767;Ola Vik;fnr 13859965157\n2810534930;Kari Vik;ringte\n"));
        Assert.Equal(["Nummer"], extract.DroppedColumns);
        Assert.Equal(["Ola Vik", "fnr [fjernet]"], extract.Rows().First().Cells);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("iso-8859-1", false)]
    [InlineData("windows-1252", false)]
    public async Task Every_character_set_is_found(string charset, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Header + "Øverås;Åse;ase@example.com\r\n")];
        Assert.Equal(["Øverås", "Åse", "ase@example.com"], (await Read(bytes)).Rows().Single().Cells);
    }

    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("\t")]
    public async Task Every_separator_is_found(string separator)
    {
        var text = "Etternavn;Fornavn;E-post\nVik;\"Ola \"\"Olla\"\"\";ola@example.com\nMoen;\"Kari;\nAnne,\tMarie\";kari@example.com".Replace(";", separator, StringComparison.Ordinal);
        var rows = (await Read(Utf8(text))).Rows().ToArray();
        Assert.Equal(["Vik", "Ola \"Olla\"", "ola@example.com"], rows[0].Cells);
        Assert.Equal("Kari;\nAnne,\tMarie".Replace(";", separator, StringComparison.Ordinal), rows[1].Cells[1]);
    }

    [Fact]
    public async Task Titles_and_blank_rows_are_passed_over_and_rows_keep_their_numbers()
    {
        var extract = await Read(Utf8("Studenter i Namsos\n\nOppdatert 01.10.2026\nFornavn;Etternavn\nOla;Vik\n\n;\nKari;Moen\n"));
        Assert.Equal([5, 8], extract.Rows().Select(row => row.Number));
    }

    [Fact]
    public async Task A_remark_beside_the_list_in_a_workbook_is_a_column_without_a_name()
    {
        var extract = await Read(Workbooks.Of(Workbooks.Rows("Navn;E-post", "Ola Vik;ola@example.com;;ringte i mai", "Kari Vik;kari@example.com")));
        Assert.Equal(["Navn", "E-post", "Kolonne 4"], extract.Columns);
        Assert.Equal(["Ola Vik|ola@example.com|ringte i mai", "Kari Vik|kari@example.com|"], extract.Rows().Select(row => string.Join('|', row.Cells)));
    }

    [Fact]
    public async Task A_row_with_a_cell_too_many_shows_it()
    {
        var extract = await Read(Utf8(Header + "Vik;Ola;ola@example.com;;\nMoen;Kari;kari@example.com;ekstra"));
        Assert.Equal([3, 4], extract.Rows().Select(row => row.Cells.Count));
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_cannot_be_read_is_turned_down_in_one_sentence_that_says_what_to_do(string what, string sentence)
    {
        var result = await new ExtractReader().ReadAsync(new MemoryStream(FileOf(what)));
        Assert.False(result.IsOk, what);
        Assert.StartsWith(sentence, result.Refusal.Sentence);
    }

    // Names only: the runner writes the data of a theory out as text, and twenty megabytes became twenty gigabytes.
    public static TheoryData<string, string> Unreadable => new()
    {
        { "empty", "Filen er tom" },
        { "only a mark", "Filen er tom" },
        { "blank", "Filen er tom" },
        { "a picture", "Filen er ikke en liste vi kan lese" },
        { "a pdf", "Filen er ikke en liste vi kan lese" },
        { "a zero byte", "Filen er ikke en liste vi kan lese" },
        { "old Excel", "Filen er en gammel Excel-fil" },
        { "an open quote", "Filen slutter midt i en tekst: et anførselstegn i rad 3" },
        { "no header", "Vi finner ingen overskrifter" },
        { "prose", "Vi finner ingen overskrifter" },
        { "only a header", "Listen har overskrifter, men ingen rader" },
        { "too wide", "Listen har for mange kolonner" },
        { "a million columns", "Listen har for mange kolonner" },
        { "a huge cell", "En celle i rad 2 er på over 64 000 tegn" },
        { "too many rows", "Listen har for mange rader" },
        { "too large", "Filen er for stor" },
        { "a zip that is no workbook", "Filen er pakket som zip" },
        { "an OpenDocument sheet", "Filen er et regneark i et annet format enn .xlsx" },
        { "a binary workbook", "Filen er et regneark i et annet format enn .xlsx" },
        { "a Numbers sheet", "Filen er et regneark i et annet format enn .xlsx" },
        { "a strict workbook", "Filen er lagret som «Strict Open XML-regneark», som vi ikke kan lese. Åpne den i Excel, velg Fil og Lagre som, velg filtypen «Excel-arbeidsbok (*.xlsx)» og lagre." },
        { "a thousand sheets", "Excel-filen har for mange ark" },
        { "half a workbook", "Excel-filen er skadet" },
        { "a broken sheet", "Excel-filen er skadet" },
        { "an external entity", "Excel-filen er skadet" },
        { "a zip bomb", "Excel-filen er for stor når den pakkes ut" },
    };

    static byte[] FileOf(string what) => what switch
    {
        "empty" => [],
        "only a mark" => [0xEF, 0xBB, 0xBF],
        "blank" => Utf8("  \r\n \r\n"),
        "a picture" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D],
        "a pdf" => Utf8("%PDF-1.7\n1 0 obj"),
        "a zero byte" => Utf8(Header + "Vik;O\0la;ola@example.com"),
        "old Excel" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        "an open quote" => Utf8(Header + "Vik;Ola;ola@example.com\nMoen;\"Kari;kari@example.com\n"),
        "no header" => Utf8("Vik;Ola;ola@example.com\nMoen;Kari;kari@example.com\n"),
        "prose" => Utf8("Dette er et brev.\nMed to linjer."),
        "only a header" => Utf8(Header),
        "too wide" => Utf8("Fornavn;Etternavn;" + string.Join(';', Enumerable.Range(1, 300).Select(i => $"Felt {i}")) + "\nOla;Vik\n"),
        "a million columns" => Utf8(Header + "Vik;Ola" + new string(';', 1_000_000) + "x"),
        "a huge cell" => Utf8(Header + "Vik;Ola;" + new string('x', 70_000)),
        "too many rows" => Utf8(Header + string.Concat(Enumerable.Repeat("Vik;Ola;\n", 200_001))),
        "too large" => new byte[(20 * 1024 * 1024) + 1],
        "a zip that is no workbook" => Workbooks.Zip(("readme.txt", "hei")),
        "an OpenDocument sheet" => Workbooks.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")),
        "a binary workbook" => Workbooks.Zip(("[Content_Types].xml", "<x/>"), ("xl/workbook.bin", "x")),
        "a Numbers sheet" => Workbooks.Zip(("Index/Document.iwa", "x")),
        "a strict workbook" => Workbooks.Strict(Workbooks.Rows("Navn;E-post", "Ola Vik;ola@example.com")),
        "a thousand sheets" => Workbooks.Book([.. Enumerable.Range(1, 1_000).Select(i => ($"Ark{i}", "visible", ""))]),
        "half a workbook" => Workbooks.Of("<row r=\"1\"/>")[..300],
        "a broken sheet" => Workbooks.Of("<row r=\"1\"><c"),
        "an external entity" => Workbooks.OfSheet("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>"),
        "a zip bomb" => Workbooks.Bomb(),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    [Fact]
    public async Task A_workbook_without_types_is_read_cell_by_cell()
    {
        var extract = await Read(Workbooks.Of(
            "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Navn</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>Kommunenr</t></is></c></row>" +
            "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>Ola Vik</t></is></c><c r=\"C5\"><v>301</v></c></row>"));
        Assert.Equal(["Navn", "Kolonne 2", "Kommunenr"], extract.Columns);
        var row = Assert.Single(extract.Rows());
        Assert.Equal(5, row.Number);
        Assert.Equal(["Ola Vik", "", "301"], row.Cells);
    }

    [Fact]
    public async Task What_a_formula_failed_at_is_read_and_not_left_empty()
    {
        var extract = await Read(Workbooks.Of(Workbooks.Rows("Navn;E-post;Mobil", "Ola t=\"e\" Vik;#N/A;#REF!", "#VALUE!;;")));
        Assert.Equal([["Ola t=\"e\" Vik", "#N/A", "#REF!"], ["#VALUE!", "", ""]], extract.Rows().Select(row => row.Cells));
    }

    [Theory]
    [InlineData("linje\u000Blinje", "linje linje")]
    [InlineData("a\u000Cb\u001Ec\u001Fd\u007Fe\u0085f", "a b c d e f")]
    [InlineData("To\uFFFEra", "To\uFFFDra")]
    [InlineData("\uFDD0 \U0001FFFE \U0001F600", "\uFFFD \uFFFD \U0001F600")]
    public async Task What_no_text_can_hold_never_comes_out_of_a_text_file(string written, string read)
    {
        var extract = await Read(Utf8($"Navn;Merk {written}\n\"{written}\";x\n"));
        Assert.Equal(("Merk " + read, read), (extract.Columns[1], extract.Rows().Single().Cells[0]));
    }

    [Theory]
    [InlineData("a_xFFFE_b", "a\uFFFDb")]
    [InlineData("a_xD83D_b", "a\uFFFDb")]
    [InlineData("_xDE00__xD83D_", "\uFFFD\uFFFD")]
    [InlineData("a_x0000_b_x000B_c", "a b c")]
    [InlineData("_xD83D__xDE00_", "\U0001F600")]
    public async Task Nor_out_of_a_workbook(string written, string read)
    {
        var extract = await Read(Workbooks.Of(Workbooks.Rows($"Navn;E-post;Merk {written}", $"Ola Vik;;{written}")));
        Assert.Equal(("Merk " + read, read), (extract.Columns[2], extract.Rows().Single().Cells[2]));
    }

    static async Task<Extract> Read(byte[] bytes)
    {
        var result = await new ExtractReader().ReadAsync(new MemoryStream(bytes));
        Assert.True(result.IsOk, result.Refusal?.Sentence);
        return result.Value;
    }

    static byte[] Example(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Examples", name));

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
