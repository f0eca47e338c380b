using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Templates.Campaigns;
using Rekruttering.Templates.Shared;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>What is looked at before anything is sent: errors stop, warnings are shown.</summary>
public sealed class CheckingACampaign(SendingApp app) : IClassFixture<SendingApp>
{
    [Theory]
    [InlineData("Hei! Vi ses (skriv dag og klokkeslett).", "et sted som ikke er fylt ut: (skriv dag og klokkeslett)")]
    [InlineData("Hei! [Les mer](https://intranett/side)", "Lenken «https://intranett/side» fører ikke til noe")]
    [InlineData("Hei! [Les mer](http://127.0.0.1/side)", "Lenken «http://127.0.0.1/side» fører ikke til noe")]
    [InlineData("Hei! Se https://intern.local/side", "Lenken «https://intern.local/side» fører ikke til noe")]
    [InlineData("Hei! [Skriv til oss](mailto:post)", "Lenken «mailto:post» fører ikke til noe")]
    [InlineData("Hei! [Ring](tel:)", "Lenken «tel:» fører ikke til noe")]
    [InlineData("Hei! [Meld deg på](https://skjema.example.com/?navn={{fornavn|du}})", "Lenken «https://skjema.example.com/?navn={{fornavn}}» forteller et annet nettsted hvem studenten er. Ta «{{fornavn}}» ut")]
    [InlineData("Hei! Se https://skjema.example.com/{{studiested|skole}}/{{kommune}}", "Ta «{{studiested}}» ut av lenken")]
    [InlineData("Hei! [Svar](https://skjema.example.com/?til={{lenke_lis1}})", "Ta «{{lenke_lis1}}» ut av lenken")]
    public async Task A_text_that_is_not_done_stops_the_campaign(string body, string sentence)
    {
        var draft = await Draft(await Kommune(), body);

        Assert.Contains(sentence, draft.Text);
        Assert.DoesNotContain("Planlegg utsendingen", draft.Text);
    }

    [Theory]
    [InlineData("Hei! [Skriv til oss](mailto:post@example.com?subject=Fra%20{{fornavn|meg}})")]
    [InlineData("Hei! [Svar]({{lenke_lis1}}), eller se https://skjema.example.com/{{kommune}}")]
    public async Task A_link_that_tells_no_other_site_who_the_student_is_stops_nothing(string body)
    {
        var draft = await Draft(await Kommune(), body);

        Assert.DoesNotContain("nettsted", draft.Text);
        Assert.Contains("Planlegg utsendingen", draft.Text);
    }

    [Theory]
    [InlineData("Hei! Si hvor mye du kan jobbe (skriv gjerne både uker og prosent).", "(skriv gjerne både uker og prosent)")]
    [InlineData("Hei! Vi møtes (fyll inn sted).", "(fyll inn sted)")]
    public async Task What_may_be_a_place_to_fill_in_is_a_warning(string body, string place)
    {
        var draft = await Draft(await Kommune(), body);

        Assert.Contains($"«{place}» ser ut som et sted som ikke er fylt ut", draft.Text);
        Assert.Contains("Planlegg utsendingen", draft.Text);
    }

    [Fact]
    public async Task Every_place_that_a_starting_point_leaves_open_stops_the_campaign()
    {
        var kommune = await Kommune();
        foreach (var starter in Application.Campaigns.TemplateStarters.All.Where(starter => starter.Text.BodyNb.Contains("(skriv", StringComparison.Ordinal)))
        {
            var draft = await Draft(kommune, starter.Text.BodyNb);
            Assert.Contains("et sted som ikke er fylt ut: (skriv", draft.Text);
            Assert.DoesNotContain("Planlegg utsendingen", draft.Text);
        }
    }

    [Fact]
    public async Task A_kommune_without_a_named_sender_is_no_person()
    {
        var kommune = await Kommune(s => s.SenderName = null);
        var kari = await kommune.Recruiter();

        var draft = await Draft(kommune, "Hei! Jeg heter {{avsender}}. Hilsen {{avsender|oss}}.");
        Assert.Contains("1 student får tomme felter i teksten: Ola Nordby (avsender)", draft.Text);
        Assert.Contains("Hilsen oss.", await ShownBy(kari, draft));
        var first = Application.Campaigns.TemplateStarters.Find("forste-kontakt")!.Text;
        draft = await Draft(kommune, first.BodyNb);
        Assert.DoesNotContain("tomme felter", draft.Text);
        Assert.DoesNotContain("heter", await ShownBy(kari, draft));
    }

    [Fact]
    public async Task Only_those_who_get_it_are_counted_as_mailed_lately()
    {
        var kommune = await Kommune();
        foreach (var (name, days, isReserved) in new[] { ("Ane", 1.0, true), ("Bo", 3.0, false), ("Cai", 6.5, false) })
        {
            var student = await kommune.Student(name, then: s =>
            {
                if (isReserved)
                    s.Reserve(Domain.Students.ReservationScope.News, true, app.Clock.Now);
            });
            await kommune.Save(new Domain.Contact.TimelineEntry(kommune.Number, student.Id, Domain.Contact.TimelineKind.MailSent, app.Clock.Now.AddDays(-days), "E-post sendt: Hei"));
        }

        Assert.Contains("2 studenter har fått e-post fra dere de siste 7 dagene.", (await Draft(kommune, "Hei!")).Text);
        Assert.Contains("1 student har fått e-post fra dere de siste 7 dagene.", (await Draft(kommune, "Hei!", ("Input.QuietDays", "6"))).Text);
    }

    [Fact]
    public async Task A_search_for_what_is_not_searched_for_finds_nobody_and_never_all()
    {
        var draft = await Draft(await Kommune(), "Hei!", ("sok", "01010112345"));

        Assert.Contains("0 studenter får e-posten", draft.Text);
        Assert.DoesNotContain("01010112345", draft.Body);
        var saved = await draft.Press("Lagre utkastet");
        Assert.Contains("0 studenter får e-posten", saved.Text);
    }

    [Theory]
    [InlineData("Hei! [Les mer](https://namsos.example.com/jobb) eller [ring](tel:+4774000000), [skriv](mailto:post@example.com?subject=Jobb) (om du vil).")]
    [InlineData("Hei! [Ønsker]({{lenke_lis1}}) og [nei]({{lenke_avmelding}})")]
    public async Task Links_that_lead_somewhere_stop_nothing(string body) =>
        Assert.Contains("Planlegg utsendingen", (await Draft(await Kommune(), body)).Text);

    [Fact]
    public async Task The_three_with_the_most_holes_are_named()
    {
        var kommune = await Kommune(s => s.Phone = null);
        for (var i = 1; i <= 3; i++)
            await kommune.Student($"Hull{i}", with: s => s with { StudyPlaceCode = null });

        var draft = await Draft(kommune, "Hei! Du går på {{studiested}}.");
        Assert.Contains("3 studenter får tomme felter i teksten: ", draft.Text);
        Assert.Contains("Hull1 Nordby (studiested)", draft.Text);
        Assert.Contains("Hull3 Nordby (studiested)", draft.Text);
        Assert.DoesNotContain("Ola Nordby (", draft.Text);

        var worse = await Draft(kommune, "Hei! Du går på {{studiested}}. Ring {{telefon}}.");
        Assert.Contains("4 studenter får tomme felter", worse.Text);
        Assert.Contains("Hull2 Nordby (studiested, telefon)", worse.Text);
        Assert.DoesNotContain("Ola Nordby (", worse.Text);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_stops_the_campaign_before_anybody_misses_one()
    {
        using var app = new AppThatCannotWrite();
        var kommune = app.Given.Kommune();
        await kommune.Student("Ola");
        await kommune.Student("Bartholomeus", with: s => s with { WrittenForm = Domain.Students.WrittenForm.Nynorsk });

        var draft = await Draft(kommune, "Hei {{fornavn}}!");

        Assert.Contains("E-posten til Bartholomeus Nordby kan ikke lages.", draft.Text);
        Assert.DoesNotContain("Planlegg utsendingen", draft.Text);
        Assert.Contains("could not be written", app.Log.Text);
        Assert.DoesNotContain("Bartholomeus", app.Log.Text);
    }

    [Fact]
    public async Task A_field_with_something_to_say_instead_leaves_no_hole()
    {
        var kommune = await Kommune();
        await kommune.Student(with: s => s with { StudyPlaceCode = null });

        Assert.DoesNotContain("tomme felter", (await Draft(kommune, "Hei! Du går på {{studiested|studiestedet ditt}}.")).Text);
    }

    [Fact]
    public async Task What_is_seldom_meant_is_a_warning()
    {
        var draft = await Draft(await Kommune(), "Hei! [Les mer] på siden vår. ![Legevakta](https://example.com/legevakt.png)");

        Assert.Contains("Bildet «https://example.com/legevakt.png» blir ikke med", draft.Text);
        Assert.Contains("«[Les mer]» ser ut som en lenke uten adresse", draft.Text);
        Assert.Contains("Malen har ikke tekst på nynorsk", draft.Text);
        Assert.Contains("Planlegg utsendingen", draft.Text);
    }

    [Fact]
    public async Task Links_that_open_on_our_own_machine_alone_are_told_of_before_they_leave()
    {
        using var forgotten = new SendingApp();
        forgotten.Settings["App:BaseUrl"] = "http://127.0.0.1:5080";
        var kommune = forgotten.Given.Kommune();
        var student = await kommune.Student();
        var (offered, elsewhere) = (await kommune.Job(), app.Given.Kommune());
        var other = await elsewhere.Student();
        var address = $"/sommerjobber/{(await elsewhere.Job()).Id}/tilby/se-over?valgt={other.Id}";

        foreach (var told in new[] { await Draft(kommune, "Hei!"), await (await kommune.Recruiter()).Open($"/sommerjobber/{offered.Id}/tilby/se-over?valgt={student.Id}") })
            Assert.Contains("Lenkene i e-posten begynner med http://127.0.0.1:5080", told.Text);
        foreach (var fine in new[] { await Draft(await Kommune(), "Hei!"), await (await elsewhere.Recruiter()).Open(address) })
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, fine.Status);
            Assert.DoesNotContain("Lenkene i e-posten begynner med", fine.Text);
        }
    }

    [Theory]
    [InlineData("Frist 15. januar kl. 09.00, {{fornavn|du}}.", "Frist 14. januar kl. 9, {{fornavn|du}}.", "Bare bokmål har 15. Bare nynorsk har 14.")]
    [InlineData("Hei {{fornavn|du}}, du går på {{studiested|studiestedet ditt}}.", "Hei {{fornavn|du}}.", "Bare bokmål har {{studiested}}.")]
    [InlineData("Hei! [Ønsker]({{lenke_lis1}}) og [mer](https://example.com/a1)", "Hei! [Ønske]({{lenke_lis1}})", "Bare bokmål har https://example.com/a1.")]
    [InlineData("Ring 74 00 00 00 før 1. mars. [Les](https://example.com/nb/1)", "Ring 74 00 00 00 før 1. mars. [Les](https://example.com/nn/2)", null)]
    public async Task A_form_that_was_forgotten_when_the_other_was_changed_is_a_warning(string nb, string nn, string? said)
    {
        var kommune = await Kommune();
        var template = await kommune.Template("Emne", nb, "Emne", nn);

        var draft = await (await (await kommune.Recruiter()).Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()));

        Assert.Equal(said is not null, draft.Text.Contains("Bokmål og nynorsk sier ikke det samme", StringComparison.Ordinal));
        Assert.Contains(said ?? "", draft.Text);
    }

    [Fact]
    public void The_two_forms_of_every_starting_point_say_the_same() =>
        Assert.All(Application.Campaigns.TemplateStarters.All, starter => Assert.DoesNotContain(Application.Campaigns.TextFaults.Oddities(starter.Text), said => said.Contains("ikke det samme", StringComparison.Ordinal)));

    [Fact]
    public async Task A_plan_shows_how_long_it_can_be_undone()
    {
        var kommune = await Kommune();
        var planned = await (await Draft(kommune, "Hei!")).Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));

        Assert.Contains("Sendes om 30 sekunder, kl. ", planned.Text);
        app.Clock.Move(TimeSpan.FromSeconds(25));
        var kari = await kommune.Recruiter();
        var later = await kari.Open(planned.Path);
        Assert.Contains("Sendes om 5 sekunder", later.Text);
        await app.Start();
        Assert.Contains("planlagt", (await kari.Open(planned.Path)).Heading);
        Assert.Contains("utkast", (await later.Press("Angre planen")).Heading);
    }

    [Fact]
    public async Task A_time_in_a_few_seconds_leaves_the_time_to_undo_as_well()
    {
        var kommune = await Kommune();
        var soon = Domain.Common.OsloTime.FromUtc(app.Clock.Now);
        var planned = await (await Draft(kommune, "Hei!")).Press("Ja, send til 1 student",
            ("Time.WarningsSeen", "true"), ("Time.When", "at"), ("Time.Day", soon.ToString("yyyy-MM-dd")), ("Time.Clock", soon.ToString("HH:mm")));

        Assert.Contains("Sendes om 30 sekunder", planned.Text);
    }

    private sealed class AppThatCannotWrite : SendingApp
    {
        protected override void Configure(IServiceCollection services)
        {
            var renderer = services.Last(service => service.ServiceType == typeof(IMailRenderer));
            services.AddSingleton<IMailRenderer>(given => new Renderer((IMailRenderer)ActivatorUtilities.CreateInstance(given, renderer.ImplementationType!)));
        }

        private sealed class Renderer(IMailRenderer real) : IMailRenderer
        {
            public Task<RenderedMail> RenderAsync(MailModel model, string language, CancellationToken cancellationToken = default) =>
                model is CampaignMail { BodyText: var text } && text.Contains("Bartholomeus", StringComparison.Ordinal) ? throw new InvalidOperationException("Too long.") : real.RenderAsync(model, language, cancellationToken);
        }
    }

    private async Task<GivenKommune> Kommune(Action<Domain.Privacy.KommuneSettings>? with = null)
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings(s =>
        {
            s.LegalBasisText = "helse- og omsorgstjenesteloven § 8-1";
            with?.Invoke(s);
        });
        await kommune.Student(with: s => s with { StudyPlaceText = "Universitetet i Bergen" });
        return kommune;
    }

    private static async Task<string> ShownBy(Visitor kari, SeenPage draft) =>
        (await kari.Open(draft.Document.QuerySelector("iframe")!.GetAttribute("src")!)).Document.QuerySelector("pre")!.TextContent;

    [Fact]
    public async Task A_meeting_in_a_year_that_nobody_can_mean_stops_the_planning()
    {
        var kommune = await Kommune();
        static (string, string)[] On(string day) => [("Input.EventDay", day), ("Input.EventFrom", "18:00"), ("Input.EventTo", "20:00"), ("Input.EventPlace", "Rådhuset")];

        Assert.Contains("Møtet er mer enn 2 år fram. Se etter om årstallet er riktig.", (await Draft(kommune, "Hei!", On("2206-12-29"))).Text);
        Assert.DoesNotContain("år fram", (await Draft(kommune, "Hei!", On("2026-12-29"))).Text);
    }

    private static async Task<SeenPage> Draft(GivenKommune kommune, string body, params (string, string)[] fields)
    {
        MailTemplate template = await kommune.Template(body: body);
        var kari = await kommune.Recruiter();
        return await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", [("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()), .. fields]);
    }
}
