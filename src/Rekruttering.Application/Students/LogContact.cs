using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Students;

/// <summary>What can be logged by hand.</summary>
public enum ContactKind { Call, Meeting, Mail, Note }

/// <summary>A call, meeting, mail or note as it was typed. Day and time are Oslo's wall clock; without a time it is noon of a past day, or now.</summary>
public sealed record ContactNote(ContactKind Kind, string? Text, DateOnly? Day, TimeOnly? Time);

/// <summary>Puts something that happened outside the program on the student's timeline.</summary>
public sealed class LogContact(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Longest text.</summary>
    public const int MostCharacters = 4000;

    /// <summary>Refused when there is nothing to read, when it lies ahead in time, or when a fødselsnummer was typed.</summary>
    public async Task<Result> ExecuteAsync(Guid studentId, ContactNote note, Guid byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (await db.Students.Where(s => s.Id == studentId).Select(s => s.KommuneNumber).SingleOrDefaultAsync(ct) is not { } kommune)
            return new NotFound();
        var now = clock.UtcNow();
        var at = When(note, now);
        if (Problem(note, at, now) is { } refusal)
            return refusal;
        var (kind, summary) = note.Kind switch
        {
            ContactKind.Call => (TimelineKind.CallLogged, "Snakket på telefon"),
            ContactKind.Meeting => (TimelineKind.MeetingLogged, "Møttes"),
            ContactKind.Mail => (TimelineKind.MailLogged, "E-post utenom systemet"),
            _ => (TimelineKind.NoteWritten, "Notat"),
        };
        db.Timeline.Add(new TimelineEntry(kommune, studentId, kind, at, summary, note.Text!.ReplaceLineEndings("\n").Trim(), byUserId));
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }

    private static Refusal? Problem(ContactNote note, DateTime at, DateTime now)
    {
        if (StudentForm.Without(note.Text) != note.Text)
            return NationalIdTyped.In(nameof(note.Text));
        if (string.IsNullOrWhiteSpace(note.Text))
            return InvalidInput.In(nameof(note.Text), "Skriv kort hva dere snakket om, eller hva som skal huskes.");
        if (note.Text.Length > MostCharacters)
            return InvalidInput.In(nameof(note.Text), $"Skriv høyst {MostCharacters} tegn.");
        if (!Enum.IsDefined(note.Kind))
            return InvalidInput.In(nameof(note.Kind), "Velg hva det var.");
        if (at > now.AddMinutes(1) || at < now.AddYears(-20))
            return InvalidInput.In(nameof(note.Day), "Skriv dagen det skjedde. Den kan ikke være fram i tid.");
        return null;
    }

    private static DateTime When(ContactNote note, DateTime now)
    {
        var today = OsloTime.DateOf(now);
        var day = note.Day ?? today;
        if (note.Time is null && day == today)
            return now;
        return OsloTime.ToUtc(day.ToDateTime(note.Time ?? new TimeOnly(12, 0)));
    }
}
