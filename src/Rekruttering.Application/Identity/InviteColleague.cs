using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Identity;

/// <summary>
/// An administrator gives a colleague a role in the kommune that is entered. A mail leaves through the outbox; the link is also
/// returned, so that it can be given by hand. Somebody who has an account from another kommune gets the role at once, and no mail.
/// </summary>
public sealed class InviteColleague(RekrutteringDb db, KommuneScope scope, UserManager<AppUser> users, IssueOneTimeLink links, TimeProvider clock)
{
    public async Task<Result<Invitation>> ExecuteAsync(string email, Role role, CancellationToken cancellationToken = default)
    {
        if (!EmailAddress.TryParse(email, out var address))
            return InvalidInput.In("Email", "Skriv en e-postadresse, for eksempel kari@example.com.");
        var kommune = scope.Number ?? throw new InvalidOperationException("No kommune is entered.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var user = await users.FindByEmailAsync(address.Value);
        if (user is null)
        {
            user = new AppUser(address.Value);
            var created = await users.CreateAsync(user);
            if (!created.Succeeded)
                return AccountRefused.Because(created);
        }
        if (await db.Memberships.AnyAsync(m => m.UserId == user.Id && m.KommuneNumber == kommune, cancellationToken))
            return new AlreadyMember() { Field = "Email" };

        db.Memberships.Add(new Membership(user.Id, kommune, role));
        string? token = null;
        if (user.PasswordHash is null)
        {
            var now = clock.UtcNow();
            db.Messages.Add(Message.ToColleague(kommune, address.Value, $"invitation:{kommune}:{user.Id}:{now:yyyyMMddHHmmss}", user.Id, now));
            token = await links.ExecuteAsync(OneTimeLinkPurpose.Invitation, user.Id, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Invitation(address.Value, token);
    }
}

/// <summary>Who was invited, and the secret of her link; null when she has a password already.</summary>
public sealed record Invitation(string Email, string? Token)
{
    /// <summary>Says nothing of either, for logs.</summary>
    public override string ToString() => nameof(Invitation);
}
