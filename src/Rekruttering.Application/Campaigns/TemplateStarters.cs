using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>A text to begin with instead of an empty page.</summary>
public sealed record TemplateStarter(string Key, string Name, string About, ReservationScope Topic, TemplateText Text);

/// <summary>
/// The shared starting points, in both written forms. They are copied into a kommune's own template and are the kommune's from then on.
/// What the law wants in a first mail is in the frame and not here.
/// </summary>
public static class TemplateStarters
{
    /// <summary>In the order of a student's years.</summary>
    public static IReadOnlyList<TemplateStarter> All { get; } =
    [
        new("forste-kontakt", "Første kontakt", "Sier hvem dere er og hva dere kan tilby.", ReservationScope.News, new TemplateText(
            "Hilsen fra {{kommune}}",
            """
            Hei {{fornavn|du}}!

            Vi arbeider med rekruttering av leger i {{kommune}}, og vil gjerne bli kjent med medisinstudenter som hører til her, eller som kan tenke seg å jobbe her.

            Vi kan hjelpe deg med:

            - sommerjobb mens du studerer
            - hospitering og praksis
            - spørsmål om LIS1 i kommunen

            Har du spørsmål, er det bare å svare på denne e-posten.
            """,
            "Helsing frå {{kommune}}",
            """
            Hei {{fornavn|du}}!

            Vi arbeider med rekruttering av legar i {{kommune}}, og vil gjerne bli kjende med medisinstudentar som høyrer til her, eller som kan tenkje seg å jobbe her.

            Vi kan hjelpe deg med:

            - sommarjobb medan du studerer
            - hospitering og praksis
            - spørsmål om LIS1 i kommunen

            Har du spørsmål, er det berre å svare på denne e-posten.
            """)),
        new("sommerjobb", "Sommerjobb kommer", "Varsler at sommerjobbene snart blir lyst ut.", ReservationScope.Jobs, new TemplateText(
            "Vil du jobbe i {{kommune}} til sommeren?",
            """
            Hei {{fornavn|du}}!

            Snart lyser vi ut sommerjobbene for medisinstudenter i {{kommune}}. Er dette noe for deg? Svar på denne e-posten med når du kan jobbe, og hvor langt du er kommet i studiet.

            Alle som svarer, får vite hva det ble til.
            """,
            "Vil du jobbe i {{kommune}} til sommaren?",
            """
            Hei {{fornavn|du}}!

            Snart lyser vi ut sommarjobbane for medisinstudentar i {{kommune}}. Er dette noko for deg? Svar på denne e-posten med når du kan jobbe, og kor langt du er komen i studiet.

            Alle som svarer, får vite kva det vart til.
            """)),
        new("lis1-onske", "Ønske om LIS1", "Spør hvor studenten ønsker LIS1, med personlig lenke.", ReservationScope.Lis1, new TemplateText(
            "Hvor ønsker du LIS1?",
            """
            Hei {{fornavn|du}}!

            Det nærmer seg LIS1 for deg, og vi vil gjerne vite hva du ønsker. Det tar to minutter:

            [Si hvor du ønsker LIS1]({{lenke_lis1}})

            Det er helseforetakene som ansetter, så vi kan ikke love en plass. Men vi kan fortelle om kommunen, svare på spørsmål og heie på deg.
            """,
            "Kvar ønskjer du LIS1?",
            """
            Hei {{fornavn|du}}!

            Det nærmar seg LIS1 for deg, og vi vil gjerne vite kva du ønskjer. Det tek to minutt:

            [Sei kvar du ønskjer LIS1]({{lenke_lis1}})

            Det er helseføretaka som tilset, så vi kan ikkje love ein plass. Men vi kan fortelje om kommunen, svare på spørsmål og heie på deg.
            """)),
        new("lis1-paminnelse", "Påminnelse om LIS1", "Minner om søknadsfristen før hvert opptak.", ReservationScope.Lis1, new TemplateText(
            "Husk søknadsfristen for LIS1",
            """
            Hei {{fornavn|du}}!

            Søknadsfristen for LIS1 er (skriv dato og klokkeslett). Du søker selv, til helseforetaket som lyser ut stillingen.

            Vi heier på deg, og vil gjerne vite hva du ønsker, så vi kan svare på spørsmål om delen som er hos oss:

            [Si hvor du ønsker LIS1]({{lenke_lis1}})

            Har du allerede søkt eller fått plass? Svar gjerne på denne e-posten, så vet vi det.
            """,
            "Hugs søknadsfristen for LIS1",
            """
            Hei {{fornavn|du}}!

            Søknadsfristen for LIS1 er (skriv dato og klokkeslett). Du søkjer sjølv, til helseføretaket som lyser ut stillinga.

            Vi heiar på deg, og vil gjerne vite kva du ønskjer, så vi kan svare på spørsmål om delen som er hos oss:

            [Sei kvar du ønskjer LIS1]({{lenke_lis1}})

            Har du alt søkt eller fått plass? Svar gjerne på denne e-posten, så veit vi det.
            """)),
        new("varhilsen", "Vårhilsen", "En kort hilsen som holder kontakten varm.", ReservationScope.News, new TemplateText(
            "Vårhilsen fra {{kommune}}",
            """
            Hei {{fornavn|du}}!

            Våren er kommet til {{kommune}}, og vi lurer på hvordan det går med deg og studiene. Er noe nytt? Har du flyttet, fått lisens eller byttet studiested, blir vi glade for å høre det.

            Lykke til med eksamen!
            """,
            "Vårhelsing frå {{kommune}}",
            """
            Hei {{fornavn|du}}!

            Våren er komen til {{kommune}}, og vi lurer på korleis det går med deg og studia. Er noko nytt? Har du flytta, fått lisens eller bytt studiestad, blir vi glade for å høyre det.

            Lykke til med eksamen!
            """)),
        new("romjulstreff", "Romjulstreff", "Inviterer til treff når studentene er hjemme.", ReservationScope.Events, new TemplateText(
            "Blir du med på romjulstreff i {{kommune}}?",
            """
            Hei {{fornavn|du}}!

            Er du hjemme i romjula? Da vil vi gjerne by på mat og en prat med leger og ledere i {{kommune}}.

            - **Når:** (skriv dag og klokkeslett)
            - **Hvor:** (skriv stedet)

            Svar på denne e-posten om du kommer, så vet vi hvor mye mat vi skal lage. Ta gjerne med en medstudent.
            """,
            "Blir du med på romjulstreff i {{kommune}}?",
            """
            Hei {{fornavn|du}}!

            Er du heime i romjula? Då vil vi gjerne by på mat og ein prat med legar og leiarar i {{kommune}}.

            - **Når:** (skriv dag og klokkeslett)
            - **Kvar:** (skriv staden)

            Svar på denne e-posten om du kjem, så veit vi kor mykje mat vi skal lage. Ta gjerne med ein medstudent.
            """)),
        new("fortsatt-med", "Er du fortsatt med?", "Spør én gang i året om studenten vil stå i registeret.", ReservationScope.News, new TemplateText(
            "Vil du fortsatt høre fra {{kommune}}?",
            """
            Hei {{fornavn|du}}!

            En gang i året spør vi om du fortsatt vil stå på listen vår over medisinstudenter. Vil du det, trenger du ikke gjøre noe.

            - Har noe endret seg, som studiested, telefon eller når du er ferdig? Svar på denne e-posten.
            - Vil du ha mindre fra oss, eller ikke stå på listen? [Velg selv her]({{lenke_avmelding}}).

            Takk for at vi får holde kontakten.
            """,
            "Vil du framleis høyre frå {{kommune}}?",
            """
            Hei {{fornavn|du}}!

            Ein gong i året spør vi om du framleis vil stå på lista vår over medisinstudentar. Vil du det, treng du ikkje gjere noko.

            - Har noko endra seg, som studiestad, telefon eller når du er ferdig? Svar på denne e-posten.
            - Vil du ha mindre frå oss, eller ikkje stå på lista? [Vel sjølv her]({{lenke_avmelding}}).

            Takk for at vi får halde kontakten.
            """)),
    ];

    /// <summary>The starter with this key, or null.</summary>
    public static TemplateStarter? Find(string? key) => All.FirstOrDefault(starter => starter.Key == key);
}
