using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Application.Students.Joining;

/// <summary>Opens the entered kommune's page for sign-ups, or closes it. A link that is under way still confirms what was asked while it was open.</summary>
public sealed class OpenOrCloseSignUps(RekrutteringDb db, KommuneScope scope)
{
    /// <summary>Refused with <see cref="SettingsAreMissing"/> while the page could not tell what the law wants told.</summary>
    public async Task<Result> ExecuteAsync(bool open, CancellationToken cancellationToken = default)
    {
        var settings = await db.KommuneSettings.SingleOrDefaultAsync(cancellationToken);
        if (open && (settings ?? new KommuneSettings(scope.Number!)).MissingForSignUps().ToList() is { Count: > 0 } missing)
            return new SettingsAreMissing(string.Join(", ", missing));
        if (settings is null || settings.TakesSignUps == open)
            return Result.Ok;
        settings.TakesSignUps = open;
        return await db.SaveOrRefuseAsync(cancellationToken);
    }
}

/// <summary>GDPR art. 13 wants more told than the kommune has said of itself.</summary>
/// <param name="What">What is missing.</param>
public sealed record SettingsAreMissing(string What) : Refusal($"Siden kan ikke åpnes før studentene kan få vite dette: {What}. Skriv det i innstillingene.");
