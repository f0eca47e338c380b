using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Application.Students.Joining;

/// <summary>
/// Finds whose page an address is and enters that kommune: anybody may ask. Nothing of the register is read through it, and what is written waits for
/// a confirmation.
/// </summary>
public sealed class OpenSignUpPage(RekrutteringDb db, KommuneScope scope)
{
    /// <summary>Null for a page that is closed and for a kommune that there is not: they look the same.</summary>
    public async Task<SignUpPage?> ReadAsync(string? kommune, CancellationToken cancellationToken = default)
    {
        if (Kommuner.AtAddress(kommune) is not { } found)
            return null;
        scope.Enter(found.Number);
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return settings is { SignUpsAreOpen: true } ? new SignUpPage(found, settings, await db.StudyPlacesAsync(cancellationToken)) : null;
    }
}

/// <summary>A page that stands open, what its kommune says of itself, and the study places that it knows.</summary>
public sealed record SignUpPage(Kommune Kommune, KommuneSettings Settings, StudyPlaceList Places);
