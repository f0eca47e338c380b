using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

/// <summary>In processes of its own, each on a file of its own.</summary>
[Trait("Engine", "Any")]
public sealed class RunningTheProgram
{
    [Fact]
    public async Task A_command_in_an_empty_folder_makes_the_database_and_the_user()
    {
        using var folder = new TemporaryFolder();

        var (code, output) = await RunningProgram.RunAsync(folder.Path, "fire ord som ikke passer\n", "user", "add", "kari@example.com", "--kommune", "5007", "--role", "administrator", "--password-stdin");
        var (migrated, said) = await RunningProgram.RunAsync(folder.Path, "", "migrate");

        Assert.True(code == 0, output);
        Assert.Contains("kari@example.com is administrator in 5007.", output);
        Assert.Equal(0, migrated);
        Assert.Contains("up to date", said);
    }

    [Fact]
    public async Task A_first_start_prints_one_link_for_the_first_administrator_and_is_ready()
    {
        using var folder = new TemporaryFolder();
        await using var program = await RunningProgram.StartAsync(folder.Path);
        using var http = new HttpClient { BaseAddress = program.Address };

        Assert.Equal("ready", await http.GetStringAsync(new Uri("/readyz", UriKind.Relative)));
        var line = await program.LineWith("/forste-administrator/");
        var page = await http.GetStringAsync(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]));
        Assert.Contains("Bli den første administratoren", page);
    }
}
