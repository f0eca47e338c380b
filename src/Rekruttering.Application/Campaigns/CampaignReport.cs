using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Campaigns;

/// <summary>How far a campaign has come, counted from its rows.</summary>
public sealed record CampaignProgress(CampaignStatus Status, IReadOnlyDictionary<MessageState, int> Counts)
{
    /// <summary>Recipients who were erased since: they count and have no line.</summary>
    public int Erased { get; init; }

    /// <summary>Everybody who was to get a mail.</summary>
    public int Planned => Counts.Sum(pair => pair.Key == MessageState.LeftOut ? 0 : pair.Value);

    public int Sent => Of(MessageState.Sent);
    public int Failed => Of(MessageState.Failed);
    public int Uncertain => Of(MessageState.Uncertain);
    public int LeftOut => Of(MessageState.LeftOut);
    public int Cancelled => Of(MessageState.Cancelled);

    /// <summary>Not settled yet.</summary>
    public int Waiting => Of(MessageState.Ready) + Of(MessageState.Claimed) + Of(MessageState.HandedOver) + Of(MessageState.Deferred);

    /// <summary>Settled, one way or another.</summary>
    public int Done => Planned - Waiting;

    private int Of(MessageState state) => Counts.GetValueOrDefault(state);
}

/// <summary>What the report lists.</summary>
public enum ReportFilter { All, Sent, Waiting, LeftOut, Failed, Uncertain, Cancelled }

/// <summary>One row of the report.</summary>
public sealed record ReportRow(Guid MessageId, Guid StudentId, string Name, MessageState State, LeftOutReason? LeftOut, string? Address, string? Answer, DateTime? At, DateTime DueAt, int Attempts)
{
    /// <summary>The recipient domain that it waits for; empty when it waits for none.</summary>
    public string Line { get; init; } = "";
}

/// <summary>Reads what became of a campaign. Nothing is counted anywhere but here.</summary>
public sealed class CampaignReport(RekrutteringDb db, IOptions<MailOptions> mail)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    private static readonly MessageState[] Open = [MessageState.Ready, MessageState.Claimed, MessageState.HandedOver, MessageState.Deferred];

    /// <summary>Null when there is no such campaign.</summary>
    public async Task<CampaignProgress?> ProgressAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        var status = await db.Campaigns.Where(c => c.Id == campaignId).Select(c => (CampaignStatus?)c.Status).SingleOrDefaultAsync(cancellationToken);
        return status is null ? null : new CampaignProgress(status.Value, await db.Messages.Where(m => m.CampaignId == campaignId)
            .GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken))
        {
            Erased = await db.Messages.CountAsync(m => m.CampaignId == campaignId && m.StudentId == null, cancellationToken),
        };
    }

    /// <summary>What is left to send, and how fast; counted by domain for those that stand in a line.</summary>
    public async Task<SendingLoad> LoadAsync(Guid campaignId, int waiting, CancellationToken cancellationToken = default)
    {
        var lines = await db.Messages.Where(m => m.CampaignId == campaignId && m.State == MessageState.Ready && m.Line != "")
            .GroupBy(m => m.Line).ToDictionaryAsync(line => line.Key, line => line.Count(), cancellationToken);
        return SendingLoad.Of(waiting, await AheadAsync(db, campaignId, cancellationToken), lines, mail.Value);
    }

    /// <summary>When the last of those is tried again whom a server has put off; null when there is none.</summary>
    public Task<DateTime?> LastAttemptAsync(Guid campaignId, CancellationToken cancellationToken = default) =>
        db.Messages.Where(m => m.CampaignId == campaignId && m.State == MessageState.Deferred).MaxAsync(m => (DateTime?)m.DueAt, cancellationToken);

    /// <summary>Mails of the kommune's other campaigns that are being sent.</summary>
    internal static Task<int> AheadAsync(RekrutteringDb db, Guid except, CancellationToken cancellationToken) => db.Messages
        .CountAsync(m => m.CampaignId != except && (m.State == MessageState.Ready || m.State == MessageState.Deferred)
            && db.Campaigns.Any(c => c.Id == m.CampaignId && c.Status == CampaignStatus.Running), cancellationToken);

    /// <summary>One page of recipients, by name.</summary>
    public async Task<IReadOnlyList<ReportRow>> ReadAsync(Guid campaignId, ReportFilter filter, int page, CancellationToken cancellationToken = default)
    {
        var messages = db.Messages.Where(m => m.CampaignId == campaignId);
        messages = filter switch
        {
            ReportFilter.Waiting => messages.Where(m => Open.Contains(m.State)),
            ReportFilter.Sent => messages.Where(m => m.State == MessageState.Sent),
            ReportFilter.LeftOut => messages.Where(m => m.State == MessageState.LeftOut),
            ReportFilter.Failed => messages.Where(m => m.State == MessageState.Failed),
            ReportFilter.Uncertain => messages.Where(m => m.State == MessageState.Uncertain),
            ReportFilter.Cancelled => messages.Where(m => m.State == MessageState.Cancelled),
            _ => messages,
        };
        return await messages.Join(db.Students, m => m.StudentId, s => s.Id, (m, s) => new { Message = m, Student = s })
            .OrderBy(row => row.Student.SearchName).ThenBy(row => row.Message.Id).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Select(row => new ReportRow(row.Message.Id, row.Student.Id, row.Student.FirstName + " " + row.Student.LastName, row.Message.State, row.Message.LeftOutReason,
                row.Message.ToAddress, row.Message.ServerAnswer, row.Message.SettledAt, row.Message.DueAt, row.Message.Attempts)
            { Line = row.Message.Line }).ToListAsync(cancellationToken);
    }
}
