using System.Text.Json;
using Rekruttering.Application.Identity;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed class OperatingByCommand(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_user_who_was_added_signs_in()
    {
        var outcome = await app.Command("user add drift@example.com --kommune 5007 --role administrator --password-stdin", "fire ord som ikke passer\n");
        var visitor = await app.Given.Kommune("Namsos").SignIn(new GivenUser(default, "drift@example.com", "fire ord som ikke passer", "5007", Role.Administrator));

        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.True((await visitor.Open("/brukere")).Shows("drift@example.com"));
    }

    [Fact]
    public async Task Adding_again_changes_the_role_and_adds_nobody()
    {
        await app.Command("user add igjen@example.com --kommune 5006 --role administrator --password-stdin", "fire ord som ikke passer\n");

        var outcome = await app.Command("user add igjen@example.com --kommune 5006 --role reader");

        Assert.Equal(0, outcome.Code);
        Assert.Equal(Role.Reader, await app.Look(db => Task.FromResult(db.Memberships.Single(m => m.KommuneNumber == "5006").Role)));
    }

    [Fact]
    public async Task A_report_can_be_read_by_a_machine_and_without_a_password_holds_a_link()
    {
        var outcome = await app.Command("user add maskin@example.com --kommune 5007 --role reader --json");

        var report = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal("reader", report.GetProperty("role").GetString());
        Assert.Contains("/invitasjon/", report.GetProperty("link").GetString());
    }

    [Theory]
    [InlineData("user add ola@example.com --kommune 1703 --role reader", "5007 (Namsos)")]
    [InlineData("user add ola@example.com --kommune 9999 --role reader", "not the number of a kommune")]
    [InlineData("user add ola@example.com --kommune 5007 --role king", "king")]
    [InlineData("user add ola --kommune 5007 --role reader", "not an e-mail address")]
    [InlineData("user add ola@example.com --role reader", "--kommune")]
    [InlineData("user add ola@example.com --kommune 5007 --role reader --password-stdin", "no password")]
    [InlineData("user link ukjent@example.com", "no user")]
    [InlineData("fly", "fly")]
    public async Task What_cannot_be_done_is_one_sentence_and_exit_code_1(string words, string because)
    {
        var outcome = await app.Command(words);

        Assert.Equal(1, outcome.Code);
        Assert.Contains(because, outcome.Error);
        Assert.Single(outcome.Error.Trim().Split('\n'));
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_not_repeated()
    {
        var outcome = await app.Command("user add svak@example.com --kommune 5007 --role reader --password-stdin", "passord123456\n");

        Assert.Equal(1, outcome.Code);
        Assert.DoesNotContain("passord123456", outcome.Error + outcome.Output + app.Log.Text);
    }

    [Theory]
    [InlineData("--help"), InlineData("user --help"), InlineData("user add --help"), InlineData("user link --help"), InlineData("migrate --help")]
    public async Task Every_command_explains_itself(string words)
    {
        var outcome = await app.Command(words);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Usage:", outcome.Output);
    }

    [Fact]
    public async Task Migrating_a_migrated_database_changes_nothing()
    {
        var outcome = await app.Command("migrate --json");

        Assert.Equal(0, outcome.Code);
        Assert.Equal(0, JsonDocument.Parse(outcome.Output).RootElement.GetProperty("applied").GetArrayLength());
    }
}
