using Microsoft.Data.Sqlite;
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

    /// <summary>Else it falls on whoever saves when the log is full, and all others wait with them.</summary>
    [Fact]
    public async Task What_is_saved_is_carried_over_into_the_file_beside_all_other_work()
    {
        using var folder = new TemporaryFolder();
        await using var program = await RunningProgram.StartAsync(folder.Path);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(50));

        while (!HasStudents(folder.Path))
            await often.WaitForNextTickAsync(late.Token);

        Assert.False(program.Process.HasExited);
    }

    // The file alone, without the log beside it.
    private static bool HasStudents(string folder)
    {
        var copy = Path.Combine(folder, "alone.db");
        File.Copy(Path.Combine(folder, "data", "rekruttering.db"), copy, overwrite: true);
        using var connection = new SqliteConnection($"Data Source={copy};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Students'";
        try
        {
            return (long)command.ExecuteScalar()! == 1;
        }
        catch (SqliteException)
        {
            // Copied in the middle of a page.
            return false;
        }
    }
}
