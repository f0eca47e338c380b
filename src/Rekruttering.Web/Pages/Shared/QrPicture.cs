using QRCoder;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>A QR code: black on white whatever the colour scheme, because a camera wants it so.</summary>
/// <param name="Text">What it says to the camera.</param>
/// <param name="Label">What it says to whoever cannot see it.</param>
public sealed record QrPicture(string Text, string Label)
{
    /// <summary>How many squares a side has, the quiet edge included.</summary>
    public int Side => Squares.Count;

    /// <summary>The dark squares, as an SVG path with a unit a square.</summary>
    public string Path => string.Concat(from y in Enumerable.Range(0, Side) from x in Enumerable.Range(0, Side) where Squares[y][x] select $"M{x} {y}h1v1h-1z");

    private List<System.Collections.BitArray> Squares { get; } = Draw(Text);

    /// <summary>A file of its own, to print on a poster.</summary>
    public string File() => $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side} {Side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{Side}v{Side}H0z"/><path d="{Path}"/></svg>""";

    private static List<System.Collections.BitArray> Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return code.ModuleMatrix;
    }
}
