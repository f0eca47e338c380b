using Rekruttering.Application.Data;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Outbox;

/// <summary>What one mail writes.</summary>
internal sealed class MailStatements(RekrutteringDb db) : IAsyncDisposable
{
    private static readonly string[] SettledColumns = [nameof(Message.State), nameof(Message.LeftOutReason), nameof(Message.DueAt), nameof(Message.ServerAnswer),
        nameof(Message.SettledAt), nameof(Message.ClaimedBy), nameof(Message.ClaimedUntil)];

    public VersionedUpdate<Message> HandedOver { get; } = new(db, nameof(Message.State), nameof(Message.Attempts), nameof(Message.ToAddress), nameof(Message.Subject),
        nameof(Message.Text), nameof(Message.CalendarMethod), nameof(Message.HandedOverAt), nameof(Message.ClaimedUntil), nameof(Message.Line));

    public VersionedUpdate<Message> Decided { get; } = new(db, SettledColumns);

    /// <summary>Costs an index more, so it is kept apart.</summary>
    public VersionedUpdate<Message> TakenBack { get; } = new(db, [.. SettledColumns, nameof(Message.Attempts), nameof(Message.HandedOverAt)]);

    public BulkInsert<PersonalLink> Links { get; } = new(db);
    public BulkInsert<TimelineEntry> Timeline { get; } = new(db);
    public FirstUpdate<Student> Informed { get; } = new(db, nameof(Student.InformedAt));

    public async ValueTask DisposeAsync()
    {
        await HandedOver.DisposeAsync();
        await Decided.DisposeAsync();
        await TakenBack.DisposeAsync();
        await Links.DisposeAsync();
        await Timeline.DisposeAsync();
        await Informed.DisposeAsync();
    }
}
