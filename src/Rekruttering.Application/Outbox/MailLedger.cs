using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Outbox;

/// <summary>Writes down what became of each mail, and saves it also when somebody else has changed the same rows meanwhile.</summary>
public sealed class MailLedger(RekrutteringDb db, TimeProvider clock)
{
    private const int MostConflicts = 100;
    private readonly Dictionary<Guid, Action> _settlements = [];
    private readonly HashSet<object> _touched = [];

    /// <summary>The server's answer, on the row, on the student and on the timeline; saved by the next <see cref="SaveAsync"/>.</summary>
    public void Settle(Message message, Student? student, WrittenMail mail, DeliveryResult result)
    {
        var now = clock.UtcNow();
        Apply(message, result, now);
        _settlements[message.Id] = () => Apply(message, result, now);
        _touched.Add(message);
        if (student is null)
            return;
        _touched.Add(student);
        if (message.State == MessageState.Sent)
            TellSent(student, message, mail.Informs, now);
        else if (message.State == MessageState.Failed)
            TellFailed(student, message, result.Outcome == DeliveryOutcome.RecipientRefused, now);
    }

    /// <summary>A bug or broken data: this one is given up, with its reason, and the others go on.</summary>
    public void CouldNotWrite(Message message) =>
        message.Settle(MessageState.Failed, "E-posten kunne ikke lages. Feilen står i loggen med meldingens nummer.", clock.UtcNow());

    /// <summary>A sent mail is contact; the first one also informs.</summary>
    public void TellSent(Student student, Message message, bool informs, DateTime now)
    {
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.MailSent, now, $"E-post sendt: {message.Subject}", message.Text, subjectId: message.Id));
        if (!informs || student.InformedAt is not null)
            return;
        student.MarkInformed(now);
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Informed, now,
            "Informert om hva som er lagret, hvorfor og hvordan man sier nei, i e-posten.", subjectId: message.Id));
    }

    /// <summary>
    /// Saves all that was written. Conflicts are settled row by row: a student edited meanwhile is read anew, a mail that was paused,
    /// cancelled or erased meanwhile is let go.
    /// </summary>
    /// <param name="handedOver">The mail about to leave; null saves also what was decided on mails that do not.</param>
    /// <returns>False when the mail may not leave any more.</returns>
    public async Task<bool> SaveAsync(Message? handedOver)
    {
        // Looking through all that is claimed, for the two rows that changed, would cost as much as writing them.
        db.ChangeTracker.AutoDetectChangesEnabled = handedOver is null;
        try
        {
            return await SaveTouchedAsync(handedOver);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<bool> SaveTouchedAsync(Message? handedOver)
    {
        if (handedOver is not null)
            _touched.Add(handedOver);
        for (var conflicts = 0; ; conflicts++)
        {
            try
            {
                foreach (var entity in _touched)
                    db.Entry(entity).DetectChanges();
                await db.SaveChangesAsync(CancellationToken.None);
                _settlements.Clear();
                _touched.Clear();
                return handedOver is null || db.Entry(handedOver).State != EntityState.Detached;
            }
            catch (DbUpdateConcurrencyException conflict) when (conflicts < MostConflicts)
            {
                foreach (var entry in conflict.Entries)
                    await ResolveAsync(entry, handedOver);
            }
            catch (DbUpdateException) when (conflicts < MostConflicts)
            {
                if (!await LetGoOfErasedAsync())
                    throw;
            }
        }
    }

    private static void Apply(Message message, DeliveryResult result, DateTime now)
    {
        switch (result.Outcome)
        {
            case DeliveryOutcome.Accepted:
                message.Settle(MessageState.Sent, result.Answer, now);
                return;
            case DeliveryOutcome.Uncertain:
                message.Settle(MessageState.Uncertain, result.Answer, now);
                return;
            case DeliveryOutcome.ServerDown or DeliveryOutcome.SenderRefused:
                message.TakeBack();
                return;
            case DeliveryOutcome.TryLater when RetryWaits.After(message.Attempts) is { } wait:
                message.Defer(result.Answer, now + wait);
                return;
            default:
                message.Settle(MessageState.Failed, result.Answer, now);
                return;
        }
    }

    private void TellFailed(Student student, Message message, bool addressIsDead, DateTime now)
    {
        if (addressIsDead && student.Email == message.ToAddress)
            student.MarkAddressDead(now);
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.MailFailed, now, $"E-post kom ikke fram: {message.Subject}", message.ServerAnswer, subjectId: message.Id));
    }

    private async Task ResolveAsync(EntityEntry entry, Message? handedOver)
    {
        switch (entry.Entity)
        {
            case Student student:
                var (informed, dead, email) = (student.InformedAt, student.AddressDeadAt, student.Email);
                await entry.ReloadAsync();
                if (entry.State == EntityState.Detached)
                    LetGoOf(student.Id);
                else
                    Repeat(student, informed, email == student.Email ? dead : null);
                return;
            case Message message when message != handedOver && _settlements.TryGetValue(message.Id, out var settle):
                await entry.ReloadAsync();
                // Another sender has given it up as uncertain, or it was erased. A late answer still counts.
                if (entry.State != EntityState.Detached && message.State is MessageState.Uncertain or MessageState.HandedOver)
                    settle();
                return;
            case Message message:
                Detach(message);
                return;
            default:
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} was changed by somebody else while mail was sent.");
        }
    }

    private static void Repeat(Student student, DateTime? informed, DateTime? dead)
    {
        if (informed is { } at)
            student.MarkInformed(at);
        if (dead is { } since)
            student.MarkAddressDead(since);
    }

    private async Task<bool> LetGoOfErasedAsync()
    {
        var ids = db.ChangeTracker.Entries<Student>().Select(e => e.Entity.Id).ToList();
        var left = await db.Students.Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync();
        foreach (var id in ids.Except(left).ToList())
            LetGoOf(id);
        return left.Count < ids.Count;
    }

    /// <summary>An erased student takes everything along.</summary>
    private void LetGoOf(Guid studentId)
    {
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            if (entry.Entity is Message { StudentId: { } of } && of == studentId
                || entry.Entity is TimelineEntry entryOf && entryOf.StudentId == studentId
                || entry.Entity is PersonalLink link && link.StudentId == studentId
                || entry.Entity is Reservation reservation && reservation.StudentId == studentId
                || entry.Entity is Student student && student.Id == studentId)
                entry.State = EntityState.Detached;
        }
    }

    private void Detach(Message message)
    {
        db.Entry(message).State = EntityState.Detached;
        foreach (var link in db.ChangeTracker.Entries<PersonalLink>().Where(l => l.Entity.MessageId == message.Id).ToList())
            link.State = EntityState.Detached;
    }
}
