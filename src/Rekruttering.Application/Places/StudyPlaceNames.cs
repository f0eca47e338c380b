using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Application.Places;

/// <summary>Remembers what the kommune's lists call a place, shared or its own.</summary>
public sealed class RememberStudyPlaceName(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>How many students, whose study place stood as this text, were put there. Refused when the name means a place already.</summary>
    public async Task<Result<int>> ExecuteAsync(string? text, string? placeCode, Guid byUserId, CancellationToken ct = default)
    {
        if (StudyPlaceNames.Problem(text) is { } problem)
            return problem;
        var places = await db.StudyPlacesAsync(ct);
        if (places.Find(placeCode) is not { } place)
            return InvalidInput.In("PlaceCode", "Velg et studiested fra listen.");
        if (places.Named(text) is { } taken)
            return new StudyPlaceNameTaken(text!.Trim(), taken.FullName) { Field = "Text" };
        var now = clock.UtcNow();
        var name = new StudyPlaceName(db.ScopeNumber!, text!.Trim(), place.Code, byUserId, now);
        db.StudyPlaceNames.Add(name);
        var adopted = await db.AdoptAsync(place, [name.Key], byUserId, now, ct);
        return await StudyPlaceNames.SaveAsync(db, ct) is { IsOk: false } refused ? refused.Refusal : adopted;
    }
}

/// <summary>Forgets a name. Students that it has brought to a place stay there.</summary>
public sealed class ForgetStudyPlaceName(RekrutteringDb db)
{
    /// <summary>The text of the name that is gone.</summary>
    public async Task<Result<string>> ExecuteAsync(Guid id, CancellationToken ct = default)
    {
        if (await db.StudyPlaceNames.SingleOrDefaultAsync(n => n.Id == id, ct) is not { } name)
            return new NotFound();
        db.StudyPlaceNames.Remove(name);
        return await db.SaveOrRefuseAsync(ct) is { IsOk: false } refused ? refused.Refusal : name.Text;
    }
}

internal static class StudyPlaceNames
{
    public static Refusal? Problem(string? text) => text?.Trim() switch
    {
        null or "" => InvalidInput.In("Text", "Skriv det listene kaller studiestedet."),
        { Length: > StudyPlaceName.LongestText } => InvalidInput.In("Text", $"Skriv høyst {StudyPlaceName.LongestText} tegn."),
        var typed when StudentForm.Without(typed) != typed => NationalIdTyped.In("Text"),
        var typed when SearchText.Words(typed).Length < 2 => InvalidInput.In("Text", "Et navn har minst to bokstaver."),
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
