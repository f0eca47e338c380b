using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;

namespace Rekruttering.Application.Identity;

/// <summary>Somebody who may release a campaign.</summary>
public sealed record Releaser(Guid UserId, string Name, Role Role);

/// <summary>Who may release a campaign, which is asked wherever the kommune wants two.</summary>
public static class Releasers
{
    /// <summary>By name: recruiters and administrators who have taken their account into use. Who is invited and has not, can send nothing.</summary>
    public static async Task<IReadOnlyList<Releaser>> ReleasersAsync(this RekrutteringDb db, string kommuneNumber, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await (from member in db.Memberships
                      where member.KommuneNumber == kommuneNumber && member.Role != Role.Reader
                      join user in db.Users on member.UserId equals user.Id
                      where user.PasswordHash != null
                      orderby user.DisplayName == "" ? user.Email : user.DisplayName
                      select new Releaser(user.Id, user.DisplayName == "" ? user.Email! : user.DisplayName, member.Role)).ToListAsync(cancellationToken);
    }
}
