using System.Globalization;

namespace Rekruttering.Benchmarks;

/// <summary>What was measured, each with its goal.</summary>
public sealed class Figures
{
    private readonly List<string> _lines = [];
    private bool _missed;

    /// <summary>A ratio that should be at least so much.</summary>
    public void AtLeast(double goal, string what, double ratio, string detail) => Add(what, ratio, $"at least {Text(goal)}", ratio >= goal, detail);

    /// <summary>A ratio that should be at most so much.</summary>
    public void AtMost(double goal, string what, double ratio, string detail) => Add(what, ratio, $"at most {Text(goal)}", ratio <= goal, detail);

    /// <summary>Prints all of it again at the end; 1 when a goal was missed.</summary>
    public int Print()
    {
        Console.WriteLine();
        foreach (var line in _lines)
            Console.WriteLine(line);
        return _missed ? 1 : 0;
    }

    /// <summary>What is going on, on a line of its own.</summary>
    public static void Say(string text) => Console.WriteLine(text);

    /// <summary>The value in the middle.</summary>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The value below which a share of all lies.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    private void Add(string what, double ratio, string goal, bool met, string detail)
    {
        _missed |= !met;
        var line = $"{(met ? "pass " : "BELOW")}  {what}: {Text(ratio)} (goal {goal}; {detail})";
        _lines.Add(line);
        Console.WriteLine(line);
    }

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
