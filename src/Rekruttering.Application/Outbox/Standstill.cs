using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Outbox;

/// <summary>The mail server takes nothing: since when, how many wait, and what it said.</summary>
/// <param name="Since">UTC: nothing has left since. Either the last mail that did, or when the first of those that wait was written.</param>
/// <param name="Waiting">Personal mails, and those of running campaigns.</param>
/// <param name="Answer">The server's words without any address, or what the program saw.</param>
public sealed record Standstill(DateTime Since, int Waiting, string Answer)
{
    /// <summary>A server may be restarted without anybody being told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
}

/// <summary>Reads whether mail stands still, for what is in scope: one kommune, or all of them. Rows tell it, so a restart forgets nothing.</summary>
public static class Standstills
{
    private static readonly MessageState[] Open = [MessageState.Ready, MessageState.Claimed, MessageState.HandedOver, MessageState.Deferred];

    /// <summary>Null while mail leaves, or while nothing wants to.</summary>
    public static async Task<Standstill?> StandstillAsync(this RekrutteringDb db, DateTime now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        // Put off without an attempt: the server failed at it twice in a row, and took nobody else's in between.
        var notTaken = Wanted(db, db.Messages.Where(m => m.State == MessageState.Deferred && m.Attempts == 0 && m.ServerAnswer != null));
        var first = await notTaken.MinAsync(m => (DateTime?)m.CreatedAt, cancellationToken);
        if (first is not { } written)
            return null;
        var left = await db.Messages.Where(m => m.HandedOverAt > written && m.State == MessageState.Sent).MaxAsync(m => m.HandedOverAt, cancellationToken);
        var since = left ?? written;
        if (since > now - Standstill.Patience)
            return null;
        var last = await notTaken.OrderByDescending(m => m.DueAt).Select(m => new { m.ServerAnswer, m.ToAddress }).FirstOrDefaultAsync(cancellationToken);
        return new Standstill(since, await Wanted(db, db.Messages.Where(m => Open.Contains(m.State))).CountAsync(cancellationToken), ServerWords.WithoutAddress(last?.ServerAnswer, last?.ToAddress));
    }

    private static IQueryable<Message> Wanted(RekrutteringDb db, IQueryable<Message> messages) =>
        messages.Where(m => m.CampaignId == null || db.Campaigns.Any(c => c.Id == m.CampaignId && c.Status == CampaignStatus.Running));
}
