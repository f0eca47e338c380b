using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rekruttering.Tests.Guards;

/// <summary>The tree that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file that git keeps, relative to the root; what is about to be added counts too.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Git("ls-files --cached --others --exclude-standard").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root, file)))];

    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));

    private static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", $"-c core.quotepath=off {arguments}") { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output : throw new InvalidOperationException("git does not know this tree.");
    }
}
