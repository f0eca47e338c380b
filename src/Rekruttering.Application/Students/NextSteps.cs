using Rekruttering.Application.Contact;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>How much a step presses.</summary>
public enum StepTone { Info, Warning, Danger }

/// <summary>Something that should be done about a student, why, and where it is done.</summary>
/// <param name="Deadline">An hour that counts, UTC; shown after the sentence.</param>
/// <param name="DueDay">A day that counts.</param>
/// <param name="Since">UTC; how long it has waited.</param>
/// <param name="Href">Null when there is nothing to press.</param>
public sealed record NextStep(StepTone Tone, string Sentence, string? Href, string? Action, DateTime? Deadline = null, DateOnly? DueDay = null, DateTime? Since = null);

/// <summary>What is next for one student: what somebody waits for first, then what stops mail, then what runs out.</summary>
public static class NextSteps
{
    /// <summary>The steps for a card at an instant; none for an archived student.</summary>
    public static IReadOnlyList<NextStep> For(StudentCardView card, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Student.Status == StudentStatus.Archived
            ? []
            : [.. Waiting(card, now), .. Mail(card, now), .. Studies(card.Student, OsloTime.DateOf(now)), .. Quiet(card, now)];
    }

    private static IEnumerable<NextStep> Waiting(StudentCardView card, DateTime now)
    {
        foreach (var question in card.Questions)
            yield return new(StepTone.Danger, $"Venter på svar: «{Short(question.Text)}»", "/oversikt#venter", "Svar", Since: question.AskedAt);
        foreach (var offer in card.Offers.Where(o => o.Status is OfferStatus.Offered or OfferStatus.AskLater && o.Deadline >= now))
            yield return new(offer.Deadline < now.AddDays(3) ? StepTone.Warning : StepTone.Info,
                offer.Status == OfferStatus.AskLater ? $"Vil svare senere på «{offer.Job}»." : $"Har ikke svart på «{offer.Job}».",
                $"/sommerjobber/{offer.JobId}", "Se tilbudet", Deadline: offer.Deadline);
        foreach (var offer in card.Offers.Where(o => o.Status == OfferStatus.WaitingList && o.From > OsloTime.DateOf(now)))
            yield return new(StepTone.Info, $"Står på venteliste til «{offer.Job}».", $"/sommerjobber/{offer.JobId}", "Se jobben");
    }

    private static IEnumerable<NextStep> Mail(StudentCardView card, DateTime now)
    {
        var student = card.Student;
        var edit = $"/studenter/{student.Id}/rediger";
        if (card.MailsUncertain > 0)
            yield return new(StepTone.Warning, "En e-post er usikker: den kan være levert.", "#tidslinje", "Se tidslinjen");
        if (student.AddressDeadAt is { } dead)
            yield return new(StepTone.Danger, "E-postadressen virker ikke lenger. Finn en ny før noe kan sendes.", edit + "#Input_Email", "Rett adressen", Since: dead);
        else if (student.Email is null)
            yield return new(StepTone.Warning, "Mangler e-postadresse, så studenten får ingen utsendinger.", edit + "#Input_Email", "Legg til");
        if (student.HasDamagedName)
            yield return new(StepTone.Danger, "Navnet har mistet en bokstav i en fil. Ingen e-post går ut før det er rettet.", edit + "#Input_FirstName", "Rett navnet");
        if (student.InformedAt is null)
        {
            // GDPR art. 14(3): within a month of getting the data.
            var due = student.CreatedAt.AddMonths(1);
            yield return new(due < now ? StepTone.Danger : StepTone.Warning, "Har ikke fått vite at kommunen har opplysningene. Det følger med den første e-posten.", null, null, DueDay: OsloTime.DateOf(due));
        }
    }

    private static IEnumerable<NextStep> Studies(Student student, DateOnly today)
    {
        var edit = $"/studenter/{student.Id}/rediger";
        if (student.LicenceTo is { } last && last < today)
            yield return new(StepTone.Warning, $"Lisensen gikk ut {last:d. MMMM yyyy}.", edit + "#Input_LicenceTo", "Oppdater");
        else if (student.LicenceTo is { } ends && ends <= today.AddDays(60))
            yield return new(StepTone.Warning, $"Lisensen går ut {ends:d. MMMM yyyy}.", edit + "#Input_LicenceTo", "Oppdater");
        if (student.Progression is Progression.Ordinary or Progression.ResearchTrack && student.Plan.StageOn(today).IsPastLastTerm)
            yield return new(StepTone.Info, "Skal være ferdig etter planen. Spør om studiet er fullført.", edit + "#Input_Progression", "Oppdater");
    }

    private static IEnumerable<NextStep> Quiet(StudentCardView card, DateTime now)
    {
        if (card.Student.HasReserved(ReservationScope.NoContact) || card.Student.Progression == Progression.Discontinued)
            yield break;
        var since = card.LastContactAt ?? OsloTime.StartOf(card.Student.CollectedOn);
        if (since < now.AddMonths(-MorningPage.QuietMonths))
            yield return new(StepTone.Info, card.LastContactAt is null ? "Ingen kontakt ennå." : "Ingen kontakt på et halvt år.", "#logg", "Logg kontakt", Since: card.LastContactAt);
    }

    private static string Short(string text) => text.Length > 90 ? text[..90].TrimEnd() + "…" : text;
}
