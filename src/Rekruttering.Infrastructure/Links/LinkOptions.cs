namespace Rekruttering.Infrastructure.Links;

/// <summary>How pages that a text links to are looked up: the section <c>Links</c>.</summary>
public sealed class LinkOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Links";

    /// <summary>False where the program has no way out.</summary>
    public bool Check { get; set; } = true;

    /// <summary>The way out, such as <c>http://proxy.example.com:3128</c>; null is straight.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>A page that takes longer is not judged.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(4);
}
