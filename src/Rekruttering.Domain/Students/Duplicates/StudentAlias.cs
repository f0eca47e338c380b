using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Duplicates;

/// <summary>
/// What a student also was called in the register before two rows became one: lists go on using the old values, and are to meet the row that
/// stayed. A value that stands here was decided against once, so no list brings it back.
/// </summary>
public sealed class StudentAlias : IKommuneOwned
{
    private StudentAlias() { }

    /// <param name="was">The details as they stood.</param>
    /// <param name="details">The same as text, as the register stores it.</param>
    public StudentAlias(StudentMerge merge, StudentDetails was, string details)
    {
        ArgumentNullException.ThrowIfNull(merge);
        var traits = PersonTraits.Of(was);
        (Id, KommuneNumber, StudentId, MergeId) = (Guid.CreateVersion7(), merge.KommuneNumber, merge.KeptId, merge.Id);
        (EmailKey, NameKey, Details) = (traits.EmailKey, traits.NameKey, details);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid StudentId { get; private set; }

    /// <summary>The merge it comes from; it goes when that is taken back.</summary>
    public Guid MergeId { get; private set; }

    public string? EmailKey { get; private set; }
    public string NameKey { get; private set; } = "";

    /// <summary>JSON of the <see cref="StudentDetails"/>.</summary>
    public string Details { get; private set; } = "{}";
}
