using System.Text;
using System.Text.Json;
using Rekruttering.Tests.Import;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Statistics;

/// <summary>Every format, by the command: it reads the whole file and reports what is in it.</summary>
public sealed class ReadingATable(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Theory]
    [InlineData("ssb-medisinstudenter.json", 1216, 908, 304, 4, 0, 38, 2)]
    [InlineData("ssb-medisinstudenter-v1.csv", 1216, 908, 304, 4, 0, 38, 2)]
    [InlineData("ssb-medisinstudenter-v2.csv", 1216, 908, 304, 4, 0, 38, 2)]
    public async Task The_same_table_reads_alike_in_every_format(string file, int cells, int numbers, int suppressed, int missing, int notApplicable, int kommuner, int years) =>
        Assert.Equal((cells, numbers, suppressed, missing, notApplicable, kommuner, years), await Read(await Example(file)));

    [Fact]
    public async Task An_ordered_table_has_titles_above_notes_below_and_a_column_a_country()
    {
        var counts = await Read(await Example("ssb-tabelloppdrag.xlsx"));
        Assert.Equal((38 * 9, 38, 1), (counts.Cells, counts.Kommuner, counts.Years));
        Assert.Equal(counts.Cells, counts.Numbers + counts.Suppressed + counts.Missing + counts.NotApplicable);
    }

    [Theory]
    [InlineData("""{"5007":0,"5060":1}""", """[4,null,null,null]""", """{"1":":","2":"..","3":"."}""")]
    [InlineData("""["5007","5060"]""", """{"0":4}""", """{"1":":","2":"..","3":"."}""")]
    [InlineData("""["5007","5060"]""", """{"0":4,"1":0}""", """[null,":","..","."]""")]
    public async Task Index_value_and_status_may_be_arrays_or_objects(string index, string value, string status) =>
        Assert.Equal((4, 1, 1, 1, 1, 2, 2), await Read(JsonStat(index, value, status)));

    [Fact]
    public async Task One_status_for_all_is_for_all_and_a_preliminary_figure_is_a_figure()
    {
        Assert.Equal((4, 0, 4, 0, 0, 2, 2), await Read(JsonStat("""["5007","5060"]""", "[null,null,null,null]", "\":\"")));
        Assert.Equal((4, 4, 0, 0, 0, 2, 2), await Read(JsonStat("""["5007","5060"]""", "[1,2,3,4]", """{"0":"*"}""")));
        // What is not there and has no mark is missing, and never nothing.
        Assert.Equal((4, 1, 0, 3, 0, 2, 2), await Read(JsonStat("""["5007","5060"]""", """{"3":5}""", "{}")));
    }

    [Fact]
    public async Task Signs_that_no_text_can_hold_are_taken_off_its_names()
    {
        var table = Encoding.UTF8.GetString(JsonStat("""["5007","5060"]""", "[1,2,3,4]", "{}"));
        Assert.Equal((4, 4, 0, 0, 0, 2, 2), await Read(Encoding.UTF8.GetBytes(table.Replace("Medisinstudenter", """Medisin\u0000\uFFFEstudenter""", StringComparison.Ordinal).Replace("Nærøysund", """Nærøy\uFFFEsund""", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("hjemkommune;studieland;år;antall\n5007 Namsos;Polen;2024;4\n5007 Namsos;Polen;2025;:\n")]
    [InlineData("\uFEFFhjemkommune\tstudieland\tår\tantall\n5007\tPL\t2024\t4\n5007\tPoland\t2025\t:\n")]
    [InlineData("hjemkommune,studieland,Studenter 2024,Studenter 2025\n5007 Namsos,Polen,4,:\n")]
    [InlineData("Medisinstudenter etter hjemkommune\n\nKommunenr;Hjemkommune;Polen;\n;;2024;2025\n5007;Namsos;4;:\n\n: Tall kan ikke offentliggjøres\n")]
    [InlineData("hjemkommune ved 16 års alder;studieland;år;antall\n5007 Namsos;Polen;2024;4\n5007 Namsos;Polen;2025;:\n")]
    [InlineData("Kommune (ved 16 års alder);2024;2025\n5007 Namsos;4;:\n")]
    [InlineData("Hjemkommune 1);2024;2025*\n5007;4;:\n")]
    [InlineData("Hjemkommune;2024;2025\n5007;4;:\nHjemkommune;2024;2025\n: skjult;;\n")]
    public async Task Long_wide_merged_and_repeated_headings_are_understood(string text) =>
        Assert.Equal((2, 1, 1, 0, 0, 1, 2), await Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("studieland;år;antall\nPolen;2024;4\n", "kommuner")]
    [InlineData("hjemkommune;hårfarge;år;antall\n5007;brun;2024;4\n5007;blond;2024;3\n", "«hårfarge»")]
    [InlineData("hjemkommune;studieland;år;antall\n5007;Atlantis;2024;4\n", "«Atlantis»")]
    [InlineData("hjemkommune;år;antall\n5007;2024;ca. 4\n", "Rad 2")]
    [InlineData("hjemkommune;antall\n5007;4\n", "hvilket år")]
    [InlineData("hjemkommune;år;antall\n5007;2024;4\n5007;2024;4\n", "to tall for det samme")]
    [InlineData("hjemkommune;år;antall\n9999 Uoppgitt;2024;4\n", "ingen kommuner vi kjenner")]
    [InlineData("Fornavn;Etternavn;Hjemkommune\nOla;Nordby;5007\n", "liste over personer")]
    [InlineData("{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"a\"]", "ikke hel")]
    [InlineData("{\"hei\":1}", "ikke JSON-stat")]
    [InlineData("{\"dimension\":{},\"value\":[]}", "ikke JSON-stat")]
    [InlineData("hjemkommune;fagfelt;år;antall\n5007;Medisin;2025;4\n5007;Sykepleie;2025;9\n", "«fagfelt»")]
    [InlineData("hjemkommune;statistikkvariabel;år;antall\n5007;Andel i prosent;2025;4\n", "andre tall enn antall personer")]
    [InlineData("[]", "ikke JSON-stat")]
    [InlineData("", "tom")]
    public async Task A_wrong_file_gets_one_sentence(string text, string sentence) => await Refused(Encoding.UTF8.GetBytes(text), sentence);

    [Theory]
    [InlineData("Hjemkommune;År;Antall", "2025")]
    [InlineData("Hjemkommune;2024;2025", "7")]
    public async Task A_count_that_a_formula_failed_at_is_not_taken_for_nothing(string header, string before) =>
        await Refused(Workbooks.Of(Workbooks.Rows(header, $"5007 Namsos;{before};4", $"5060 Nærøysund;{before};#REF!")), "Rad 3 har noe annet enn et helt antall");

    [Fact]
    public async Task A_strict_workbook_is_refused_with_what_to_do_in_Excel() =>
        await Refused(Workbooks.Strict(Workbooks.Rows("Hjemkommune;År;Antall", "5007 Namsos;2025;4")), "velg Fil og Lagre som, velg filtypen «Excel-arbeidsbok (*.xlsx)»");

    [Fact]
    public async Task A_hidden_sheet_is_read_only_where_no_other_has_a_table()
    {
        var (now, old) = (Workbooks.Rows("Hjemkommune;År;Antall", "5007 Namsos;2025;4"), Workbooks.Rows("Hjemkommune;År;Antall", "5007 Namsos;2024;7", "5007 Namsos;2025;3"));
        Assert.Equal((1, 1, 0, 0, 0, 1, 1), await Read(Workbooks.Book(("Gammel", "hidden", old), ("Ny", "visible", now))));
        Assert.Equal(2, (await Read(Workbooks.Book(("Gammel", "hidden", old), ("Om", "visible", Workbooks.Rows("Les dette"))))).Years);
    }

    [Fact]
    public async Task Dimensions_that_do_not_multiply_to_the_values_are_refused()
    {
        await Refused(JsonStat("""["5007","5060"]""", "[1,2,3]", "{}"), "stemmer ikke");
        await Refused(JsonStat("""["5007"]""", "[1,2,3,4]", "{}"), "stemmer ikke");
        await Refused(JsonStat("""{"5007":0,"5060":7}""", "[1,2,3,4]", "{}"), "stemmer ikke");
        await Refused(JsonStat("""["5007","5060"]""", """{"4":1}""", "{}"), "stemmer ikke");
        await Refused(JsonStat("""["5007","5060"]""", "[1,2,3,4.5]", "{}"), "hele antall");
        await Refused(JsonStat("""["5007","5060"]""", "[1,2,3,-4]", "{}"), "hele antall");
    }

    [Fact]
    public async Task A_huge_or_malicious_file_costs_little_and_is_refused()
    {
        await Refused(Encoding.UTF8.GetBytes("""{"version":"2.0","class":"dataset","label":"x","id":["Region","Tid"],"size":[20000,20000],"dimension":{},"value":[]}"""), "for stor");
        await Refused(Encoding.UTF8.GetBytes("{\"value\":[" + string.Join(',', Enumerable.Repeat("0", 4_100_000)) + "]}"), "for stor");
        await Refused(Encoding.UTF8.GetBytes(new string('[', 100_000)), "ikke hel");
        await Refused(Workbooks.Bomb(), "for stor");
        await Refused([0, 1, 2, 3, 0, 0, 0, 0], "ikke en liste");
        await Refused(new byte[21 * 1024 * 1024], "20 MB");
    }

    private async Task<(int Cells, int Numbers, int Suppressed, int Missing, int NotApplicable, int Kommuner, int Years)> Read(byte[] content)
    {
        var outcome = await Command(content);
        Assert.True(outcome.Code == 0, outcome.Error);
        var json = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal(["cells", "numbers", "suppressed", "missing", "notApplicable", "kommuner", "years"], json.EnumerateObject().Select(p => p.Name));
        int Count(string name) => json.GetProperty(name).GetInt32();
        return (Count("cells"), Count("numbers"), Count("suppressed"), Count("missing"), Count("notApplicable"), Count("kommuner"), Count("years"));
    }

    private async Task Refused(byte[] content, string sentence)
    {
        var outcome = await Command(content);
        Assert.Equal(1, outcome.Code);
        Assert.Contains(sentence, outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Trim().Split('\n'));
    }

    private async Task<CommandOutcome> Command(byte[] content)
    {
        var path = Path.Combine(app.Folder.FullName, $"{Guid.CreateVersion7():N}.dat");
        await File.WriteAllBytesAsync(path, content);
        return await app.Command($"import statistics {path} --json");
    }

    private static Task<byte[]> Example(string name) => File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Examples", name));

    private static byte[] JsonStat(string index, string value, string status) => Encoding.UTF8.GetBytes(
        $$$$"""
        {"version":"2.0","class":"dataset","label":"Medisinstudenter","source":"SSB","role":{"time":["Tid"]},"id":["HjemKommune","Tid"],"size":[2,2],
         "dimension":{"HjemKommune":{"label":"hjemkommune","category":{"index":{{{{index}}}},"label":{"5007":"Namsos","5060":"Nærøysund"}}},
                      "Tid":{"label":"år","category":{"index":["2024","2025"]}}},
         "value":{{{{value}}}},"status":{{{{status}}}}}
        """);
}
