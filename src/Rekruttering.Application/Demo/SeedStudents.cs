using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Demo;

/// <summary>
/// Fills a kommune's register with invented students, for measuring: straight to the tables and past the import, which is asked elsewhere.
/// Two of three have been spoken to. All or nothing.
/// </summary>
public sealed class SeedStudents(RekrutteringDb db, OpenKommune openKommune, TimeProvider clock)
{
    /// <summary>More would outgrow what a file on a developer's machine is for.</summary>
    public const int MostStudents = 1_000_000;

    /// <summary>Adds this many students, or says why not.</summary>
    public async Task<Result> ExecuteAsync(string kommuneNumber, int students, CancellationToken cancellationToken = default)
    {
        if (Kommuner.Find(kommuneNumber) is null)
            return InvalidInput.In(nameof(kommuneNumber), $"Det finnes ingen kommune med nummer {kommuneNumber}.");
        if (students is < 1 or > MostStudents)
            return InvalidInput.In(nameof(students), $"Antall studenter må være fra 1 til {MostStudents}.");

        await openKommune.ExecuteAsync(kommuneNumber, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var now = clock.UtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using var register = new BulkInsert<Student>(db);
        await using var timeline = new BulkInsert<TimelineEntry>(db);
        var number = 0;
        foreach (var details in InventedStudents.Of(kommuneNumber, OsloTime.DateOf(now)).Take(students))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var student = Student.Create(kommuneNumber, details, now);
            register.Insert(student);
            foreach (var entry in History(student, number++, now))
                timeline.Insert(entry);
        }
        await transaction.CommitAsync(cancellationToken);
        await db.TendAsync(cancellationToken);
        return Result.Ok;
    }

    private static IEnumerable<TimelineEntry> History(Student student, int number, DateTime now)
    {
        yield return new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Created, now, "Lagt til for måling.");
        if (number % 3 != 0)
            yield return new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.CallLogged, now.AddDays(-(number * 7L % 500) - 1), "Snakket om sommerjobb.");
    }
}
