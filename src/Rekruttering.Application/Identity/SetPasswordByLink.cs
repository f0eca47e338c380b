using Microsoft.AspNetCore.Identity;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Identity;

/// <summary>A colleague who was invited, or who forgot her password, chooses one. Ends her other sessions and any lockout.</summary>
public sealed class SetPasswordByLink(RekrutteringDb db, UserManager<AppUser> users, FindOneTimeLink links)
{
    /// <param name="purpose">Invitation or PasswordReset: one kind of link never does the other's work.</param>
    /// <param name="name">Her name, for an invitation; null keeps it.</param>
    public async Task<Result<AppUser>> ExecuteAsync(string? token, OneTimeLinkPurpose purpose, string? name, string password, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await links.ExecuteAsync(token, purpose, cancellationToken) is not { User: { } user } found
            || !await links.UseUpAsync(found, cancellationToken))
            return new NotFound();

        var reset = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        if (!reset.Succeeded)
            return AccountRefused.Because(reset);
        user.EmailConfirmed = true;
        if (!string.IsNullOrWhiteSpace(name))
            user.DisplayName = name.Trim();
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        await users.UpdateAsync(user);
        await transaction.CommitAsync(cancellationToken);
        return user;
    }
}
