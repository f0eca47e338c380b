using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>Somebody who has the invitation to a meeting, or may have.</summary>
/// <param name="WhyNot">Why no mail goes to the student; null when one does.</param>
public sealed record InvitedStudent(Student Student, LeftOutReason? WhyNot);

/// <summary>
/// Calls off the meeting of a campaign. What has not left is stopped, and whoever has the invitation is told by a mail that takes it out of the
/// calendar; all in one transaction. The rows are stopped before it is asked who has an invitation: a mail that a sender has in its hands
/// either was handed over, and is counted, or does not leave any more.
/// </summary>
public sealed class CallOffMeeting(RekrutteringDb db, TimeProvider clock)
{
    private static readonly MessageState[] MayHaveIt = [MessageState.HandedOver, MessageState.Sent, MessageState.Uncertain];

    /// <summary>The key of the mail to one of those who were invited.</summary>
    public static string KeyOf(Guid campaignId, Guid studentId) => $"meeting-cancelled:{campaignId:N}:{studentId:N}";

    /// <summary>Gives how many mails will tell it.</summary>
    public async Task<Result<int>> ExecuteAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(() => CallOffAsync(campaignId, cancellationToken));
        }
        catch (Exception lost) when (lost.IsLostRace())
        {
            return new ChangedMeanwhile();
        }
    }

    /// <summary>Whom it touches: those who have the invitation or may have it, by name.</summary>
    public async Task<IReadOnlyList<InvitedStudent>> InvitedAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        var students = await db.Students.AsNoTracking().Include(s => s.Reservations)
            .Where(s => db.Messages.Any(m => m.CampaignId == campaignId && m.StudentId == s.Id && m.CalendarMethod != null && MayHaveIt.Contains(m.State)))
            .OrderBy(s => s.SearchName).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        // No topic: the invitation stands in a calendar, and that it is not so any more is no mailing. Who wants no contact is told by a person.
        return students.ConvertAll(student => new InvitedStudent(student, Message.ReasonToLeaveOut(student, topic: null)));
    }

    private async Task<Result<int>> CallOffAsync(Guid campaignId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == campaignId, cancellationToken) is not { } campaign)
            return new NotFound();
        var now = clock.UtcNow();
        if (campaign.CallOffMeeting(now) is { IsOk: false } refused)
            return refused.Refusal;
        await db.SaveChangesAsync(cancellationToken);
        await db.StopRestAsync(campaignId, now, cancellationToken);
        var invited = await InvitedAsync(campaignId, cancellationToken);
        foreach (var (student, whyNot) in invited)
        {
            var told = Message.To(student, MessageKind.MeetingCancelled, KeyOf(campaignId, student.Id), now, subjectId: campaignId);
            if (whyNot is { } reason)
                told.LeaveOut(reason);
            db.Messages.Add(told);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return invited.Count(one => one.WhyNot is null);
    }
}
