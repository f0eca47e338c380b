using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Application.Identity;

/// <summary>The first person in an empty program: by the link that was printed where it runs, and only while there is no user.</summary>
public sealed class AppointFirstAdministrator(RekrutteringDb db, UserManager<AppUser> users, FindOneTimeLink links, OpenKommune openKommune)
{
    /// <summary>The new user, who may be signed in.</summary>
    public async Task<Result<AppUser>> ExecuteAsync(string? token, string kommuneNumber, string name, string email, string password, CancellationToken cancellationToken = default)
    {
        if (Kommuner.Find(kommuneNumber) is null)
            return InvalidInput.In("Kommune", "Velg kommunen du arbeider i.");
        if (!EmailAddress.TryParse(email, out var address))
            return InvalidInput.In("Email", "Skriv en e-postadresse, for eksempel kari@example.com.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await links.ExecuteAsync(token, OneTimeLinkPurpose.FirstAdministrator, cancellationToken) is not { } found
            || await db.Users.AnyAsync(cancellationToken)
            || !await links.UseUpAsync(found, cancellationToken))
            return new NotFound();

        var user = new AppUser(address.Value) { DisplayName = name.Trim(), EmailConfirmed = true };
        var created = await users.CreateAsync(user, password);
        if (!created.Succeeded)
            return AccountRefused.Because(created);
        await openKommune.ExecuteAsync(kommuneNumber, cancellationToken);
        db.Memberships.Add(new Membership(user.Id, kommuneNumber, Role.Administrator));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return user;
    }
}

/// <summary>Enters a kommune and gives it its row of settings, if it is new here. Doing so again changes nothing.</summary>
public sealed class OpenKommune(RekrutteringDb db, KommuneScope scope)
{
    /// <summary>Adds without saving: the caller's save writes it together with what it is for.</summary>
    public async Task ExecuteAsync(string kommuneNumber, CancellationToken cancellationToken = default)
    {
        scope.Enter(kommuneNumber);
        if (!await db.KommuneSettings.AnyAsync(s => s.KommuneNumber == kommuneNumber, cancellationToken))
            db.KommuneSettings.Add(new Domain.Privacy.KommuneSettings(kommuneNumber));
    }
}
