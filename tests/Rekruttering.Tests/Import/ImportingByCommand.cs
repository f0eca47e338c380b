using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Import;

public class ImportingByCommand(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private static readonly string Namsos = Path.Combine(AppContext.BaseDirectory, "Examples", "studentliste-namsos.csv");
    private static readonly string WithIds = Path.Combine(AppContext.BaseDirectory, "Examples", "uttrekk-med-fodselsnummer.csv");

    [Fact]
    public async Task It_counts_every_row_and_says_why_some_were_refused()
    {
        var kommune = app.Given.Kommune();
        var report = await Import($"{Namsos} --kommune {kommune.Number}");
        Assert.Equal((60, 50, 0, 1, 2, 7), Counts(report));
        Assert.Equal(0, report.GetProperty("droppedColumns").GetArrayLength());
        var refusals = report.GetProperty("refusals").EnumerateArray().ToDictionary(r => r.GetProperty("row").GetInt32(), r => r.GetProperty("reason").GetString());
        Assert.Equal([11, 19, 22, 25, 29, 30, 33], refusals.Keys);
        Assert.StartsWith("Etternavn: Cellen inneholder en formel", refusals[33]);
        Assert.Equal(50, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task Run_again_it_changes_nothing()
    {
        var kommune = app.Given.Kommune();
        await Import($"{Namsos} --kommune {kommune.Number}");
        Assert.Equal((60, 0, 0, 51, 2, 7), Counts(await Import($"{Namsos} --kommune {kommune.Number}")));
    }

    [Fact]
    public async Task A_dry_run_leaves_nothing_behind()
    {
        var kommune = app.Given.Kommune();
        Assert.Equal((60, 50, 0, 1, 2, 7), Counts(await Import($"{Namsos} --kommune {kommune.Number} --dry-run")));
        Assert.Equal(0, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number)));
        Assert.Equal(0, await app.Look(db => db.ImportRows.CountAsync(r => r.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task Source_basis_and_date_are_answered_for_the_whole_file()
    {
        var kommune = app.Given.Kommune();
        Assert.Equal((25, 0, 0, 0, 0, 25), Counts(await Import($"{WithIds} --kommune {kommune.Number}")));
        var report = await Import($"{WithIds} --kommune {kommune.Number} --source uttrekk --basis public-task --collected 2026-03-01");
        Assert.Equal((25, 25, 0, 0, 0, 0), Counts(report));
        Assert.Equal("fnr", Assert.Single(report.GetProperty("droppedColumns").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_fodselsnummer_is_in_no_table_and_in_no_log()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var list = (await File.ReadAllTextAsync(WithIds)).TrimEnd() + "\r\n;Vik, Ola;ola@example.com;5007;Norge;NTNU fnr 04880349767;3\r\n";
        var columns = await recruiter.Upload("04880349767.csv", Encoding.UTF8.GetBytes(list));
        Assert.True(columns.Shows("Kolonnen «fnr» inneholdt fødselsnummer."), columns.Text);
        var dryRun = await columns.Press("Prøvekjør", ("Input.Source", "fnr 04880349767"), ("Input.LegalBasis", "PublicTask"), ("Input.CollectedOn", "2026-01-02"));
        var done = await dryRun.Press("Hent inn i registeret");
        Assert.True(done.Shows("26 nye."), done.Text);

        var numbers = list.Split('\n').Select(line => line.Split(';')[0]).Where(number => number.Length == 11).Append("04880349767").ToArray();
        Assert.Equal(26, numbers.Length);
        var everything = string.Join('\n', await Dump(), app.Log.Text, columns.Body, dryRun.Body, done.Body);
        Assert.Contains("[fjernet]", everything, StringComparison.Ordinal);
        Assert.All(numbers, number => Assert.DoesNotContain(number, everything, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("finnes-ikke.csv --kommune 5007", "There is no file 'finnes-ikke.csv'.")]
    [InlineData("x.csv --kommune 9876", "'9876' is not the number of a kommune.")]
    [InlineData("x.csv --kommune 5007 --basis because", "Argument 'because' not recognized")]
    [InlineData("x.csv --kommune 5007 --collected 2026-02-30", "'2026-02-30' is not a day.")]
    public async Task What_is_wrong_is_one_sentence_and_exit_code_1(string words, string sentence)
    {
        var outcome = await app.Command($"import persons {words}");
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith(sentence, outcome.Error);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_exit_code_1_and_nothing_written()
    {
        var file = Path.Combine(app.Folder.FullName, "tom.csv");
        await File.WriteAllTextAsync(file, "");
        var outcome = await app.Command($"import persons {file} --kommune 5007 --json");
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith("Filen er tom.", outcome.Error);
    }

    private async Task<JsonElement> Import(string words)
    {
        var outcome = await app.Command($"import persons {words} --json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private static (int, int, int, int, int, int) Counts(JsonElement report) =>
        (Count(report, "rows"), Count(report, "new"), Count(report, "changed"), Count(report, "same"), Count(report, "possibleDuplicates"), Count(report, "refused"));

    private static int Count(JsonElement report, string name) => report.GetProperty(name).GetInt32();

    // Every text of every table, whatever the model grows to.
    private Task<string> Dump() => app.Look(async db =>
    {
        var dump = new StringBuilder();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync();
#pragma warning disable CA2100 // The model's own table names.
            command.CommandText = $"SELECT * FROM \"{type.GetTableName()}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    dump.Append(reader.GetValue(i)).Append('|');
        }
        return dump.ToString();
    });
}
