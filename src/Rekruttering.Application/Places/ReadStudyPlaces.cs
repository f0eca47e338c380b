using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Places;

/// <summary>Reads the study places that the kommune in scope knows.</summary>
public sealed class ReadStudyPlaces(RekrutteringDb db)
{
    /// <summary>As they stand now; asked again after each change.</summary>
    public Task<StudyPlaceList> ReadAsync(CancellationToken ct = default) => db.StudyPlacesAsync(ct);

    /// <summary>The same for choosing among them and naming one, without what lists call them.</summary>
    public async Task<StudyPlaceList> ReadChoicesAsync(CancellationToken ct = default) =>
        await db.OwnStudyPlaces.AsNoTracking().OrderBy(p => p.NameKey).ToListAsync(ct) is { Count: > 0 } own ? new StudyPlaceList(own, []) : StudyPlaceList.Shared;
}

/// <summary>The students at a place, for whatever changes or moves them.</summary>
internal static class StudyPlaceRows
{
    /// <inheritdoc cref="ReadStudyPlaces.ReadAsync"/>
    public static async Task<StudyPlaceList> StudyPlacesAsync(this RekrutteringDb db, CancellationToken ct)
    {
        var own = await db.OwnStudyPlaces.AsNoTracking().OrderBy(p => p.NameKey).ToListAsync(ct);
        var names = await db.StudyPlaceNames.AsNoTracking().ToListAsync(ct);
        return own.Count + names.Count == 0 ? StudyPlaceList.Shared : new StudyPlaceList(own, names);
    }

    /// <summary>
    /// Those whose study place is only a text that says this name, in the register or the archive: from now on they are at the place. Whoever has another
    /// country noted stays. To be saved by the caller.
    /// </summary>
    /// <returns>How many.</returns>
    public static async Task<int> AdoptAsync(this RekrutteringDb db, StudyPlaceEntry place, IReadOnlyCollection<string> keys, Guid byUserId, DateTime now, CancellationToken ct)
    {
        var texts = await db.Students.Where(s => s.StudyPlaceCode == null && s.StudyPlaceText != null && (s.CountryCode == null || s.CountryCode == place.Country)).Select(s => new { s.Id, s.StudyPlaceText }).ToListAsync(ct);
        var ids = texts.Where(s => keys.Contains(Domain.Common.SearchText.Words(s.StudyPlaceText))).Select(s => s.Id).ToList();
        foreach (var student in await db.Students.Where(s => ids.Contains(s.Id)).ToListAsync(ct))
            db.Change(student, student.Details.At(place), byUserId, now);
        return ids.Count;
    }

    /// <summary>Writes the details, and on the timeline what a person can see of it.</summary>
    public static void Change(this RekrutteringDb db, Student student, StudentDetails after, Guid byUserId, DateTime now)
    {
        var changes = StudentChanges.Between(student.Details, after, _ => null);
        student.Update(after, now);
        if (changes.Count > 0)
            db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Edited, now, StudentChanges.Summary(changes), StudentChanges.Text(changes), byUserId));
    }
}
