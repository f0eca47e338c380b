using Microsoft.AspNetCore.Identity;

namespace Rekruttering.Application.Identity;

/// <summary>Somebody who signs in. What they may do stands in their <see cref="Membership"/>s, one per kommune.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>A new account; the e-mail address is the user name.</summary>
    public AppUser(string email)
    {
        Id = Guid.CreateVersion7();
        (Email, UserName) = (email, email);
    }

    private AppUser() { }

    /// <summary>"Kari Nordmann"; empty until set, then the address is shown.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The columns this person wants in the list of students (<see cref="Students.ListColumns"/>); null is the usual ones.</summary>
    public string? ListColumns { get; set; }
}

/// <summary>What a user may do in one kommune. A reader changes nothing; an administrator also manages users and settings.</summary>
public enum Role { Reader, Recruiter, Administrator }

/// <summary>One user's role in one kommune.</summary>
public sealed class Membership
{
    private Membership() { }

    /// <summary>A role in a kommune.</summary>
    public Membership(Guid userId, string kommuneNumber, Role role) => (UserId, KommuneNumber, Role) = (userId, kommuneNumber, role);

    public Guid UserId { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Role Role { get; set; }

    /// <summary>When this user last said "seen" to the news on the morning page, UTC.</summary>
    public DateTime? NewsSeenAt { get; set; }

    /// <summary>Is this the only administrator among the members of its kommune?</summary>
    public static bool IsLastAdministrator(Membership member, IEnumerable<Membership> members) =>
        member.Role == Role.Administrator && members.Count(m => m.Role == Role.Administrator) == 1;
}

/// <summary>What a one-time link for a user is for.</summary>
public enum OneTimeLinkPurpose { FirstAdministrator, Invitation, PasswordReset }

/// <summary>A link that works once and not for long. Only the hash of its secret is stored.</summary>
public sealed class OneTimeLink
{
    private OneTimeLink() { }

    /// <param name="userId">Whose password it sets; null for the first administrator.</param>
    public OneTimeLink(string hash, OneTimeLinkPurpose purpose, Guid? userId, DateTime now, TimeSpan lifetime) =>
        (Id, Hash, Purpose, UserId, CreatedAt, ExpiresAt) = (Guid.CreateVersion7(), hash, purpose, userId, now, now + lifetime);

    public Guid Id { get; private set; }
    public string Hash { get; private set; } = "";
    public OneTimeLinkPurpose Purpose { get; private set; }
    public Guid? UserId { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <summary>Uses the link up; false when it is used or too old.</summary>
    public bool TryUse(DateTime now)
    {
        if (UsedAt is not null || now > ExpiresAt)
            return false;
        UsedAt = now;
        return true;
    }
}
