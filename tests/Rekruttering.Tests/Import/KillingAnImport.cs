using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Import;

/// <summary>In processes of its own, each on a file of its own.</summary>
[Trait("Engine", "Any")]
public class KillingAnImport
{
    private const int Rows = 3_000;

    [Fact]
    public async Task Killed_in_the_middle_and_started_again_it_brings_everybody_once()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "liste.csv");
        await File.WriteAllTextAsync(file, "Navn;E-post\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"Ola{ImportSteps.Letters(i)} Vik;ola{i}@example.com\n")), Encoding.UTF8);

        await using (var command = RunningProgram.Begin(folder.Path, "import", "persons", file, "--kommune", "5007", "--source", "Test", "--basis", "public-task", "--collected", "2026-01-02"))
        {
            await WaitUntil(() => Students(folder.Path) >= 300, command);
            await command.KillAsync();
        }
        var before = Students(folder.Path);
        Assert.InRange(before, 300, Rows - 1);

        await using (var program = await RunningProgram.StartAsync(folder.Path))
            await WaitUntil(() => Students(folder.Path) == Rows && Ask(folder.Path, "SELECT COUNT(*) FROM ImportBatches WHERE Status = 'Applied'") == 1, program);
        Assert.Equal(Rows, Ask(folder.Path, "SELECT COUNT(DISTINCT EmailKey) FROM Students"));
        Assert.Equal(Rows, Ask(folder.Path, "SELECT COUNT(*) FROM Timeline"));

        var (code, output) = await RunningProgram.RunAsync(folder.Path, "", "import", "persons", file, "--kommune", "5007", "--source", "Test", "--basis", "public-task", "--collected", "2026-01-02", "--json");
        Assert.Equal(0, code);
        Assert.Equal(Rows, JsonDocument.Parse(output).RootElement.GetProperty("same").GetInt32());
    }

    [Fact]
    public async Task Killed_while_it_is_taken_back_it_is_taken_back_to_the_end()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "liste.csv");
        await File.WriteAllTextAsync(file, "Navn;E-post\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"Ola{ImportSteps.Letters(i)} Vik;ola{i}@example.com\n")), Encoding.UTF8);
        var (code, output) = await RunningProgram.RunAsync(folder.Path, "", "import", "persons", file, "--kommune", "5007", "--source", "Test", "--basis", "public-task", "--collected", "2026-01-02", "--json");
        Assert.Equal((0, (long)Rows), (code, Students(folder.Path)));
        var id = JsonDocument.Parse(output).RootElement.GetProperty("id").GetString()!;

        await using (var command = RunningProgram.Begin(folder.Path, "import", "undo", id))
        {
            await WaitUntil(() => Students(folder.Path) <= Rows - 300, command);
            await command.KillAsync();
        }
        Assert.InRange(Students(folder.Path), 1, Rows - 300);
        Assert.Equal(Rows - Students(folder.Path), Ask(folder.Path, "SELECT COUNT(*) FROM ImportRows WHERE UndoneAt IS NOT NULL"));

        await using (var program = await RunningProgram.StartAsync(folder.Path))
            await WaitUntil(() => Ask(folder.Path, "SELECT COUNT(*) FROM ImportBatches WHERE Status = 'Undone'") == 1, program);
        Assert.Equal((0, 0), (Students(folder.Path), Ask(folder.Path, "SELECT COUNT(*) FROM Timeline")));
        (code, _) = await RunningProgram.RunAsync(folder.Path, "", "import", "undo", id);
        Assert.Equal(1, code);
    }

    private static async Task WaitUntil(Func<bool> holds, RunningProgram program)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!holds())
        {
            Assert.False(program.Process.HasExited, string.Join('\n', program.Lines));
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static long Students(string folder) => Ask(folder, "SELECT COUNT(*) FROM Students");

    // From outside, as an operator would look: the program itself is in another process.
    private static long Ask(string folder, string sql)
    {
        var file = Path.Combine(folder, "data", "rekruttering.db");
        if (!File.Exists(file))
            return 0;
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The questions stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        try
        {
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            // Not migrated yet.
            return 0;
        }
    }
}
