using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Lis1;

/// <summary>
/// A student states, by the personal link, where LIS1 is wanted in one intake. May be stated anew at any time; the same again is no
/// change, and none at all takes the wishes back. The kommune can inform and recommend, and never promise.
/// </summary>
public sealed class StateLis1Wishes(RekrutteringDb db, OpenPersonalLink open, TimeProvider clock)
{
    /// <param name="hospitalCodes">In order, first wish first; none, without a comment, takes back what was stated.</param>
    /// <returns>True when something changed; <see cref="NotFound"/> for a link that does not hold.</returns>
    public async Task<Result<bool>> ExecuteAsync(string? token, Term intake, IReadOnlyList<string> hospitalCodes, string? comment, CancellationToken ct)
    {
        var text = string.IsNullOrWhiteSpace(comment) ? null : NationalId.Scrub(comment.ReplaceLineEndings("\n").Trim());
        if (text?.Length > Lis1Wishes.MostCharacters)
            return InvalidInput.In("Comment", $"Skriv høyst {Lis1Wishes.MostCharacters} tegn.");
        if (hospitalCodes.Any(code => HospitalCatalogue.Find(code) is null))
            return InvalidInput.In("Hospitals", "Velg et sykehus fra listen.");
        if (!Lis1Intake.After(OsloTime.DateOf(clock.UtcNow())).Contains(intake))
            return new IntakeNotOpen();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (await TryAsync(token, intake, hospitalCodes, text, ct) is { } result)
                return result;
            db.ChangeTracker.Clear();
        }
        return new ChangedMeanwhile();
    }

    private async Task<Result<bool>?> TryAsync(string? token, Term intake, IReadOnlyList<string> hospitalCodes, string? comment, CancellationToken ct)
    {
        if (await open.ExecuteAsync(token, ct) is not { } link)
            return (Result<bool>)new NotFound();
        var wishes = await db.Lis1Wishes.Include(w => w.Hospitals).SingleOrDefaultAsync(w => w.StudentId == link.Student.Id && w.Intake == intake, ct);
        if (wishes is null)
            db.Lis1Wishes.Add(wishes = Lis1Wishes.For(link.Student, intake));
        else if (hospitalCodes.Count == 0 && comment is null)
            return await TakeBackAsync(wishes, ct);
        var changed = wishes.Restate(hospitalCodes, comment, clock.UtcNow());
        if (!changed.IsOk || !changed.Value)
            return changed;
        var names = string.Join(", ", wishes.Hospitals.OrderBy(w => w.Rank).Select(w => $"{w.Rank}. {HospitalCatalogue.Find(w.HospitalCode)!.Name}"));
        db.Timeline.Add(new TimelineEntry(link.Student.KommuneNumber, link.Student.Id, TimelineKind.Lis1WishesStated, clock.UtcNow(),
            $"Ønsker LIS1 fra {Lis1Intake.NameOf(intake)}: {names}.", wishes.Comment, subjectId: wishes.Id));
        return await SavedAsync(ct);
    }

    private Task<Result<bool>?> TakeBackAsync(Lis1Wishes wishes, CancellationToken ct)
    {
        db.Lis1Wishes.Remove(wishes);
        db.Timeline.Add(new TimelineEntry(wishes.KommuneNumber, wishes.StudentId, TimelineKind.Lis1WishesStated, clock.UtcNow(),
            $"Tok tilbake ønskene om LIS1 fra {Lis1Intake.NameOf(wishes.Intake)}.", subjectId: wishes.Id));
        return SavedAsync(ct);
    }

    private async Task<Result<bool>?> SavedAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return (Result<bool>)true;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsUniqueViolation())
        {
            return null;
        }
    }
}

/// <summary>Too early or too late for that intake.</summary>
public sealed record IntakeNotOpen() : Refusal("Velg et opptak fra listen.")
{
    /// <summary>Points at the choice of intake.</summary>
    public static IntakeNotOpen InForm => new() { Field = "Intake" };
}
