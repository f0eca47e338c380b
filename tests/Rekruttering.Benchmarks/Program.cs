namespace Rekruttering.Benchmarks;

/// <summary>
/// `dotnet run -c Release --project tests/Rekruttering.Benchmarks -- [all|sending|list]`. Prints ratios: the machine's own speed stands on both
/// sides of each. Nothing here is a test, for a busy machine would make it lie.
/// </summary>
public static class Benchmarks
{
    /// <summary>0 when every goal is met, else 1.</summary>
    public static async Task<int> Main(string[] args)
    {
        // A child of ourselves: the program with one empty page more, see StudentList.
        if (args is [StudentList.Serve, .. var passedOn])
            return await StudentList.ServeAsync(passedOn);

        var what = args is [var first, ..] ? first : "all";
        if (what is not ("all" or "sending" or "list"))
        {
            await Console.Error.WriteLineAsync("Say all, sending or list.");
            return 1;
        }
        var figures = new Figures();
        if (what is "all" or "sending")
            await Sending.RunAsync(figures);
        if (what is "all" or "list")
            await StudentList.RunAsync(figures);
        return figures.Print();
    }
}
