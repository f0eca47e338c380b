namespace Rekruttering.Benchmarks;

/// <summary>
/// `dotnet run -c Release --project tests/Rekruttering.Benchmarks -- WHAT…`. Prints ratios: the machine's own speed stands on both
/// sides of each. Nothing here is a test, for a busy machine would make it lie.
/// </summary>
public static class Benchmarks
{
    private static readonly Dictionary<string, Func<Figures, Task>> All = new()
    {
        ["sending"] = Sending.RunAsync,
        ["memory"] = Sending.MeasureMemoryAsync,
        ["kills"] = SendingUnderFire.KillAsync,
        ["pauses"] = SendingUnderFire.PauseAsync,
        ["pages"] = PagesWhileSending.RunAsync,
        ["list"] = StudentList.RunAsync,
        ["import"] = Importing.RunAsync,
    };

    /// <summary>0 when every goal is met, else 1. Without a word all of it is measured.</summary>
    public static async Task<int> Main(string[] args)
    {
        // A child of ourselves: the program with one empty page more, see StudentList.
        if (args is [StudentList.Serve, .. var passedOn])
            return await StudentList.ServeAsync(passedOn);

        if (args.Except(All.Keys).Any())
        {
            await Console.Error.WriteLineAsync($"Say any of: {string.Join(", ", All.Keys)}.");
            return 1;
        }
        var figures = new Figures();
        foreach (var what in args.Length == 0 ? [.. All.Keys] : args)
            await All[what](figures);
        return figures.Print();
    }
}
