using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>Whose value stands after a merge.</summary>
public enum MergeSide
{
    /// <summary>Of the row that stays.</summary>
    Kept,

    /// <summary>Of the row that goes.</summary>
    Away,

    /// <summary>Both; for notes and ties.</summary>
    Both,
}

/// <summary>Fields that are chosen together, because apart they would say what neither row said.</summary>
/// <param name="Key">The name in a form.</param>
/// <param name="Fields">Labels of <see cref="StudentChanges"/>.</param>
public sealed record MergeGroup(string Key, string Label, IReadOnlyList<string> Fields)
{
    private const string Note = "merknad";
    private const string Ties = "tilknytning";

    /// <summary>Every field of a student, once.</summary>
    public static readonly IReadOnlyList<MergeGroup> All =
    [
        new("fornavn", "Fornavn", ["Fornavn"]),
        new("etternavn", "Etternavn", ["Etternavn"]),
        new("epost", "E-post", ["E-post"]),
        new("telefon", "Telefon", ["Telefon"]),
        new("fodselsar", "Fødselsår", ["Fødselsår"]),
        new("hjemkommune", "Hjemkommune", ["Hjemkommune"]),
        new("studiested", "Studiested", ["Studiested", "Studieland"]),
        new("studiestart", "Studiestart", ["Studiestart"]),
        new("forsinket", "Semestre forsinket", ["Semestre forsinket"]),
        new("studielop", "Studieløp", ["Studieløp", "Permisjon fra"]),
        new("ferdig", "Ferdig", ["Ferdig"]),
        new("lisens", "Lisens", ["Lisens fra", "Lisens til"]),
        new(Ties, "Tilknytning", ["Tilknytning"]),
        new("sprak", "Språk i e-post", ["Språk i e-post"]),
        new("kontaktperson", "Kontaktperson", ["Kontaktperson"]),
        new(Note, "Merknad", ["Merknad"]),
        new("kilde", "Hvor det kommer fra", ["Kilde", "Behandlingsgrunnlag", "Hentet inn"]),
    ];

    /// <summary>Whether both may stand.</summary>
    public bool MayBeBoth => Key is Note or Ties;

    /// <summary>In words; null where nothing is known.</summary>
    public string? TextOf(StudentDetails details, Func<Guid, string?> nameOf)
    {
        var facts = StudentChanges.Facts(details, nameOf);
        var text = string.Join(", ", Fields.Select(field => facts[field]).OfType<string>());
        return text.Length == 0 ? null : text;
    }

    /// <summary>The details with these fields of another.</summary>
    public StudentDetails Copy(StudentDetails to, StudentDetails from) =>
        StudentFields.All.Where(field => Fields.Contains(field.Label)).Aggregate(to, (details, field) => field.Copy(details, from));

    /// <summary>
    /// What is sensible when nobody chooses: what is known before what is not, a whole name before a damaged or plainer one, an address that works,
    /// what was set on purpose before what is there by itself, and else what stands on the row that stays. Notes and ties of both are kept.
    /// </summary>
    public MergeSide DefaultFor(Student kept, Student away)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(away);
        var (ours, theirs) = (TextOf(kept.Details, id => id.ToString()), TextOf(away.Details, id => id.ToString()));
        if (theirs is null || ours is null)
            return ours is null && theirs is not null ? MergeSide.Away : MergeSide.Kept;
        return Key switch
        {
            Note or Ties => MergeSide.Both,
            "fornavn" or "etternavn" => Fuller(ours, theirs),
            "epost" => kept.AddressDeadAt is not null && away.AddressDeadAt is null ? MergeSide.Away : MergeSide.Kept,
            "studielop" => kept.Progression == Progression.Ordinary ? MergeSide.Away : MergeSide.Kept,
            "sprak" => kept.WrittenForm == WrittenForm.Bokmaal ? MergeSide.Away : MergeSide.Kept,
            _ => MergeSide.Kept,
        };
    }

    /// <summary>The details that the choices make of two.</summary>
    /// <param name="take">By <see cref="Key"/>; what is not named stands as on the row that stays.</param>
    public static Result<StudentDetails> Choose(StudentDetails kept, StudentDetails away, IReadOnlyDictionary<string, MergeSide> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        var chosen = All.Where(group => take.GetValueOrDefault(group.Key) == MergeSide.Away).Aggregate(kept, (details, group) => group.Copy(details, away));
        if (take.GetValueOrDefault(Note) == MergeSide.Both)
            chosen = chosen with { Note = string.Join('\n', new[] { kept.Note, away.Note }.OfType<string>().Distinct()) is { Length: > 0 } both ? both : null };
        if (take.GetValueOrDefault(Ties) == MergeSide.Both)
            chosen = chosen with { Ties = kept.Ties.And(away.Ties) };
        return chosen.Note?.Length > 4000 ? new NotesTooLong() : chosen;
    }

    private static MergeSide Fuller(string ours, string theirs) =>
        LostLetter.In(ours) && !LostLetter.In(theirs) ? MergeSide.Away
        : SearchText.NameKey(ours) == SearchText.NameKey(theirs) && theirs.Count(c => c > 127) > ours.Count(c => c > 127) ? MergeSide.Away
        : MergeSide.Kept;
}
