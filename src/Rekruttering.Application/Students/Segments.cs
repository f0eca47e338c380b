using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>Gives a choice of students a name that the whole kommune shares.</summary>
public sealed class SaveSegment(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>The segment's id. Refused when the name is taken, unless that one is to be replaced.</summary>
    /// <param name="replace">The segment whose filter is to be another, as <see cref="SegmentNameTaken"/> named it.</param>
    public async Task<Result<Guid>> ExecuteAsync(string? name, StudentFilter filter, Guid? replace, Guid byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (SegmentNames.Problem(name) is { } problem)
            return problem;
        name = name!.Trim();
        var (now, key) = (clock.UtcNow(), SearchText.Fold(name));
        var taken = await db.Segments.SingleOrDefaultAsync(s => s.NameKey == key, ct);
        if (taken is not null && taken.Id != replace)
            return new SegmentNameTaken(taken.Id, taken.Name) { Field = "Name" };
        if (taken is null)
            db.Segments.Add(taken = new Segment(db.ScopeNumber!, name, filter.ToQuery(), byUserId, now));
        else
            taken.Change(filter.ToQuery(), now);
        var saved = await SegmentNames.SaveAsync(db, ct);
        return saved.IsOk ? taken.Id : saved.Refusal;
    }
}

/// <summary>Gives a segment another name.</summary>
public sealed class RenameSegment(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused when another one has the name.</summary>
    public async Task<Result> ExecuteAsync(Guid id, string? name, CancellationToken ct = default)
    {
        if (await db.Segments.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } segment)
            return new NotFound();
        if (SegmentNames.Problem(name) is { } problem)
            return problem;
        var key = SearchText.Fold(name!.Trim());
        if (await db.Segments.FirstOrDefaultAsync(s => s.NameKey == key && s.Id != id, ct) is { } taken)
            return new SegmentNameTaken(taken.Id, taken.Name) { Field = "Name" };
        segment.Rename(name.Trim(), clock.UtcNow());
        return await SegmentNames.SaveAsync(db, ct);
    }
}

/// <summary>Deletes a segment. What was made of it has its own copy of the filter and stays as it is.</summary>
public sealed class DeleteSegment(RekrutteringDb db)
{
    /// <summary>The students in it are not touched.</summary>
    public async Task<Result> ExecuteAsync(Guid id, CancellationToken ct = default)
    {
        if (await db.Segments.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } segment)
            return new NotFound();
        db.Segments.Remove(segment);
        return await db.SaveOrRefuseAsync(ct);
    }
}

internal static class SegmentNames
{
    public static Refusal? Problem(string? name) => name?.Trim() switch
    {
        null or "" => InvalidInput.In("Name", "Skriv et navn på utvalget."),
        { Length: > Segment.LongestName } => InvalidInput.In("Name", $"Skriv et navn på høyst {Segment.LongestName} tegn."),
        var text when StudentForm.Without(text) != text => NationalIdTyped.In("Name"),
        var text when SearchText.Fold(text).Length == 0 => InvalidInput.In("Name", "Et navn har minst én bokstav eller et tall."),
        _ => null,
    };

    // Two colleagues with the same name at once: the unique key stops the second.
    public static async Task<Result> SaveAsync(RekrutteringDb db, CancellationToken ct)
    {
        try
        {
            return await db.SaveOrRefuseAsync(ct);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return new ChangedMeanwhile();
        }
    }
}
