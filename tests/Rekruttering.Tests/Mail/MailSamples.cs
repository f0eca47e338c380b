using Microsoft.AspNetCore.Html;
using Rekruttering.Templates.Campaigns;
using Rekruttering.Templates.Contact;
using Rekruttering.Templates.Identity;
using Rekruttering.Templates.Jobs;
using Rekruttering.Templates.Joining;
using Rekruttering.Templates.Privacy;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Tests.Mail;

/// <summary>One of each mail, with names that break what does not encode.</summary>
static class MailSamples
{
    public const string Link = "https://rekruttering.example.com/svar/Zm9v_YmFy-Zm9v";

    public static readonly MailFrame Frame = new()
    {
        Kommune = "Nærøysund kommune",
        SenderName = "Kari <Kåre> Nordmann",
        SenderTitle = "kommuneoverlege",
        SenderPhone = "74 00 00 00",
        Reason = MailReason.InTheRegister,
        UnsubscribeUrl = "https://rekruttering.example.com/avmelding/abc_-1",
        PrivacyUrl = "https://rekruttering.example.com/personvern?kommune=5060&x=1",
    };

    public static readonly PrivacyNotice Notice = new()
    {
        Source = "en liste fra Ytre Namdal vgs.",
        Categories = "navn, e-post, studiested & årskull",
        LegalBasis = "helse- og omsorgstjenesteloven § 8-1",
        Recipients = "de to som rekrutterer leger i kommunen",
        Retention = "til to år etter at du er ferdig",
        ControllerContact = "post@example.com",
        OfficerContact = "ombud@example.com",
        ObjectUrl = "https://rekruttering.example.com/avmelding/abc_-1",
    };

    public static readonly JobFacts Job = new()
    {
        Title = "Medisinstudent med lisens",
        Workplace = "Nærøysund <legevakt>",
        From = new DateOnly(2027, 6, 21),
        To = new DateOnly(2027, 8, 13),
        Pay = "457 500 kr i året & tillegg",
        Housing = "Hybel til 150 kr natten",
    };

    public static IReadOnlyDictionary<string, MailModel> All { get; } = new MailModel[]
    {
        new CampaignMail
        {
            Frame = Frame with { Notice = Notice },
            SubjectLine = "Vårhilsen fra Nærøysund",
            Body = new HtmlString("<p>Hei Åse! Nå er det snart sommer, og vi lurer på hvordan det går.</p>"),
            BodyText = "Hei Åse!\n\nNå er det snart sommer, og vi lurer på hvordan det går med studiene og alt det andre som hører livet til, både stort og smått.\n",
        },
        new OfferMail
        {
            Frame = Frame with { Reason = MailReason.JobOffer }, FirstName = "Åse", Job = Job, AnswerBy = new DateTime(2027, 2, 5, 15, 0, 0), AnswerUrl = Link,
            PersonalWords = "Så hyggelig å treffe deg i romjulen!\nHils hjemme.\n\nVi håper du kommer.", ContactName = "Kari Nordmann", ContactPhone = "74 00 00 00",
        },
        new SeatFreeMail
        {
            Frame = Frame with { Reason = MailReason.JobOffer }, FirstName = "Åse", Job = Job, AnswerBy = new DateTime(2027, 2, 5, 15, 30, 0), AnswerUrl = Link,
            ContactName = "Kari Nordmann",
        },
        Receipt(ReceivedAnswer.Accepted),
        new JobEndedMail
        {
            Frame = Frame with { Reason = MailReason.JobOffer, UnsubscribeUrl = null }, FirstName = "Åse", Job = Job, HadSaidYes = true, IsCancelled = true, TakesOutOfCalendar = true, ContactName = "Kari Nordmann", ContactPhone = "74 00 00 00",
        },
        new MeetingCancelledMail
        {
            Frame = Frame with { UnsubscribeUrl = null }, FirstName = "Åse", Meeting = "Treff i romjula <jul>", Place = "Rådhuset & kafeen", From = new DateTime(2026, 12, 29, 18, 0, 0), ContactName = "Kari Nordmann",
        },
        new ReplyMail
        {
            Frame = Frame with { Reason = MailReason.OwnQuestion, UnsubscribeUrl = null }, FirstName = "Åse", Answer = "Ja, du kan begynne 1. juli.\n\nSi fra om du trenger bolig.",
            Question = "Kan jeg begynne senere?\nJeg har <eksamen>.", AskedOn = new DateOnly(2027, 2, 3),
        },
        new InformationMail { Frame = Frame with { Notice = Notice }, FirstName = "Åse" },
        new SignUpMail { Frame = Frame with { Reason = MailReason.SigningUp, UnsubscribeUrl = null }, Url = Link, ValidUntil = new DateTime(2027, 2, 12, 12, 0, 0) },
        new CampaignHaltedMail
        {
            Frame = Frame with { Reason = MailReason.Administrator, UnsubscribeUrl = null }, Campaign = "Treff i romjula", Why = "10 e-poster på rad ble avvist. E-posttjeneren sa sist: 554 5.7.1 <nei>", Url = Link,
        },
        new InvitationMail
        {
            Frame = Frame with { Reason = MailReason.Invited, UnsubscribeUrl = null }, Role = "rekrutterer", Url = Link, ValidUntil = new DateTime(2027, 2, 12, 12, 0, 0),
        },
    }.ToDictionary(mail => mail.GetType().Name);

    public static AnswerReceiptMail Receipt(ReceivedAnswer answer) => new()
    {
        Frame = Frame with { Reason = MailReason.JobOffer },
        FirstName = "Åse",
        Job = Job,
        Answer = answer,
        ChangeUrl = Link,
        ContactName = "Kari Nordmann",
        WaitingNumber = answer == ReceivedAnswer.WaitingList ? 2 : null,
        AnswerBy = new DateTime(2027, 2, 5, 15, 0, 0),
    };
}
