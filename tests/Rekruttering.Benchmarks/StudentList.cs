using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.TestSupport;

[assembly: HostingStartup(typeof(Rekruttering.Benchmarks.EmptyPages))]

namespace Rekruttering.Benchmarks;

/// <summary>
/// The list of students over real Kestrel, signed in, at two sizes, against an empty Razor page of the same process. The program runs as a
/// child of this one with two empty pages more: one bare, one in the shell that every page stands in.
/// </summary>
public static class StudentList
{
    /// <summary>The word that makes this program serve.</summary>
    public const string Serve = "serve";

    private const string Kommune = "5007";

    // A method that is called thirty times is compiled well, in the background: with forty requests a page was measured half in one state and half in the other.
    private const int Warmups = 200;

    public static async Task RunAsync(Figures figures)
    {
        var small = await MeasureAsync(1_000);
        var large = await MeasureAsync(100_000);
        foreach (var (students, size) in ((Measured, string)[])[(small, "1,000"), (large, "100,000")])
        {
            figures.AtMost(10, $"/studenter at {size} against an empty page in the same shell, median", students.List.Median / students.Shell.Median, $"{students.List.Median:0.0} ms against {students.Shell.Median:0.0}");
            figures.AtMost(10, $"/studenter at {size} against an empty page in the same shell, 95th percentile", students.List.P95 / students.Shell.P95, $"{students.List.P95:0.0} ms against {students.Shell.P95:0.0}");
            figures.AtMost(30, $"/studenter at {size} against a bare empty page, median", students.List.Median / students.Empty.Median, $"{students.List.Median:0.0} ms against {students.Empty.Median:0.0}");
        }
        foreach (var (what, search) in ((string, Times)[])[("a person's name", large.Person), ("a common first name", large.Name)])
        {
            figures.AtMost(2, $"a search for {what} in 100,000 against an empty page in the same shell, median", search.Median / large.Shell.Median, $"{search.Median:0.0} ms against {large.Shell.Median:0.0}");
            figures.AtMost(2, $"a search for {what} in 100,000 against the list of 1,000, median", search.Median / small.List.Median, $"{search.Median:0.0} ms against {small.List.Median:0.0}");
        }
        figures.AtMost(1.5, "peak memory of the program at 100,000 against 1,000", large.PeakMegabytes / small.PeakMegabytes, $"{large.PeakMegabytes:0} MB against {small.PeakMegabytes:0} MB");
    }

    /// <summary>The program itself, with the empty pages; the environment names this assembly as a hosting startup.</summary>
    public static async Task<int> ServeAsync(string[] args)
    {
        var result = typeof(Program).Assembly.EntryPoint!.Invoke(null, [args]);
        return result switch { Task<int> code => await code, int code => code, _ => 0 };
    }

    private static async Task<Measured> MeasureAsync(int students)
    {
        Figures.Say($"Seeding {students:N0} students.");
        using var folder = new TemporaryFolder();
        await CommandAsync(folder.Path, "", "seed", "--kommune", Kommune, "--students", students.ToString(CultureInfo.InvariantCulture));
        await CommandAsync(folder.Path, StaffBrowser.Password + "\n", StaffBrowser.AddUser(Kommune));

        await using var program = await RunningProgram.StartAsync(WithEmptyPages, folder.Path);
        using var browser = await StaffBrowser.SignInAsync(program.Address);
        var empty = await browser.TimeAsync("/maaling/tom", Warmups);
        var shell = await browser.TimeAsync("/maaling/skall", Warmups);
        var list = await browser.TimeAsync("/studenter", Warmups);
        var person = await browser.TimeAsync("/studenter?sok=aase+overas", Warmups);
        var name = await browser.TimeAsync("/studenter?sok=aase", Warmups);
        return new Measured(empty, shell, list, person, name, Memory.PeakMegabytes(program.Process.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task CommandAsync(string folder, string input, params string[] arguments)
    {
        var (exitCode, output) = await RunningProgram.RunAsync(WithEmptyPages, folder, input, arguments);
        if (exitCode != 0)
            throw new InvalidOperationException(output);
    }

    private static readonly ProgramFile WithEmptyPages = new(typeof(StudentList).Assembly.Location, [Serve],
        ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "Rekruttering.Benchmarks"), ("ASPNETCORE_APPLICATIONNAME", "Rekruttering.Web"));

    /// <param name="Person">A search for one person's name.</param>
    /// <param name="Name">A search for a first name that one in seventy has.</param>
    private sealed record Measured(Times Empty, Times Shell, Times List, Times Person, Times Name, double PeakMegabytes);
}

/// <summary>Adds the empty pages of this assembly to the program.</summary>
public sealed class EmptyPages : IHostingStartup
{
    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddMvcCore().ConfigureApplicationPartManager(parts =>
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(EmptyPages).Assembly))));
}
