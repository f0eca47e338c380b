using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>States in everyday words, each with the tone of its tag.</summary>
public static class CampaignWords
{
    public static (string Word, string Tone) Of(CampaignStatus status) => status switch
    {
        CampaignStatus.Draft => ("utkast", "neutral"),
        CampaignStatus.Scheduled => ("planlagt", "info"),
        CampaignStatus.Running => ("sendes nå", "accent"),
        CampaignStatus.Paused => ("på pause", "warning"),
        CampaignStatus.Finished => ("sendt", "success"),
        _ => ("avbrutt", "danger"),
    };

    /// <summary>The same, but what ended without a mail sent was not sent.</summary>
    public static (string Word, string Tone) Of(CampaignStatus status, int sent) =>
        status == CampaignStatus.Finished && sent == 0 ? ("ferdig", "warning") : Of(status);

    /// <summary>"den er planlagt": what became of a draft.</summary>
    public static string Became(CampaignStatus status) => status switch
    {
        CampaignStatus.Draft => "den er et utkast",
        CampaignStatus.Scheduled => "den er planlagt",
        CampaignStatus.Running => "den sendes nå",
        CampaignStatus.Paused => "den er på pause",
        CampaignStatus.Finished => "den er ferdig",
        _ => "den er avbrutt",
    };

    public static (string Word, string Tone) Of(MessageState state) => state switch
    {
        MessageState.LeftOut => ("utelatt", "neutral"),
        MessageState.Ready => ("venter", "info"),
        MessageState.Claimed or MessageState.HandedOver => ("sendes nå", "accent"),
        MessageState.Sent => ("sendt", "success"),
        MessageState.Failed => ("kom ikke fram", "danger"),
        MessageState.Deferred => ("prøves igjen", "warning"),
        MessageState.Uncertain => ("usikker: kan være levert", "warning"),
        _ => ("avbrutt", "neutral"),
    };

    public static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Reserved => "har sagt nei til slik e-post",
        LeftOutReason.NoContact => "vil ikke kontaktes",
        LeftOutReason.NoAddress => "mangler e-postadresse",
        LeftOutReason.AddressDead => "e-postadressen virker ikke",
        LeftOutReason.SameAddress => "har samme adresse som en annen, som får e-posten",
        LeftOutReason.Archived => "er arkivert",
        LeftOutReason.NotInformed => "vet ikke ennå hva dere har lagret",
        LeftOutReason.MailedLately => "har nylig fått e-post fra dere",
        LeftOutReason.ContactCap => "har fått så mange utsendinger som dere tillater",
        LeftOutReason.TooLate => "rakk ikke fristen",
        _ => "navnet må rettes først",
    };

    /// <summary>What is known of one mail: the server's words, or what they mean where they are a number alone.</summary>
    public static string Explained(ReportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row switch
        {
            { State: MessageState.Sent, Answer: "250" } => "tatt imot av e-posttjeneren (250)",
            { State: MessageState.Uncertain, Answer: null } => "Programmet stoppet mens e-posten gikk ut.",
            _ => row.Answer ?? "–",
        };
    }

    public static string Of(ReportFilter filter) => filter switch
    {
        ReportFilter.Sent => "Sendt",
        ReportFilter.Waiting => "Venter",
        ReportFilter.LeftOut => "Utelatt",
        ReportFilter.Failed => "Kom ikke fram",
        ReportFilter.Uncertain => "Usikre",
        ReportFilter.Cancelled => "Avbrutt",
        _ => "Alle",
    };

    /// <summary>The name of a filter in the address.</summary>
    public static string NameOf(ReportFilter filter) => filter switch
    {
        ReportFilter.Sent => "sendt",
        ReportFilter.Waiting => "venter",
        ReportFilter.LeftOut => "utelatt",
        ReportFilter.Failed => "mislykket",
        ReportFilter.Uncertain => "usikre",
        ReportFilter.Cancelled => "avbrutt",
        _ => "alle",
    };

    public static int CountOf(CampaignProgress progress, ReportFilter filter) => filter switch
    {
        ReportFilter.Sent => progress.Sent,
        ReportFilter.Waiting => progress.Waiting,
        ReportFilter.LeftOut => progress.LeftOut,
        ReportFilter.Failed => progress.Failed,
        ReportFilter.Uncertain => progress.Uncertain,
        ReportFilter.Cancelled => progress.Cancelled,
        _ => progress.Planned + progress.LeftOut,
    };

    public static string Students(int count) => count == 1 ? "1 student" : $"{count:N0} studenter";

    /// <summary>"24 sekunder", "4 minutter", "et øyeblikk": how long a plan can still be undone.</summary>
    public static string Countdown(TimeSpan left) => left switch
    {
        { TotalSeconds: < 1 } => "et øyeblikk",
        { TotalSeconds: < 2 } => "1 sekund",
        { TotalSeconds: < 90 } => $"{(int)left.TotalSeconds} sekunder",
        _ => $"{(int)Math.Ceiling(left.TotalMinutes)} minutter",
    };

    public static IReadOnlyList<(DayOfWeek Day, string Name)> Weekdays { get; } =
    [
        (DayOfWeek.Monday, "mandag"), (DayOfWeek.Tuesday, "tirsdag"), (DayOfWeek.Wednesday, "onsdag"), (DayOfWeek.Thursday, "torsdag"),
        (DayOfWeek.Friday, "fredag"), (DayOfWeek.Saturday, "lørdag"), (DayOfWeek.Sunday, "søndag"),
    ];

    /// <summary>"hverdager kl. 8–16", "mandag og onsdag kl. 10–12", "alle dager kl. 8–20".</summary>
    public static string Of(SendWindow window)
    {
        DayOfWeek[] days = [.. window.Days];
        var names = Weekdays.Where(day => days.Contains(day.Day)).Select(day => day.Name).ToList();
        var which = days.Length == 7 ? "alle dager"
            : days.Length == 5 && !days.Contains(DayOfWeek.Saturday) && !days.Contains(DayOfWeek.Sunday) ? "hverdager"
            : names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} og {names[^1]}";
        return $"{which} kl. {window.From}–{window.To}";
    }
}
