using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Makes the reader of an import's rows, with what the kommune knows of places and colleagues today.</summary>
internal static class RowReaders
{
    public static async Task<RowReader> ReaderAsync(this RekrutteringDb db, ImportBatch batch, DateOnly today, CancellationToken ct)
    {
        var fields = batch.Fields();
        return new RowReader(batch.ColumnNames(), fields, batch.Answers(), today, await db.StudyPlacesAsync(ct), fields.Contains(ImportField.ContactPerson) ? await ColleaguesAsync(db, batch.KommuneNumber, ct) : []);
    }

    private static async Task<IReadOnlyList<PossibleContact>> ColleaguesAsync(RekrutteringDb db, string kommune, CancellationToken ct) =>
        await db.Memberships.Where(m => m.KommuneNumber == kommune).Join(db.Users, m => m.UserId, u => u.Id, (_, u) => new PossibleContact(u.Id, u.DisplayName == "" ? u.Email ?? "" : u.DisplayName, u.Email)).ToListAsync(ct);
}
