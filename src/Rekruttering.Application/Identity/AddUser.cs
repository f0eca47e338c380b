using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Identity;

/// <summary>
/// The operator adds somebody, or changes what somebody may do: the account is made if need be, the role set, the password replaced if
/// one is given. Doing so again changes nothing.
/// </summary>
public sealed class AddUser(RekrutteringDb db, UserManager<AppUser> users, OpenKommune openKommune)
{
    /// <param name="password">Null leaves it as it is; a new account then waits for a link.</param>
    public async Task<Result<AppUser>> ExecuteAsync(string email, string kommuneNumber, Role role, string? password, CancellationToken cancellationToken = default)
    {
        if (!EmailAddress.TryParse(email, out var address))
            return InvalidInput.In("Email", "Skriv en e-postadresse, for eksempel kari@example.com.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var user = await users.FindByEmailAsync(address.Value);
        var saved = IdentityResult.Success;
        if (user is null)
        {
            user = new AppUser(address.Value) { EmailConfirmed = true };
            saved = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        }
        else if (password is not null)
        {
            saved = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        }
        if (!saved.Succeeded)
            return AccountRefused.Because(saved);

        await openKommune.ExecuteAsync(kommuneNumber, cancellationToken);
        var member = await db.Memberships.SingleOrDefaultAsync(m => m.UserId == user.Id && m.KommuneNumber == kommuneNumber, cancellationToken);
        if (member is null)
            db.Memberships.Add(new Membership(user.Id, kommuneNumber, role));
        else
            member.Role = role;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return user;
    }
}
