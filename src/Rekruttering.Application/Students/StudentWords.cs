using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>What the values of the register are called on the screens, in bokmål.</summary>
public static class StudentWords
{
    /// <summary>"I ordinært løp".</summary>
    public static string Of(Progression value) => value switch
    {
        Progression.OnLeave => "I permisjon",
        Progression.ResearchTrack => "På forskerlinje",
        Progression.Completed => "Har fullført",
        Progression.Discontinued => "Har avbrutt",
        _ => "I ordinært løp",
    };

    /// <summary>The language of mails.</summary>
    public static string Of(WrittenForm value) => value switch
    {
        WrittenForm.Nynorsk => "Nynorsk",
        WrittenForm.English => "Engelsk",
        _ => "Bokmål",
    };

    /// <summary>Lokal tilhørighet.</summary>
    public static string Of(TieKind value) => value switch
    {
        TieKind.GrewUp => "Vokst opp her",
        TieKind.Family => "Har familie her",
        TieKind.Partner => "Har partner herfra",
        _ => "Annen tilknytning",
    };

    /// <summary>"Vokst opp her: Jøa; har familie her"; null without any.</summary>
    public static string? Of(Ties ties)
    {
        var all = ties.All.Select(tie => tie.Words.Length == 0 ? Of(tie.Kind) : $"{Of(tie.Kind)}: {tie.Words}").ToList();
        return all.Count == 0 ? null : string.Join("; ", all);
    }

    /// <summary>"assistent", "medisinstudent med lisens".</summary>
    public static string Of(WorkLevel level) => level switch
    {
        WorkLevel.Assistant => "assistent",
        WorkLevel.ExperiencedAssistant => "assistent med fagarbeideroppgaver",
        WorkLevel.WithLicence => "medisinstudent med lisens",
        WorkLevel.Doctor => "lege, når autorisasjonen er gitt",
        WorkLevel.None => "ikke noe som følger av studiet",
        _ => "ukjent",
    };

    /// <summary>What the coming summer allows, as a sentence without its full stop.</summary>
    public static string Summer(SummerWork work, Progression progression) => work.Level switch
    {
        WorkLevel.Unknown => "Vi vet ikke når studiet begynte, og kan ikke si hva studenten kan arbeide som",
        WorkLevel.None when progression == Progression.Discontinued => "Studiet er avbrutt, så vi foreslår ikke noe arbeid",
        WorkLevel.None => "Studiet er ikke begynt, så det gir ikke noe arbeid ennå",
        _ => $"Kan arbeide som {Of(work.Level)}{(work.MayGetLicence ? ". Kan ha lisens, men ingen er ført" : "")}",
    };

    /// <summary>"assistent med fagarbeideroppgaver (kan ha lisens, ikke ført)".</summary>
    public static string Of(SummerWork work) => Of(work.Level) + (work.MayGetLicence ? " (kan ha lisens, ikke ført)" : "");

    /// <summary>With its letter of GDPR art. 6(1).</summary>
    public static string Of(LegalBasis value) => value switch
    {
        LegalBasis.Consent => "Samtykke (art. 6 nr. 1 a)",
        LegalBasis.Application => "Henvendelse fra studenten (art. 6 nr. 1 b)",
        _ => "Oppgave i allmennhetens interesse (art. 6 nr. 1 e)",
    };

    /// <summary>What is not wanted, after "mot": "sommerjobb".</summary>
    public static string Of(ReservationScope value) => value switch
    {
        ReservationScope.Jobs => "sommerjobb",
        ReservationScope.Lis1 => "LIS1",
        ReservationScope.News => "nyheter",
        ReservationScope.Events => "arrangement",
        ReservationScope.AllCampaigns => "alle utsendinger",
        _ => "all kontakt",
    };

    /// <summary>"5. år", "5. år, i permisjon", "har fullført".</summary>
    public static string Stage(DateOnly today, Student student) => student.Progression switch
    {
        Progression.Completed => "har fullført",
        Progression.Discontinued => "har avbrutt",
        Progression.OnLeave => $"{student.Plan.StageOn(today)}, i permisjon",
        _ => student.Plan.StageOn(today).ToString(),
    };

    /// <summary>"9. semester"; null before, after and when it is unknown.</summary>
    public static string? Semester(DateOnly today, Student student) =>
        student.Progression is Progression.Completed or Progression.Discontinued || student.Plan.StageOn(today) is not { Year: not null } stage ? null : $"{stage.Semester}. semester";

    /// <summary>"juni 2028" as entered or computed; null when it cannot be known.</summary>
    public static string? Graduation(DateOnly today, Student student) => student.Plan.GraduationSeenOn(today) is { } month ? StageExplanation.InWords(month) : student.GraduationYear?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"lisens fra januar 2027", "lisens til desember 2027", "lisensen gikk ut 31. mai 2026"; null when none is entered.</summary>
    public static string? Licence(DateOnly today, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } first, _) when first > today => $"lisens fra {first:MMMM yyyy}",
        (_, { } last) when last < today => $"lisensen gikk ut {last:d. MMMM yyyy}",
        (_, { } last) => $"lisens til {last:MMMM yyyy}",
        _ => "har lisens",
    };

    /// <summary>"Uniwersytet Medyczny w Łodzi", or what was written where no catalogue entry fits; null when nothing is known.</summary>
    public static string? Place(string? code, string? text) => StudyPlaceCatalogue.Find(code)?.Name ?? text;

    /// <summary>"Łódź, Polen", without what is unknown.</summary>
    public static string Where(string? code, string? country)
    {
        var place = StudyPlaceCatalogue.Find(code);
        return string.Join(", ", new[] { place?.City, Countries.Find(country)?.Name }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>"483 53 392".</summary>
    public static string? Phone(string? e164) => PhoneNumber.TryParse(e164, out var number) ? number.Display : e164;
}
