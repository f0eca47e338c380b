using System.Text.Json;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>The rows of a student that a merge moves, by id. What is not in a list here is not moved: a test holds it against the model.</summary>
public sealed record MovedRows
{
    public IReadOnlyList<Guid> Timeline { get; init; } = [];
    public IReadOnlyList<Guid> Inquiries { get; init; } = [];
    public IReadOnlyList<Guid> Messages { get; init; } = [];
    public IReadOnlyList<Guid> Offers { get; init; } = [];
    public IReadOnlyList<Guid> Wishes { get; init; } = [];
    public IReadOnlyList<Guid> ImportRows { get; init; } = [];
    public IReadOnlyList<Guid> BulkRows { get; init; } = [];
    public IReadOnlyList<Guid> Aliases { get; init; } = [];
    public IReadOnlyList<Guid> Merges { get; init; } = [];
    public IReadOnlyList<string> Links { get; init; } = [];
}

/// <summary>A link or question that pointed at an offer that went.</summary>
public sealed record RepointedOffer(string? Link, Guid? Inquiry, Guid Offer);

/// <summary>All that it takes to make two of one again.</summary>
public sealed record MergeLedger
{
    /// <summary>The row that stayed, before and after.</summary>
    public StudentDetails? Before { get; init; }

    public StudentDetails? After { get; init; }
    public DateTime? InformedBefore { get; init; }
    public DateTime? InformedAfter { get; init; }
    public DateTime? DeadBefore { get; init; }

    /// <summary>The row that went, with its reservations.</summary>
    public RowSnapshot? Away { get; init; }

    public IReadOnlyList<RowSnapshot> Reservations { get; init; } = [];

    /// <summary>Reservations of the row that stayed, before; those of later are not of the merge's making.</summary>
    public IReadOnlyList<Guid> Had { get; init; } = [];

    /// <summary>Reservations that it got.</summary>
    public IReadOnlyList<Guid> Brought { get; init; } = [];

    public MovedRows Moved { get; init; } = new();

    /// <summary>Rows of which a student can have one only, and of which the other stayed; parents before children.</summary>
    public List<RowSnapshot> Removed { get; init; } = [];

    public List<RepointedOffer> Repointed { get; init; } = [];

    /// <summary>Open offers that ended because the other row wants no contact.</summary>
    public IReadOnlyList<EndedOffer> Ended { get; init; } = [];

    /// <summary>Marks of two persons that were written anew for the row that stayed.</summary>
    public List<Guid> Marks { get; init; } = [];

    /// <summary>Mails that were left out, because the same campaign reached the person under the other row. They stay left out.</summary>
    public int LeftOut { get; set; }

    /// <summary>As it is stored.</summary>
    public string Write() => JsonSerializer.Serialize(this, RowSnapshot.Json);

    /// <summary>What a merge has written down; empty when it was taken back.</summary>
    public static MergeLedger Of(StudentMerge merge)
    {
        ArgumentNullException.ThrowIfNull(merge);
        return JsonSerializer.Deserialize<MergeLedger>(merge.Ledger, RowSnapshot.Json)!;
    }
}
