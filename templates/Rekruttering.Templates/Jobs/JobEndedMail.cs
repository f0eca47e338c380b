using Rekruttering.Templates.Shared;
using static Rekruttering.Templates.Shared.MailLanguage;

namespace Rekruttering.Templates.Jobs;

/// <summary>Nothing comes of the summer job for this student: it is cancelled, or there was no seat. Asks nothing.</summary>
public sealed record JobEndedMail : MailModel
{
    public string? FirstName { get; init; }

    public required JobFacts Job { get; init; }

    /// <summary>Whether the student has said yes: had a seat, or waited for one. Else there was an offer without an answer.</summary>
    public required bool HadSaidYes { get; init; }

    /// <summary>Whether the job will not be; else it takes no more answers.</summary>
    public required bool IsCancelled { get; init; }

    /// <summary>Whether the mail carries what takes the days out of the calendar.</summary>
    public required bool TakesOutOfCalendar { get; init; }

    /// <summary>Who to call.</summary>
    public required string ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public override string Subject(string language) => (IsCancelled, HadSaidYes) switch
    {
        (true, _) => $"{Pick(language, "Avlyst", "Avlyst", "Cancelled")}: {Job.WithPlace}",
        (_, true) => $"{Pick(language, "Ingen ledig plass", "Ingen ledig plass", "No free place")}: {Job.WithPlace}",
        _ => $"{Pick(language, "Ikke ledig lenger", "Ikkje ledig lenger", "No longer free")}: {Job.WithPlace}",
    };

    public override string Preheader(string language) => (IsCancelled, HadSaidYes) switch
    {
        (true, _) => Pick(language,
            $"Det blir ingen sommerjobb {MailDates.Period(Job.From, Job.To, language)}.",
            $"Det blir ingen sommarjobb {MailDates.Period(Job.From, Job.To, language)}.",
            $"There will be no summer job {MailDates.Period(Job.From, Job.To, language)}."),
        (_, true) => Pick(language,
            $"Det ble ikke plass til deg {MailDates.Period(Job.From, Job.To, language)}.",
            $"Det vart ikkje plass til deg {MailDates.Period(Job.From, Job.To, language)}.",
            $"There was no place for you {MailDates.Period(Job.From, Job.To, language)}."),
        _ => Pick(language,
            $"Tilbudet om jobb {MailDates.Period(Job.From, Job.To, language)} gjelder ikke lenger.",
            $"Tilbodet om jobb {MailDates.Period(Job.From, Job.To, language)} gjeld ikkje lenger.",
            $"The offer of a job {MailDates.Period(Job.From, Job.To, language)} does not stand any more."),
    };

    /// <summary>What happened; the facts of the job follow.</summary>
    public string What(string language) => (IsCancelled, HadSaidYes) switch
    {
        (true, true) => Pick(language,
            "Sommerjobben som du har takket ja til, blir det dessverre ikke noe av:",
            "Sommarjobben som du har takka ja til, blir det diverre ikkje noko av:",
            "Unfortunately, the summer job that you said yes to will not take place:"),
        (true, false) => Pick(language,
            "Sommerjobben som vi har tilbudt deg, blir det dessverre ikke noe av:",
            "Sommarjobben som vi har tilbode deg, blir det diverre ikkje noko av:",
            "Unfortunately, the summer job that we offered you will not take place:"),
        (false, true) => Pick(language,
            "Takk for at du sa ja og ventet på plass. Det ble dessverre ingen ledig plass til deg i denne sommerjobben:",
            "Takk for at du sa ja og venta på plass. Det vart diverre ingen ledig plass til deg i denne sommarjobben:",
            "Thank you for saying yes and waiting for a place. Unfortunately, no place became free for you in this summer job:"),
        _ => Pick(language,
            "Sommerjobben som vi har tilbudt deg, er ikke ledig lenger:",
            "Sommarjobben som vi har tilbode deg, er ikkje ledig lenger:",
            "The summer job that we offered you is no longer free:"),
    };

    /// <summary>What the student may do now.</summary>
    public string Next(string language) => (IsCancelled, HadSaidYes) switch
    {
        (true, true) => Pick(language,
            "Vi beklager. Du trenger ikke gjøre noe, og du står fritt til å ta en annen jobb.",
            "Vi er leie for det. Du treng ikkje gjere noko, og du står fritt til å ta ein annan jobb.",
            "We are sorry. You need not do anything, and you are free to take another job."),
        (true, false) => Pick(language,
            "Vi beklager. Du trenger ikke svare.",
            "Vi er leie for det. Du treng ikkje svare.",
            "We are sorry. You need not answer."),
        (false, true) => Pick(language,
            "Du står fritt til å ta en annen jobb. Vi vil gjerne høre fra deg en annen gang.",
            "Du står fritt til å ta ein annan jobb. Vi vil gjerne høyre frå deg ein annan gong.",
            "You are free to take another job. We would like to hear from you another time."),
        _ => Pick(language,
            "Du trenger ikke svare. Vi vil gjerne høre fra deg en annen gang.",
            "Du treng ikkje svare. Vi vil gjerne høyre frå deg ein annan gong.",
            "You need not answer. We would like to hear from you another time."),
    };
}
