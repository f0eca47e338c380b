using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Contact;

/// <summary>A mail that has not come through, and what is known of it.</summary>
/// <param name="To">The student's name, or the address of one who is no student here.</param>
/// <param name="NextAttempt">UTC; null where it is on turn, or is not tried again by itself.</param>
public sealed record StuckMail(
    Guid MessageId, Guid? StudentId, string? To, bool AddressIsDead, MessageKind Kind, MessageState State, string? Subject, string? Text, string? Answer, DateTime Since, DateTime? NextAttempt, int Attempts)
{
    /// <summary>Whether it waits and is tried by itself; else a person decides.</summary>
    public bool Waits => State is MessageState.Ready or MessageState.Deferred;

    /// <summary>The subject, or what it was to be.</summary>
    public string What => Subject is not null ? $"«{Subject}»" : Kind switch
    {
        MessageKind.Offer => "Tilbud om sommerjobb",
        MessageKind.SeatFree => "Beskjed om ledig plass",
        MessageKind.AnswerReceipt => "Kvittering på svaret",
        MessageKind.JobCancelled => "Beskjed om at sommerjobben er avlyst",
        MessageKind.NoSeat => "Beskjed om at det ikke ble plass i sommerjobben",
        MessageKind.OfferGone => "Beskjed om at tilbudet om sommerjobb ikke gjelder lenger",
        MessageKind.MeetingCancelled => "Beskjed om at møtet er avlyst",
        MessageKind.Reply => "Svar på spørsmål",
        MessageKind.SignUp => "Bekreftelse av påmelding",
        MessageKind.Invitation => "Invitasjon til en kollega",
        MessageKind.CampaignTest => "Prøve på en utsending",
        _ => "Varsel om en utsending på pause",
    };

    /// <summary>What happened, in a sentence, with the server's words.</summary>
    public string Why => string.IsNullOrEmpty(Answer) ? Fate : $"{Fate} {ServerWords.Told(Answer).TrimEnd('.')}.";

    private string Fate => State switch
    {
        MessageState.Uncertain => "E-posten kan være levert, eller ikke.",
        MessageState.Failed when AddressIsDead => "E-posten ble avvist, og adressen er merket som en som ikke virker.",
        MessageState.Failed when RetryWaits.IsLast(Attempts) => "E-posten ble prøvd i et døgn og gitt opp.",
        MessageState.Failed => "E-posten ble avvist.",
        _ => "E-posten har ikke gått ennå. Programmet prøver igjen av seg selv.",
    };
}

/// <summary>Reads the mails of the kommune in scope that have not come through.</summary>
public static class StuckMails
{
    /// <summary>So long a mail may wait for its turn, or for a server that says "later", before anybody needs to know.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Personal mail alone: a campaign has its own report.</summary>
    public static IQueryable<Message> PersonalStuck(this RekrutteringDb db, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        var late = now - Patience;
        return db.Messages.Where(m => m.CampaignId == null && (m.State == MessageState.Uncertain || m.State == MessageState.Failed
            || (m.State == MessageState.Ready && m.DueAt < late) || (m.State == MessageState.Deferred && m.CreatedAt < late)));
    }

    /// <summary>Those that a person must decide about first, then the longest in coming.</summary>
    public static IQueryable<StuckMail> Stuck(this RekrutteringDb db, IQueryable<Message> messages) =>
        from m in messages
        join s in db.Students on m.StudentId equals s.Id into students
        from s in students.DefaultIfEmpty()
        orderby m.State == MessageState.Uncertain ? 0 : m.State == MessageState.Failed ? 1 : 2, m.CreatedAt, m.Id
        select new StuckMail(m.Id, m.StudentId, s == null ? m.ToAddress : s.FirstName + " " + s.LastName, s != null && s.AddressDeadAt != null, m.Kind, m.State,
            m.Subject, m.Text, m.ServerAnswer, m.CreatedAt, m.State == MessageState.Deferred ? m.DueAt : (DateTime?)null, m.Attempts);
}
