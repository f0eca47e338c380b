using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>Jobs and offers as the staff's screens name them, with the tone of the tag.</summary>
public static class JobWords
{
    public static (string Word, string Tone) Of(JobStatus status) => status switch
    {
        JobStatus.Draft => ("Utkast", "neutral"),
        JobStatus.Open => ("Åpen", "success"),
        JobStatus.Closed => ("Avsluttet", "neutral"),
        _ => ("Avlyst", "danger"),
    };

    public static (string Word, string Tone) Of(JobOffer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return offer.Status switch
        {
            OfferStatus.Offered => (offer.HoldsSeat ? "Plass holdt av" : "Venter på svar", "warning"),
            OfferStatus.AskLater => ("Vil bli spurt senere", "warning"),
            OfferStatus.Accepted => ("Takket ja", "success"),
            OfferStatus.Declined => ("Takket nei", "neutral"),
            OfferStatus.WaitingList => ("Venteliste", "info"),
            OfferStatus.Expired => ("Ikke svart i tide", "neutral"),
            _ => ("Trukket", "neutral"),
        };
    }

    public static string Of(JobLevel level) => level switch
    {
        JobLevel.Assistant => "Assistent",
        JobLevel.ExperiencedAssistant => "Assistent med fagoppgaver",
        _ => "Medisinstudent med lisens",
    };

    /// <summary>Why no offer goes to a student.</summary>
    public static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Reserved => "vil ikke ha e-post om sommerjobb",
        LeftOutReason.NoContact => "vil ikke kontaktes",
        LeftOutReason.NoAddress => "mangler e-postadresse",
        LeftOutReason.AddressDead => "e-postadressen virker ikke",
        LeftOutReason.NameDamaged => "navnet har mistet en bokstav og må rettes først",
        LeftOutReason.Archived => "er arkivert",
        _ => "har samme adresse som en annen",
    };

    /// <summary>What the recruiter should look at before offering.</summary>
    public static string Of(LevelFit fit) => fit switch
    {
        LevelFit.TooEarly => "er ikke kommet langt nok i studiet til denne jobben",
        LevelFit.Unknown => "vi vet ikke hvor langt studenten er kommet",
        LevelFit.LicenceNotNoted => "kan ha fått lisens, men den er ikke registrert",
        LevelFit.LicenceDoesNotCover => "lisensen dekker ikke hele perioden",
        _ => "",
    };

    /// <summary>"1 student", "4 studenter".</summary>
    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
