using System.Globalization;
using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students;

/// <summary>What can be done to many students at once.</summary>
public enum BulkKind { Archive, Restore, ContactPerson, Progression, AddTie }

/// <summary>
/// One change of many students: what was set, when and by whom. What each of them had before stands on its <see cref="BulkChangeRow"/>, so that it can be
/// taken back without touching what a person did since.
/// </summary>
public sealed class BulkChange : IKommuneOwned, IVersioned
{
    /// <summary>Longest <see cref="Choice"/> and <see cref="What"/>.</summary>
    public const int LongestText = 500;

    private BulkChange() { }

    /// <param name="what">In words: "Sett kontaktperson til Kari".</param>
    /// <param name="choice">Whom, in words: "Studenter i Polen".</param>
    public BulkChange(string kommuneNumber, BulkKind kind, string what, string choice, Guid byUserId, DateTime now)
    {
        (Id, KommuneNumber, Kind, ById, At) = (Guid.CreateVersion7(), kommuneNumber, kind, byUserId, now);
        (What, Choice) = (what.Cut(LongestText), choice.Cut(LongestText));
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public BulkKind Kind { get; private set; }
    public string What { get; private set; } = "";
    public string Choice { get; private set; } = "";
    public Guid ById { get; private set; }
    public DateTime At { get; private set; }
    public DateTime? UndoneAt { get; private set; }
    public Guid? UndoneById { get; private set; }
    public int Version { get; set; } = 1;

    /// <summary>Marks it as taken back; the caller puts the old values back in the same save.</summary>
    public Result Undo(Guid byUserId, DateTime now)
    {
        if (UndoneAt is not null)
            return new AlreadyUndone();
        (UndoneAt, UndoneById) = (now, byUserId);
        return Result.Ok;
    }
}

/// <summary>One student of a bulk change: what stood there, and what was set.</summary>
public sealed class BulkChangeRow : IKommuneOwned
{
    private BulkChangeRow() { }

    public BulkChangeRow(BulkChange change, Student student, string? before, string? after) =>
        (Id, KommuneNumber, BulkChangeId, StudentId, Before, After) = (Guid.CreateVersion7(), change.KommuneNumber, change.Id, student.Id, before, after);

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid BulkChangeId { get; private set; }
    public Guid StudentId { get; private set; }

    /// <summary>As <see cref="BulkValue.Read"/> gave it before, and gives it while nobody has changed it.</summary>
    public string? Before { get; private set; }

    /// <inheritdoc cref="Before"/>
    public string? After { get; private set; }

    /// <summary>What became of it when the change was taken back; null while it stands.</summary>
    public bool? PutBack { get; private set; }

    /// <summary>Taken back, or left because a person has changed it since.</summary>
    public void Settle(bool putBack) => PutBack = putBack;
}

/// <summary>The one value of a student that a bulk change is about, as text: for comparing and for putting back.</summary>
/// <param name="Kind">Which value.</param>
/// <param name="Tie">The tie, where it is about ties.</param>
public sealed record BulkValue(BulkKind Kind, TieKind Tie = TieKind.Other)
{
    /// <summary>The value as it stands.</summary>
    public string? Read(Student student)
    {
        ArgumentNullException.ThrowIfNull(student);
        return Kind is BulkKind.Archive or BulkKind.Restore ? student.Status.ToString() : Read(student.Details);
    }

    /// <summary>The value in some details; null where it is none of them, but whether the student is archived.</summary>
    public string? Read(StudentDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return Kind switch
        {
            BulkKind.Archive or BulkKind.Restore => null,
            BulkKind.ContactPerson => details.ContactPersonId is { } id ? id.ToString("N") : details.ContactName is { } name ? "=" + name : null,
            BulkKind.Progression => string.Create(CultureInfo.InvariantCulture, $"{details.Progression};{details.DelayTerms};{details.LeaveFrom?.Index}"),
            // The kind stands before the words, so that a row tells alone which tie it was.
            _ => details.Ties[Tie] is { } words ? $"{Tie}:{words}" : $"{Tie}",
        };
    }

    /// <summary>Which value a row was about.</summary>
    public static BulkValue Of(BulkKind kind, string? text) =>
        new(kind, kind == BulkKind.AddTie && Enum.TryParse<TieKind>(text?.Split(':', 2)[0], out var tie) ? tie : TieKind.Other);

    /// <summary>Sets what <see cref="Read"/> gave.</summary>
    public void Write(Student student, string? text, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(student);
        if (Kind is BulkKind.Archive or BulkKind.Restore)
            _ = text == nameof(StudentStatus.Archived) ? student.Archive(now) : student.Restore(now);
        else
            student.Update(In(student.Details, text), now);
    }

    private StudentDetails In(StudentDetails details, string? text)
    {
        switch (Kind)
        {
            case BulkKind.ContactPerson:
                return details with { ContactPersonId = Guid.TryParseExact(text, "N", out var id) ? id : null, ContactName = text is ['=', ..] ? text[1..] : null };
            case BulkKind.Progression:
                var parts = text!.Split(';');
                return details with
                {
                    Progression = Enum.Parse<Progression>(parts[0]),
                    DelayTerms = int.Parse(parts[1], CultureInfo.InvariantCulture),
                    LeaveFrom = parts[2].Length == 0 ? null : Term.FromIndex(int.Parse(parts[2], CultureInfo.InvariantCulture)),
                };
            default:
                return details with { Ties = details.Ties.With(Tie, text!.Contains(':', StringComparison.Ordinal) ? text.Split(':', 2)[1] : null) };
        }
    }
}

/// <summary>It was taken back before.</summary>
public sealed record AlreadyUndone() : Refusal("Endringen er allerede angret.");

/// <summary>What would be touched is no longer what was shown.</summary>
public sealed record ChoiceHasChanged() : Refusal("Utvalget er ikke lenger det samme som da du så over det. Se over det på nytt.");
