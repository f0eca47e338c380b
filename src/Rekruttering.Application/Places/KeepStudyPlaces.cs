using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Places;

/// <summary>Adds a study place to those of the kommune in scope.</summary>
public sealed class AddStudyPlace(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>
    /// How many students, whose study place stood as a text of this name, were put there. Refused when the name is taken, by a shared place too.
    /// </summary>
    /// <param name="alsoCalled">What a list calls the place, where that is not its name: remembered.</param>
    public async Task<Result<int>> ExecuteAsync(StudyPlaceForm form, string? alsoCalled, Guid byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var read = form.Read();
        if (!read.IsOk)
            return read.Refusal;
        var places = await db.StudyPlacesAsync(ct);
        if (places.Named(read.Value.Name) is { } taken)
            return new StudyPlaceNameTaken(read.Value.Name, taken.FullName) { Field = nameof(form.Name) };
        var now = clock.UtcNow();
        var place = new OwnStudyPlace(db.ScopeNumber!, read.Value, byUserId, now);
        db.OwnStudyPlaces.Add(place);
        var keys = new List<string> { place.NameKey };
        if (StudyPlaceNames.Problem(alsoCalled) is null && places.Named(alsoCalled) is null && SearchText.Words(alsoCalled) != place.NameKey)
        {
            var name = new StudyPlaceName(db.ScopeNumber!, alsoCalled!.Trim(), place.Code, byUserId, now);
            db.StudyPlaceNames.Add(name);
            keys.Add(name.Key);
        }
        var adopted = await db.AdoptAsync(place.Entry, keys, byUserId, now, ct);
        return await StudyPlaceNames.SaveAsync(db, ct) is { IsOk: false } refused ? refused.Refusal : adopted;
    }
}

/// <summary>Changes a study place of the kommune's own, and what its students carry of it.</summary>
public sealed class ChangeStudyPlace(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>How many students are there. Refused as when it is added, and when somebody has saved it since.</summary>
    public async Task<Result<int>> ExecuteAsync(Guid id, StudyPlaceForm form, Guid byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await db.OwnStudyPlaces.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } place)
            return new NotFound();
        var read = form.Read();
        if (!read.IsOk)
            return read.Refusal;
        if (place.Version != form.Version)
            return new ChangedMeanwhile();
        if ((await db.StudyPlacesAsync(ct)).Named(read.Value.Name) is { } taken && taken.Code != place.Code)
            return new StudyPlaceNameTaken(read.Value.Name, taken.FullName) { Field = nameof(form.Name) };
        var (now, code, was) = (clock.UtcNow(), place.Code, place.Name);
        place.Change(read.Value);
        // Lists go on calling it what it was called.
        if (SearchText.Words(was) is var before && before != place.NameKey && !await db.StudyPlaceNames.AnyAsync(n => n.Key == before, ct))
            db.StudyPlaceNames.Add(new StudyPlaceName(place.KommuneNumber, was, code, byUserId, now));
        var students = await db.Students.Where(s => s.StudyPlaceCode == code).ToListAsync(ct);
        foreach (var student in students)
            db.Change(student, student.Details.At(place.Entry), byUserId, now);
        return await StudyPlaceNames.SaveAsync(db, ct) is { IsOk: false } refused ? refused.Refusal : students.Count;
    }
}

/// <summary>What removing a place would touch.</summary>
/// <param name="Students">How many are there.</param>
/// <param name="Some">Some of them.</param>
/// <param name="Names">What lists call it.</param>
/// <param name="Choices">The segments and mailings that ask for it.</param>
public sealed record StudyPlaceUse(OwnStudyPlace Place, int Students, IReadOnlyList<(Guid Id, string Name)> Some, IReadOnlyList<string> Names, IReadOnlyList<KeptChoice> Choices);

/// <summary>Takes a study place of the kommune's own away. Its students go where it is said, or keep its name as a text.</summary>
public sealed class RemoveStudyPlace(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Stands for "keep the name as a text" where a place is asked for.</summary>
    public const string AsText = "tekst";

    private const int Shown = 10;

    /// <summary>Null when there is no such place here.</summary>
    public async Task<StudyPlaceUse?> ReadAsync(Guid id, CancellationToken ct = default)
    {
        if (await db.OwnStudyPlaces.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } place)
            return null;
        var code = place.Code;
        var there = db.Students.Where(s => s.StudyPlaceCode == code);
        var some = await there.OrderBy(s => s.SearchName).Take(Shown).Select(s => new { s.Id, Name = s.FirstName + " " + s.LastName }).ToListAsync(ct);
        var names = await db.StudyPlaceNames.Where(n => n.PlaceCode == code).OrderBy(n => n.Key).Select(n => n.Text).ToListAsync(ct);
        return new(place, await there.CountAsync(ct), [.. some.Select(s => (s.Id, s.Name))], names, await new KeptChoices(db).ReadAsync(code, ct));
    }

    /// <summary>Refused with <see cref="StudyPlaceInUse"/> while students are there and it is not said where they go.</summary>
    /// <param name="to">The code of another place, <see cref="AsText"/>, or null.</param>
    public async Task<Result> ExecuteAsync(Guid id, string? to, Guid byUserId, CancellationToken ct = default)
    {
        if (await db.OwnStudyPlaces.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } place)
            return new NotFound();
        var (code, now) = (place.Code, clock.UtcNow());
        var other = string.IsNullOrEmpty(to) || to == AsText ? null : (await db.StudyPlacesAsync(ct)).Find(to);
        if (!string.IsNullOrEmpty(to) && to != AsText && (other is null || other.Code == code))
            return InvalidInput.In("To", "Velg et annet studiested fra listen.");
        var students = await db.Students.Where(s => s.StudyPlaceCode == code).ToListAsync(ct);
        if (students.Count > 0 && string.IsNullOrEmpty(to))
            return new StudyPlaceInUse(students.Count) { Field = "To" };
        foreach (var student in students)
            db.Change(student, other is null ? student.Details.AsTextOnly() : student.Details.At(other), byUserId, now);
        var names = await db.StudyPlaceNames.Where(n => n.PlaceCode == code).ToListAsync(ct);
        if (other is null)
            db.StudyPlaceNames.RemoveRange(names);
        else
            names.ForEach(name => name.PointAt(other.Code));
        if (other is not null && !names.Exists(n => n.Key == place.NameKey))
            db.StudyPlaceNames.Add(new StudyPlaceName(place.KommuneNumber, place.Name, other.Code, byUserId, now));
        db.OwnStudyPlaces.Remove(place);
        return await StudyPlaceNames.SaveAsync(db, ct);
    }
}
