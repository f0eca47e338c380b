using System.Globalization;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Students;

/// <summary>The rules that decided a student's stage, in the order they were used, so that a person can check them.</summary>
public static class StageExplanation
{
    private const string Regulation = "forskrift om lisens til helsepersonell (FOR-2000-12-21-1379)";
    private static readonly CultureInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>"juni 2027".</summary>
    public static string InWords(StudyMonth month) => new DateOnly(month.Year, month.Month, 1).ToString("MMMM yyyy", Norwegian);

    /// <summary>Count, length, leave and research, graduation, and what the coming summer allows.</summary>
    public static IReadOnlyList<StageRule> Of(StudentDetails d, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(d);
        var plan = StudyPlan.Of(d);
        if (d.Progression is Progression.Completed or Progression.Discontinued)
            return [new(d.Progression == Progression.Completed ? "Noen har ført at studiet er fullført. Da telles ingen semestre." : "Noen har ført at studiet er avbrutt. Da telles ingen semestre, og det foreslås ikke noe arbeid.")];
        if (plan.CountedFrom is null)
            return [new("Vi vet verken når studiet begynte eller hvilken måned det er ferdig, og gjetter ikke.")];
        return [.. Count(d, plan, today), Length(d, plan), .. Research(d, plan), Graduation(d, plan, today), Summer(d, plan, today)];
    }

    private static IEnumerable<StageRule> Count(StudentDetails d, StudyPlan plan, DateOnly today)
    {
        yield return plan.IsCountedBack
            ? new($"Starten er ikke ført. Det telles bakover fra {InWords(plan.EnteredGraduation!.Value)}, slik at første semester er {plan.CountedFrom}.")
            : new($"Første semester er {d.StartTerm}. Vår er til og med juli, høst er fra august, og to semestre er et år. Derfor skifter året av seg selv.");
        if (d.StartTerm is { Season: Season.Spring })
            yield return d.StudyPlaceCode?.StartsWith("uio", StringComparison.Ordinal) == true
                ? new("Studiet begynte i januar, så nytt studieår begynner i januar.", "UiO tar opp halve kullet i januar (med.uio.no)")
                : new("Studiet begynte i januar, så nytt studieår begynner i januar.");
        if (d.DelayTerms > 0)
            yield return new($"{d.DelayTerms} {(d.DelayTerms == 1 ? "semester" : "semestre")} er tapt til permisjon, omtak eller forskning og telles ikke med.");
        if (d.Progression == Progression.OnLeave)
            yield return plan.LeaveFrom is { } leave
                ? new($"I permisjon fra {leave}. Tellingen står stille på {plan.StageOn(today).Semester}. semester til permisjonen er over.")
                : new("I permisjon, men ingen har ført fra når. Derfor går tellingen videre.");
    }

    private static StageRule Length(StudentDetails d, StudyPlan plan)
    {
        var years = plan.Terms % 2 == 0 ? $"{plan.Terms / 2}" : $"{plan.Terms / 2}½";
        var parts = plan.PreclinicalYears is { } before && plan.Terms % 2 == 0 ? $", {before} år prekliniske og {(plan.Terms / 2) - before} kliniske." : ".";
        if (StudyPlaceCatalogue.Find(d.StudyPlaceCode) is { } place)
            return new($"{place.Name}: {years} år, {plan.Terms} semestre{parts}",
                place.IsNorwegian ? "De fire norske studiene er på 6 år (uio.no, uib.no, ntnu.no, uit.no)" : "Legeforeningens og ANSAs oversikter over studier i utlandet");
        if (OwnStudyPlace.IsCode(d.StudyPlaceCode))
            return new($"{d.StudyPlaceText}: {years} år, {plan.Terms} semestre{parts} Det er kommunen selv som har ført studiestedet.");
        return plan.LicenceRule == LicenceRule.Norway
            ? new($"Medisin i Norge: {years} år, {plan.Terms} semestre.", "De fire norske studiene er på 6 år (uio.no, uib.no, ntnu.no, uit.no)")
            : new($"Studiestedet står ikke i listen vår. Det er regnet med {years} år; skriv inn når studenten blir ferdig hvis det er noe annet.");
    }

    private static IEnumerable<StageRule> Research(StudentDetails d, StudyPlan plan)
    {
        if (d.Progression == Progression.ResearchTrack)
            yield return new("Forskerlinjen er ett år lengre." + (plan.ResearchLeft switch
            {
                0 => " Året er tatt og står blant de tapte semestrene.",
                StudyPlan.ResearchTerms => " Året er ikke tatt ennå, så det legges til på slutten.",
                _ => " Ett semester av det er tatt, og ett legges til på slutten.",
            }), "NTNU, forskerlinjen er 7 år (ntnu.no/mh)");
        if (StudyPlaceCatalogue.Find(d.StudyPlaceCode)?.Code.StartsWith("uib", StringComparison.Ordinal) == true && plan.EnteredGraduation is null)
            yield return new("Bergen deler kullet etter tredje år, og halvparten blir ferdig et halvt år senere. Skriv inn måneden når dere vet den.", "UiB, A- og B-kull (uib.no/med)");
    }

    private static StageRule Graduation(StudentDetails d, StudyPlan plan, DateOnly today) => plan switch
    {
        { EnteredGraduation: { } entered } => new($"Ferdig {InWords(entered)}: det er ført i registeret og går foran det som regnes ut."
            + (plan.HoldsOn(today) ? $" Tellingen stopper på {StudyStage.Terms}. semester til da." : "")),
        { LeaveFrom: not null } => new($"Ferdig tidligst {InWords(plan.GraduationSeenOn(today)!.Value)}, når permisjonen til og med dette semesteret regnes som tapt."),
        _ => new($"Ferdig {InWords(plan.GraduationSeenOn(today)!.Value)}: siste semester ender i juni, eller i januar etter et høstsemester."
            + (d.GraduationYear is { } year ? $" Året {year} er ført uten måned og er ikke brukt." : "")),
    };

    private static StageRule Summer(StudentDetails d, StudyPlan plan, DateOnly today)
    {
        var work = SummerWork.Of(d, today);
        var first = SummerWork.FirstDay(work.Year);
        var done = plan.DoneOn(first) ?? 0;
        var law = plan.LicenceRule switch
        {
            LicenceRule.Norway => "Lisens kan gis etter 4½ år i Norge, når eksamen i 9. semester er avlagt.",
            LicenceRule.Abroad => "Lisens kan gis i utlandet når alle prekliniske eksamener er bestått og det er høyst ett år igjen.",
            _ => "Studielandet er ikke ført, så lisens er regnet etter regelen for utlandet: høyst ett år igjen.",
        };
        var source = $"{Regulation} § {(plan.LicenceRule == LicenceRule.Norway ? 1 : 2)}";
        return work.Level switch
        {
            WorkLevel.Doctor => new($"Sommeren {work.Year}: studiet skal være ferdig. Som lege først når autorisasjonen er gitt."),
            WorkLevel.WithLicence => new($"Sommeren {work.Year}: lisensen som er ført, gjelder{(d.LicenceFrom > first || d.LicenceTo < SummerWork.LastDay(work.Year) ? " bare en del av sommeren" : "")}. Under veiledning, ikke alene på vakt.", $"{Regulation} § 4"),
            WorkLevel.None => new($"Sommeren {work.Year}: studiet er ikke begynt."),
            _ when work.MayGetLicence => new($"Sommeren {work.Year}: {done} semestre er gått. {law} Studenten kan ha lisens, men ingen er ført, og det antas aldri.", source),
            _ => new($"Sommeren {work.Year}: {(done == 0 ? "ingen semestre er gått ennå" : done == 1 ? "1 semester er gått" : $"{done} semestre er gått")}. {law} Så langt er ikke studenten kommet." + (work.Level == WorkLevel.ExperiencedAssistant ? " Etter tre år gir mange kommuner oppgaver og lønn som fagarbeider." : ""), source),
        };
    }
}
