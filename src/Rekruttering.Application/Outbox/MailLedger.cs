using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// Writes down what became of the mails of one run. Every row is written over the version that was read, so that whoever paused, cancelled
/// or erased it meanwhile is right. All connections write through this one, because the commits are what limits how fast mail can leave:
/// who comes while nobody writes does so at once, for all that waits; who comes meanwhile waits, and one of those writes for all of them.
/// </summary>
public sealed class MailLedger(RekrutteringDb db, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>PostgreSQL's word for it: the student was erased between our look and our write.</summary>
    private const string ForeignKeyGone = "23503";

    private const int MostTries = 5;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _alone = new(1);
    private List<Line> _waiting = [];
    private bool _isWriting;
    private MailStatements? _statements;
    private Exception? _fault;

    /// <summary>A mail that does not leave now: given back, left out, cancelled or given up. Saved with the next one that does.</summary>
    public void Decide(Message message) => Add(new Decision(message));

    /// <summary>A bug or broken data: this one is given up, with its reason, and the others go on.</summary>
    public void CouldNotWrite(Message message)
    {
        message.Settle(MessageState.Failed, "E-posten kunne ikke lages. Feilen står i loggen med meldingens nummer.", clock.UtcNow());
        Decide(message);
    }

    /// <summary>The server's answer, on the row, on the student and on the timeline; saved with the next hand-over.</summary>
    /// <param name="fault">Where the server failed: what is known of why.</param>
    public void Settle(Message message, Student? student, WrittenMail mail, DeliveryResult result, ServerFault fault)
    {
        var answer = new Answer(message, student, mail.Informs, result, fault, message.Attempts, clock.UtcNow());
        answer.Apply(message);
        Add(answer);
    }

    /// <summary>Saves "handed over" and the link in the mail, after all that was decided and answered before.</summary>
    /// <returns>False when somebody has paused, cancelled or erased the mail meanwhile: it may not leave.</returns>
    public async Task<bool> HandOverAsync(Message message, PersonalLink? link)
    {
        var leaving = new Leaving(message, link);
        await WriteAsync(leaving);
        if (leaving.MayLeave)
            message.Version++;
        return leaving.MayLeave;
    }

    /// <summary>Saves all that was decided and answered. Fails when any of it could not be saved, also earlier.</summary>
    public Task SaveAsync() => WriteAsync(new UpToHere());

    /// <summary>Does something while nothing is written here: where the engine has one writer, standing in line costs less than trying again.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await _alone.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>Waits for what is left to write.</summary>
    public async ValueTask DisposeAsync()
    {
        await WriteInTurnAsync(new UpToHere());
        _alone.Dispose();
        if (_statements is not null)
            await _statements.DisposeAsync();
    }

    private void Add(Line line)
    {
        lock (_lock)
            _waiting.Add(line);
    }

    private async Task WriteAsync(AwaitedLine line)
    {
        await WriteInTurnAsync(line);
        if (_fault is { } fault)
            throw new InvalidOperationException("What became of some mails could not be saved.", fault);
    }

    private async Task WriteInTurnAsync(AwaitedLine line)
    {
        Task<bool>? turn;
        lock (_lock)
        {
            _waiting.Add(line);
            turn = _isWriting ? line.Wait() : null;
            _isWriting = true;
        }
        if (turn is null || await turn)
            await WriteWaitingAsync();
    }

    private async Task WriteWaitingAsync()
    {
        await _alone.WaitAsync();
        List<Line> lines;
        lock (_lock)
            (lines, _waiting) = (_waiting, []);
        try
        {
            await WriteAsync(lines);
        }
        catch (Exception fault)
        {
            // Whoever waits hears of it; what is lost shows as uncertain.
            _fault ??= fault;
        }
        _alone.Release();
        AwaitedLine? next;
        lock (_lock)
        {
            next = _waiting.OfType<AwaitedLine>().FirstOrDefault();
            _isWriting = next is not null;
        }
        next?.HasTurn();
        foreach (var line in lines.OfType<AwaitedLine>())
            line.IsWritten();
    }

    private async Task WriteAsync(List<Line> lines)
    {
        if (lines.All(line => line is UpToHere))
            return;
        if (_statements is null)
            await db.Database.OpenConnectionAsync();
        _statements ??= new MailStatements(db);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                foreach (var line in lines)
                    await line.WriteAsync(db, _statements);
                await transaction.CommitAsync();
                return;
            }
            catch (DbException lost) when (tries < MostTries && (lost.IsLostRace() || lost.SqlState == ForeignKeyGone))
            {
                // Nothing was written: on rows read anew the one that was erased meanwhile is not met again.
            }
        }
    }

    /// <summary>One thing to write; may be written again when the transaction failed.</summary>
    private abstract record Line
    {
        public abstract Task WriteAsync(RekrutteringDb db, MailStatements statements);
    }

    private sealed record Decision(Message Message) : Line
    {
        // Whoever has written the row meanwhile is right.
        public override Task WriteAsync(RekrutteringDb db, MailStatements statements)
        {
            statements.Decided.Update(Message);
            return Task.CompletedTask;
        }
    }

    /// <summary>One that somebody waits for.</summary>
    private abstract record AwaitedLine : Line
    {
        private TaskCompletionSource<bool>? _turn;

        /// <summary>While somebody else writes. True when it is now on us to write all that waits, false when this was written, or could not be.</summary>
        public Task<bool> Wait() => (_turn = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public void HasTurn() => _turn?.SetResult(true);

        public void IsWritten() => _turn?.TrySetResult(false);
    }

    /// <summary>Writes nothing; once it is done, all before it is.</summary>
    private sealed record UpToHere : AwaitedLine
    {
        public override Task WriteAsync(RekrutteringDb db, MailStatements statements) => Task.CompletedTask;
    }

    private sealed record Leaving(Message Message, PersonalLink? Link) : AwaitedLine
    {
        /// <summary>Whether the row was still ours.</summary>
        public bool MayLeave { get; private set; }

        public override Task WriteAsync(RekrutteringDb db, MailStatements statements)
        {
            MayLeave = statements.HandedOver.Update(Message);
            if (MayLeave && Link is not null)
                statements.Links.Insert(Link);
            return Task.CompletedTask;
        }
    }

    /// <summary>What the server said to one attempt.</summary>
    private sealed record Answer(Message Message, Student? Student, bool Informs, DeliveryResult Result, ServerFault Fault, int Attempt, DateTime At) : Line
    {
        public void Apply(Message message)
        {
            switch (Result.Outcome)
            {
                case DeliveryOutcome.Accepted:
                    message.Settle(MessageState.Sent, Result.Answer, At);
                    return;
                case DeliveryOutcome.Uncertain:
                    message.Settle(MessageState.Uncertain, Result.Answer, At);
                    return;
                case DeliveryOutcome.ServerDown or DeliveryOutcome.SenderRefused when Fault == ServerFault.First:
                    message.TakeBack(Result.Answer);
                    return;
                case DeliveryOutcome.ServerDown or DeliveryOutcome.SenderRefused when Fault == ServerFault.Again:
                    message.TakeBack(Result.Answer, At + RetryWaits.WhileDown(At - message.CreatedAt));
                    return;
                case DeliveryOutcome.TryLater or DeliveryOutcome.ServerDown or DeliveryOutcome.SenderRefused when RetryWaits.After(message.Attempts) is { } wait:
                    message.Defer(Result.Answer, At + wait);
                    return;
                default:
                    message.Settle(MessageState.Failed, Result.Answer, At);
                    return;
            }
        }

        public override async Task WriteAsync(RekrutteringDb db, MailStatements statements)
        {
            var message = Message;
            while (!(message.HandedOverAt is null ? statements.TakenBack : statements.Decided).Update(message))
            {
                // Another sender has given it up as uncertain, or it was erased. A late answer still counts.
                message = await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Message.Id);
                if (message is not { State: MessageState.Uncertain or MessageState.HandedOver } || message.Attempts != Attempt)
                    return;
                Apply(message);
            }
            if (Student is null || message.StudentId is null)
                return;
            if (message.State == MessageState.Sent)
                WriteSent(statements, Student, message);
            else if (message.State == MessageState.Failed)
                await WriteFailedAsync(db, statements, Student, message);
        }

        private void WriteSent(MailStatements statements, Student student, Message message)
        {
            statements.Timeline.Insert(MailTimeline.Sent(message, At));
            if (!Informs)
                return;
            student.MarkInformed(At);
            if (statements.Informed.Update(student))
                statements.Timeline.Insert(MailTimeline.Informed(message, At));
        }

        private async Task WriteFailedAsync(RekrutteringDb db, MailStatements statements, Student student, Message message)
        {
            // Only the address that was refused: one that was mended meanwhile is not dead.
            if (Result.Outcome == DeliveryOutcome.RecipientRefused)
            {
                await db.Students.Where(s => s.Id == student.Id && s.Email == message.ToAddress && s.AddressDeadAt == null).ExecuteUpdateAsync(row => row
                    .SetProperty(s => s.AddressDeadAt, At).SetProperty(s => s.Version, s => s.Version + 1));
            }
            statements.Timeline.Insert(MailTimeline.Failed(message, At));
        }
    }
}
