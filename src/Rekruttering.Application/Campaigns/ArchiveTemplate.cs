using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Campaigns;

/// <summary>Takes a template out of the lists, or back. Nothing is lost: what was sent with it keeps its version.</summary>
public sealed class ArchiveTemplate(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Archiving twice is once.</summary>
    public async Task<Result> ExecuteAsync(Guid id, bool archived, CancellationToken cancellationToken = default)
    {
        var template = await db.Templates.SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (template is null)
            return new NotFound();
        template.ArchivedAt = archived ? template.ArchivedAt ?? clock.UtcNow() : null;
        return await db.SaveOrRefuseAsync(cancellationToken);
    }
}
