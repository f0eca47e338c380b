using System.Diagnostics;
using System.Globalization;
using Rekruttering.Application.Demo;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Benchmarks;

/// <summary>
/// A list of persons through the operator's command, which makes the dry run and carries it out, against SQLite's own `.import` of the same file into a table
/// without a column type, an index or a question; and what a row costs as the list grows.
/// </summary>
public static class Importing
{
    private const string Kommune = "5007";
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static async Task RunAsync(Figures figures)
    {
        var perRow = new Dictionary<int, double>();
        foreach (var rows in Sizes)
        {
            using var folder = new TemporaryFolder();
            var file = Path.Combine(folder.Path, "liste.csv");
            await File.WriteAllBytesAsync(file, InventedExtract.File(Persons().Take(rows)));
            await RunningProgram.RunAsync(folder.Path, "", "migrate");
            // What every start of the program costs, whatever it then does.
            var start = (await ImportAsync(folder.Path, file, "--help")).Took;

            var dry = await ImportAsync(folder.Path, file, "--kommune", Kommune, "--dry-run");
            var all = await ImportAsync(folder.Path, file, "--kommune", Kommune);
            perRow[rows] = (all.Took - start) / rows;
            Figures.Say($"{rows:N0} rows: dry run {dry.Took - start:0.0} s, whole import {all.Took - start:0.0} s, {perRow[rows] * 1e6:0} µs a row, peak memory {all.PeakMegabytes:0} MB");
            if (rows != Sizes[^1])
                continue;
            figures.AtMost(300, "peak memory of an import of 100,000 rows, MB", Math.Max(dry.PeakMegabytes, all.PeakMegabytes), $"dry run {dry.PeakMegabytes:0} MB, whole {all.PeakMegabytes:0} MB");
            if (await BareAsync(folder.Path, file) is { } bare)
                figures.AtMost(4, "an import of 100,000, its dry run and carrying it out, against sqlite3 .import", (all.Took - start) / bare, $"{all.Took - start:0.0} s against {bare:0.00} s; a dry run alone {dry.Took - start:0.0} s");
            else
                Figures.Say("There is no sqlite3 here to compare with.");
        }
        figures.AtMost(1.5, "a row of 100,000 against a row of 10,000", perRow[100_000] / perRow[10_000], $"{perRow[100_000] * 1e6:0} µs against {perRow[10_000] * 1e6:0} µs");
    }

    // As many names as persons: the invented ones repeat after some thousand, and what shares a name is held back instead of brought in.
    private static IEnumerable<StudentDetails> Persons() =>
        InventedStudents.Of(Kommune, new DateOnly(2026, 11, 1)).Select((person, number) => person with { FirstName = $"{person.FirstName} {MiddleName(number)}" });

    private static string MiddleName(int number)
    {
        const string Consonants = "bdfghjklmnprstv", Vowels = "aeiouyå";
        var name = "";
        for (var rest = number; name.Length < 8; rest /= Consonants.Length * Vowels.Length)
            name += $"{Consonants[rest % Consonants.Length]}{Vowels[rest / Consonants.Length % Vowels.Length]}";
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static async Task<(double Took, double PeakMegabytes)> ImportAsync(string folder, string file, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        await using var program = RunningProgram.Begin(folder, ["import", "persons", file, .. arguments]);
        var peak = 0.0;
        while (!program.Process.HasExited)
        {
            try
            {
                peak = Memory.PeakMegabytes(program.Process.Id.ToString(CultureInfo.InvariantCulture));
            }
            catch (Exception gone) when (gone is IOException or InvalidOperationException)
            {
                break;
            }
            await Task.Delay(20);
        }
        await program.Process.WaitForExitAsync();
        return program.Process.ExitCode == 0 ? (clock.Elapsed.TotalSeconds, peak) : throw new InvalidOperationException(string.Join('\n', program.Lines));
    }

    private static async Task<double?> BareAsync(string folder, string file)
    {
        var start = new ProcessStartInfo("sqlite3", [Path.Combine(folder, "bare.db"), ".mode csv", ".separator ;", $".import {file} liste"]) { RedirectStandardError = true };
        try
        {
            var clock = Stopwatch.StartNew();
            using var sqlite = Process.Start(start)!;
            await sqlite.WaitForExitAsync();
            return sqlite.ExitCode == 0 ? clock.Elapsed.TotalSeconds : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
