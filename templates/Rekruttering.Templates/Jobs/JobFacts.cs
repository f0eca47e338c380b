namespace Rekruttering.Templates.Jobs;

/// <summary>A job as a student weighs it.</summary>
public sealed record JobFacts
{
    /// <summary>"Assistentlege" or "Medisinstudent med lisens".</summary>
    public required string Title { get; init; }

    /// <summary>"Namsos legevakt".</summary>
    public required string Workplace { get; init; }

    /// <summary>The title with the place, which is not said twice where the title says it.</summary>
    public string WithPlace => Title.Contains(Workplace, StringComparison.OrdinalIgnoreCase) ? Title : $"{Title}, {Workplace}";

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>In words, since no two kommuner pay alike.</summary>
    public string? Pay { get; init; }

    /// <summary>In words.</summary>
    public string? Housing { get; init; }
}
