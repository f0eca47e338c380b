using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Statistics;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Statistics;

public sealed class ImportingStatisticsByCommand(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private static string Example(string name) => Path.Combine(AppContext.BaseDirectory, "Examples", name);

    [Fact]
    public async Task Without_a_kommune_each_that_is_known_gets_its_own_and_the_same_file_twice_says_so()
    {
        var (namsos, oslo) = (app.Given.Kommune("Namsos"), app.Given.Kommune("Oslo"));
        await namsos.Recruiter();
        await oslo.Recruiter();

        var first = await app.Command($"import statistics {Example("ssb-medisinstudenter-v1.csv")}");
        Assert.Equal(0, first.Code);
        Assert.Contains("Taken into use for 5007.", first.Output, StringComparison.Ordinal);
        Assert.Equal(["5007"], await app.Look(db => db.StatisticsExtracts.Select(e => e.KommuneNumber).Distinct().ToListAsync()));
        Assert.Equal(ExtractStatus.InUse, await app.Look(db => db.StatisticsExtracts.Select(e => e.Status).SingleAsync()));

        var again = await app.Command($"import statistics {Example("ssb-medisinstudenter-v1.csv")}");
        Assert.Contains("in use already for 5007", again.Output, StringComparison.Ordinal);
        Assert.Equal(1, await app.Look(db => db.StatisticsExtracts.CountAsync()));

        // Named, a kommune need not be known; what the page shows is what the command took in.
        Assert.Equal(0, (await app.Command($"import statistics {Example("ssb-medisinstudenter.json")} --kommune 5060 --kommune 5001")).Code);
        Assert.Equal(["5001", "5007", "5060"], await app.Look(db => db.StatisticsExtracts.Select(e => e.KommuneNumber).Distinct().Order().ToListAsync()));
    }

    [Fact]
    public async Task A_kommune_that_is_not_in_the_table_stops_the_command()
    {
        var outcome = await app.Command($"import statistics {Example("ssb-tabelloppdrag.xlsx")} --kommune 0301");
        Assert.Equal((1, "The table has no figures for 0301 (Oslo). Nothing was stored."), (outcome.Code, outcome.Error.Trim()));
        Assert.Equal(1, (await app.Command($"import statistics {Example("ssb-tabelloppdrag.xlsx")} --kommune 1703")).Code);
        Assert.Equal(1, (await app.Command("import statistics finnes-ikke.json")).Code);
    }

    [Fact]
    public async Task A_table_that_does_not_say_what_it_counts_needs_the_word()
    {
        var path = Path.Combine(app.Folder.FullName, "tabell.csv");
        await File.WriteAllTextAsync(path, "kommune;år;antall\n5037;2025;7\n");
        var refused = await app.Command($"import statistics {path} --kommune 5037");
        Assert.Equal(1, refused.Code);
        Assert.Contains("--definition", refused.Error, StringComparison.Ordinal);
        var otherYear = await app.Command($"import statistics {path} --kommune 5037 --definition registered-address --date 2026-03-20");
        Assert.Equal((1, "Det nyeste året i tabellen er 2025. Skriv hvilken dag i 2025 det ble talt."), (otherYear.Code, otherYear.Error.Trim()));
        Assert.Equal(0, (await app.Command($"import statistics {path} --kommune 5037 --definition registered-address --date 2025-09-01 --source SSB")).Code);
        Assert.Equal(new DateOnly(2025, 9, 1), await app.Look(db => db.StatisticsExtracts.Where(e => e.KommuneNumber == "5037").Select(e => e.CountedOn).SingleAsync()));
    }
}
