namespace Rekruttering.Web.Commands;

/// <summary>
/// Sorts what was typed: a word first means an operator's command, else the program serves. `--Section:Key=value` configures the program
/// in both cases.
/// </summary>
internal sealed record CommandLine(IReadOnlyList<string> Command, string[] Configuration)
{
    private static readonly string[] Help = ["--help", "-h", "-?", "--version"];

    /// <summary>The configuration key that `--demo` sets.</summary>
    public const string Demo = "App:Demo";

    public bool IsCommand => Command.Count > 0;

    public static CommandLine Read(string[] args)
    {
        // The configuration reader would take the word after a bare `--demo` for its value.
        var words = args.Select(word => word == "--demo" ? $"--{Demo}=true" : word).ToArray();
        if (words is not [var first, ..] || (first.StartsWith('-') && !Help.Contains(first)))
            return new CommandLine([], words);

        List<string> command = [], configuration = [];
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsSetting(words[i]))
                command.Add(words[i]);
            else if (words[i].Contains('=') || i + 1 == words.Length)
                configuration.Add(words[i]);
            else
                configuration.AddRange([words[i], words[++i]]);
        }
        return new CommandLine(command, [.. configuration]);
    }

    private static bool IsSetting(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && word.Split('=')[0].Contains(':');
}
