using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Outbox;

/// <summary>Turns claimed rows into mails: loads for a whole claim at once, then writes one at a time.</summary>
public sealed class MailWriter(
    RekrutteringDb db, IEnumerable<IMailComposer> composers, IMailRenderer renderer, ReplyAddresses answers, PublicAddress address, IOptions<MailOptions> options, TimeProvider clock)
{
    private Dictionary<Guid, Student> _students = [];
    private Dictionary<string, KommuneSettings> _settings = [];
    private readonly Dictionary<MessageKind, Func<MailToWrite, MailDraft?>> _pens = [];

    /// <summary>Loads what these messages need. Students come with their reservations.</summary>
    public async Task LoadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var studentIds = messages.Select(m => m.StudentId).OfType<Guid>().Distinct().ToList();
        _students = await db.Students.AsNoTracking().Include(s => s.Reservations).Where(s => studentIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        await answers.LoadAsync(_students.Values, cancellationToken);
        var kommuner = messages.Select(m => m.KommuneNumber).Distinct().ToList();
        _settings = await db.KommuneSettings.AsNoTracking().Where(s => kommuner.Contains(s.KommuneNumber)).ToDictionaryAsync(s => s.KommuneNumber, cancellationToken);
        foreach (var kind in messages.GroupBy(m => m.Kind))
            _pens[kind.Key] = await PenAsync(kind.Key, [.. kind], cancellationToken);
    }

    // A kind that cannot be loaded fails its own mails, one by one, and not those of the other kinds.
    private async Task<Func<MailToWrite, MailDraft?>> PenAsync(MessageKind kind, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        try
        {
            var composer = composers.SingleOrDefault(c => c.Kinds.Contains(kind)) ?? throw new InvalidOperationException($"Nobody writes mails of the kind {kind}.");
            return await composer.LoadAsync(messages, cancellationToken);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            return _ => throw new InvalidOperationException($"Mails of the kind {kind} cannot be written.", broken);
        }
    }

    /// <summary>The student it goes to, or null for a colleague.</summary>
    public Student? StudentOf(Message message) => message.StudentId is { } id ? _students.GetValueOrDefault(id) : null;

    /// <summary>What the mail would be; null when its cause is gone.</summary>
    public MailDraft? Draft(Message message) =>
        message.StudentId is not null && StudentOf(message) is null ? null : _pens[message.Kind](Given(message));

    /// <summary>
    /// Renders the mail and makes its personal link. The link's row is to be saved before the mail leaves; rows that a composer adds to the
    /// database, of links that are nobody's own, are saved here.
    /// </summary>
    public async Task<WrittenMail> WriteAsync(Message message, MailDraft draft, CancellationToken cancellationToken)
    {
        var mail = Given(message);
        var (token, link) = mail.Student is { } student ? LinkTo(student, message) : (message.Kind == MessageKind.CampaignTest ? MailLinks.ExampleToken : null, null);
        message.TakeAlong(draft.Calendar?.Method);
        var links = new MailLinks(address, message.KommuneNumber, token);
        var model = draft.Write(MailFrames.Of(mail, draft, links), links);
        var rendered = await renderer.RenderAsync(model, draft.Language, cancellationToken);
        var from = options.Value.From ?? MailOptions.NobodysAddress;
        var sender = new Mailbox(MailFrames.FromName(mail.Settings), from);
        var envelope = new MailEnvelope
        {
            MessageId = $"{message.MessageIdLeft}@{from[(from.LastIndexOf('@') + 1)..]}",
            Date = clock.GetUtcNow(),
            From = sender,
            ReplyTo = answers.For(mail.Student, mail.Settings),
            To = new Mailbox(mail.Student?.FullName ?? "", mail.Student?.Email ?? message.ToAddress ?? throw new InvalidOperationException($"Message {message.Id} has no address.")),
            Subject = rendered.Subject,
            TextBody = rendered.Text,
            HtmlBody = rendered.Html,
            Language = draft.Language,
            Headers = Headers(message, draft, links),
            Attachments = draft.Calendar is { } calendar ? [calendar.ToAttachment(rendered.Subject, ReplyAddresses.Of(mail.Settings) ?? sender, clock.UtcNow())] : [],
        };
        await SaveAddedAsync(cancellationToken);
        return new WrittenMail(envelope, links.Hide(rendered.Subject), links.Hide(rendered.Text), link, model.Frame.Notice is not null);
    }

    private async Task SaveAddedAsync(CancellationToken cancellationToken)
    {
        if (!db.ChangeTracker.HasChanges())
            return;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            // What could not be saved must not come along with the next mail.
            db.ChangeTracker.Clear();
        }
    }

    private MailToWrite Given(Message message) =>
        new(message, StudentOf(message), _settings.GetValueOrDefault(message.KommuneNumber) ?? new KommuneSettings(message.KommuneNumber));

    private (string Token, PersonalLink Link) LinkTo(Student student, Message message)
    {
        var (token, hash) = SecretToken.Create();
        var offerId = message.Kind is MessageKind.Offer or MessageKind.AnswerReceipt or MessageKind.SeatFree ? message.SubjectId : null;
        return (token, new PersonalLink(hash, message.KommuneNumber, student.Id, message.Id, offerId, clock.UtcNow()));
    }

    // RFC 8058: one POST by the mail program, without a page. RFC 3834: what answers by itself says so, so that no machine answers it.
    private static Dictionary<string, string> Headers(Message message, MailDraft draft, MailLinks links)
    {
        var headers = new Dictionary<string, string>();
        if (draft.Topic is not null)
        {
            headers["List-Unsubscribe"] = $"<{links.Unsubscribe}>";
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }
        if (message.Kind is MessageKind.AnswerReceipt or MessageKind.SeatFree or MessageKind.SignUp or MessageKind.CampaignHalted)
            headers["Auto-Submitted"] = message.Kind == MessageKind.AnswerReceipt ? "auto-replied" : "auto-generated";
        return headers;
    }
}

/// <summary>A mail that is ready to leave.</summary>
/// <param name="Envelope">What the transport gets.</param>
/// <param name="Subject">To keep.</param>
/// <param name="Text">To keep: the plain part without its personal links.</param>
/// <param name="Link">The row of the link in it; null for a colleague.</param>
/// <param name="Informs">Whether it tells the student what is stored and why.</param>
public sealed record WrittenMail(MailEnvelope Envelope, string Subject, string Text, PersonalLink? Link, bool Informs)
{
    /// <summary>The id alone.</summary>
    public override string ToString() => Envelope.ToString();
}
