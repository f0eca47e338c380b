using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Web.Pages.Answer;

/// <summary>
/// Every text of the page where an offer is answered. One instance a language: a text that is missing in one of them does not compile.
/// </summary>
public sealed partial record AnswerWords
{
    /// <summary>"nb", "nn" or "en".</summary>
    public required string Language { get; init; }

    public required Func<string, string> Greeting { get; init; }
    public required Func<string, string> Lead { get; init; }

    // The job.
    public required string AboutJob { get; init; }
    public required string Place { get; init; }
    public required string Period { get; init; }
    public required string Share { get; init; }
    public required string Level { get; init; }
    public required Func<JobLevel, string> LevelName { get; init; }
    public required string Pay { get; init; }
    public required string Housing { get; init; }
    public required string Ad { get; init; }
    public required string AdLink { get; init; }
    public required string Call { get; init; }

    // The question.
    public required string Question { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string Later { get; init; }
    public required Func<string, string> AnswerBy { get; init; }
    public required string NothingSentYet { get; init; }

    // The same page for one who has a seat, or waits for one.
    public required string KeepQuestion { get; init; }
    public required string Keep { get; init; }
    public required string StayQuestion { get; init; }
    public required string Stay { get; init; }

    // The answer, before it is sent.
    public required Func<OfferAnswer, string> YouAnswer { get; init; }
    public required string GiveBack { get; init; }
    public required string YesMeans { get; init; }
    public required string NoMeans { get; init; }
    public required string GiveBackMeans { get; init; }
    public required string LeaveQueueMeans { get; init; }
    public required string HeldSeatGoes { get; init; }
    public required string NotKept { get; init; }
    public required string LaterMeans { get; init; }
    public required string Message { get; init; }
    public required string MessageHelp { get; init; }
    public required string Optional { get; init; }
    public required Func<OfferAnswer, string> Send { get; init; }
    public required string SendGiveBack { get; init; }
    public required string Back { get; init; }
    public required string MustBeMended { get; init; }
    public required string MessageTooLong { get; init; }
    public required string TryAgain { get; init; }
    public required string MessagePassedOn { get; init; }

    // Where it stands.
    public required string Accepted { get; init; }
    public required Func<string, string, string> AcceptedNext { get; init; }
    public required string Waiting { get; init; }
    public required Func<int, string> WaitingWhy { get; init; }
    public required Func<string, string> WaitingNext { get; init; }
    public required string Declined { get; init; }
    public required string DeclinedNext { get; init; }
    public required string AskLater { get; init; }
    public required Func<string, string, string> AskLaterNext { get; init; }
    public required string Expired { get; init; }
    public required Func<string, string> ExpiredWhy { get; init; }
    public required string Withdrawn { get; init; }
    public required string WithdrawnWhy { get; init; }
    public required string JobOver { get; init; }
    public required string JobOverWhy { get; init; }
    public required Func<string, string> Received { get; init; }
    public required string ReceiptComes { get; init; }
    public required string YouWrote { get; init; }
    public required string Change { get; init; }
    public required Func<string, string> ChangeUntil { get; init; }
    public required Func<string, string> GiveBackUntil { get; init; }

    /// <summary>The words of a language.</summary>
    public static AnswerWords In(WrittenForm form) => form switch
    {
        WrittenForm.Nynorsk => Nynorsk,
        WrittenForm.English => English,
        _ => Bokmaal,
    };

    /// <summary>"fredag 5. februar kl. 15", on Oslo's clock.</summary>
    public string Moment(DateTime utc) => MailDates.Moment(Domain.Common.OsloTime.FromUtc(utc), Language);

    /// <summary>"fredag 5. februar".</summary>
    public string Weekday(DateOnly day) => MailDates.Weekday(day, Language);

    /// <summary>"21. juni – 13. august 2027".</summary>
    public string Days(DateOnly from, DateOnly to) => MailDates.Period(from, to, Language);
}
