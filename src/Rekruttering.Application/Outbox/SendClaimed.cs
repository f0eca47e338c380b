using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// Sends what one connection has claimed, one mail at a time. Before the first byte of a mail leaves, "handed over" is saved, in the
/// same save as what the server said to the mail before it.
/// </summary>
public sealed class SendClaimed(
    OutboxClaims claims, MailWriter writer, HaltCampaign halt, ContactCap cap, SenderState sender,
    IOptions<MailOptions> options, TimeProvider clock, ILogger<SendClaimed> log)
{
    // With a slow server a claim lasts: who said no meanwhile, or was paused, is met when the rest is claimed anew.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    /// <summary>Every message ends sent, settled otherwise, or given back.</summary>
    public async Task ExecuteAsync(SendRun run, IReadOnlyList<Message> messages, IMailConnection connection, CancellationToken cancellationToken)
    {
        var seen = clock.GetTimestamp();
        var stopped = await claims.StoppedAsync(messages, cancellationToken);
        await writer.LoadAsync(messages, cancellationToken);
        foreach (var message in messages)
        {
            await run.LetPagesGoAsync();
            if (run.IsHalted(message) || cancellationToken.IsCancellationRequested || clock.GetElapsedTime(seen) > Fresh)
                GiveBack(run, message);
            else if (message.CampaignId is { } id && stopped.TryGetValue(id, out var status))
                GiveBack(run, message, isCancelled: status == CampaignStatus.Cancelled);
            else if (await WriteAsync(run, message) is { } mail)
                await HandOverAsync(run, message, mail, connection, cancellationToken);
        }
        await run.Ledger.SaveAsync();
    }

    private void GiveBack(SendRun run, Message message, bool isCancelled = false)
    {
        if (isCancelled)
            message.Cancel(clock.UtcNow());
        else
            message.Release();
        run.Ledger.Decide(message);
    }

    /// <summary>The mail, or null when it is not to be sent and the row says why.</summary>
    private async Task<WrittenMail?> WriteAsync(SendRun run, Message message)
    {
        try
        {
            var draft = writer.Draft(message);
            var student = writer.StudentOf(message);
            if (draft is null)
                message.Cancel(clock.UtcNow());
            else if (student is not null && Message.ReasonToLeaveOut(student, draft.Topic) is { } reason)
                message.LeaveOut(reason);
            else if (await cap.IsReachedAsync(message, CancellationToken.None))
                message.LeaveOut(LeftOutReason.ContactCap);
            else
                return await writer.WriteAsync(message, draft, CancellationToken.None);
            run.Ledger.Decide(message);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // One mail that cannot be written must not stop all the others.
            log.LogError(broken, "Message {MessageId} could not be written", message.Id);
            run.Ledger.CouldNotWrite(message);
            await HaltWhenAllFailAsync(run, message, "kunne ikke lages. Avbryt utsendingen og lag en kopi med en annen tekst. Feilen står i loggen.");
        }
        return null;
    }

    private async Task HandOverAsync(SendRun run, Message message, WrittenMail mail, IMailConnection connection, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        message.HandOver(mail.Envelope.To.Address, mail.Subject, mail.Text, now, now + claims.Lease);
        if (!await run.Ledger.HandOverAsync(message, mail.Link))
            return;
        run.Count();
        var result = await SendAsync(message, mail, connection, cancellationToken);
        var fault = ServerFault.First;
        if (result.Outcome is not (DeliveryOutcome.ServerDown or DeliveryOutcome.SenderRefused))
            sender.Answered(message.Id);
        else if (!cancellationToken.IsCancellationRequested)
            fault = await FaultAsync(message, result);
        run.Ledger.Settle(message, writer.StudentOf(message), mail, result, fault);
        await DrawConclusionsAsync(run, message, result, fault);
    }

    // Nobody is left to show whether it is the mail or the server, so the mail's own day counts. A campaign that we are refused for is paused instead.
    private async Task<ServerFault> FaultAsync(Message message, DeliveryResult result)
    {
        var fault = sender.FailedAt(message.Id);
        return fault == ServerFault.Again && (result.Outcome == DeliveryOutcome.ServerDown || message.CampaignId is null) && await claims.IsAloneAsync(message)
            ? ServerFault.AtThisOne : fault;
    }

    private async Task<DeliveryResult> SendAsync(Message message, WrittenMail mail, IMailConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.SendAsync(mail.Envelope, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new DeliveryResult(DeliveryOutcome.ServerDown, "Programmet ble stoppet før e-posten gikk ut.");
        }
        catch (Exception broken)
        {
            log.LogError(broken, "Message {MessageId}: the transport failed", message.Id);
            return new DeliveryResult(DeliveryOutcome.Uncertain, $"Programmet sviktet mens e-posten gikk ut ({broken.GetType().Name}). Feilen står i loggen med meldingens nummer.");
        }
    }

    private async Task DrawConclusionsAsync(SendRun run, Message message, DeliveryResult result, ServerFault fault)
    {
        switch (result.Outcome)
        {
            case DeliveryOutcome.Accepted:
                sender.ServerIsUp();
                return;
            case var _ when message.State is MessageState.Failed or MessageState.Uncertain:
                await HaltWhenAllFailAsync(run, message, $"kom ikke fram, eller er usikre. {ServerWords.Told(ServerWords.WithoutAddress(result.Answer, message.ToAddress))}");
                return;
            // Waits now, so that the next one shows whether it is the mail or the server. With nobody left to show it, it is taken for us again.
            case DeliveryOutcome.ServerDown when fault != ServerFault.First:
            case DeliveryOutcome.SenderRefused when fault == ServerFault.AtThisOne || (fault == ServerFault.Again && await claims.OthersWaitAsync(message)):
                return;
            case DeliveryOutcome.ServerDown:
                StopForNow(run, result);
                return;
            case DeliveryOutcome.SenderRefused:
                StopForNow(run, result);
                await HaltAsync(run, message, $"E-posttjeneren godtar ikke e-post fra oss slik den er satt opp. {ServerWords.Told(ServerWords.WithoutAddress(result.Answer, message.ToAddress))}");
                return;
            default:
                return;
        }
    }

    private async Task HaltWhenAllFailAsync(SendRun run, Message message, string what)
    {
        if (message.CampaignId is not { } failing)
            return;
        await run.Ledger.SaveAsync();
        if (await claims.FailsInARowAsync(failing, options.Value.FailuresThatPause))
            await HaltAsync(run, message, $"{options.Value.FailuresThatPause} e-poster på rad {what}");
    }

    private void StopForNow(SendRun run, DeliveryResult result)
    {
        log.LogWarning("The mail server takes nothing now: {Outcome}", result.Outcome);
        sender.BackOff(clock.UtcNow());
        run.Stop();
    }

    private async Task HaltAsync(SendRun run, Message message, string reason)
    {
        if (message.CampaignId is not { } campaignId)
            return;
        run.Halt(campaignId);
        await run.Ledger.SaveAsync();
        await halt.ExecuteAsync(campaignId, reason);
        log.LogWarning("Campaign {CampaignId} was paused by the sender", campaignId);
    }
}
