using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Students.Joining;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Joining;

/// <summary>What the link in the mail does, to whom, and what the kommune sees of it.</summary>
public sealed class ConfirmingASignUp(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task Opening_the_link_changes_nothing_however_often()
    {
        var kommune = await app.OpenKommune();
        await kommune.SignUp("skanner@example.com");

        var page = await app.OpenLink("skanner@example.com");
        for (var i = 0; i < 3; i++)
            page = await app.Visitor().Open(page.Path);

        Assert.True(page.Shows("Åse") && page.Shows("skanner@example.com") && page.Shows("Høst 2024") && page.Shows("Jeg vokste opp her"), page.Text);
        Assert.True(page.Shows("Til to år etter LIS1"));
        Assert.Empty(await app.StudentsOf(kommune));
        Assert.Equal("no-referrer", Assert.Single(page.Response.Headers.GetValues("Referrer-Policy")));
        Assert.DoesNotContain(page.Path.Split('/', '?')[2], app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_makes_a_student_who_has_said_yes_and_knows_what_is_stored()
    {
        var kommune = await app.OpenKommune("Orkland");
        var kari = await kommune.Recruiter();

        var done = await app.Join(kommune, "Aase@example.com", ("Input.Phone", "483 53 392"), ("Input.TieWords", "På Moe"), ("Input.WrittenForm", "Nynorsk"), ("Input.GraduationYear", "2030"), ("Input.GraduationMonth", "6"));

        Assert.Equal("Takk! Orkland kommune har fått meldingen din", done.Heading);
        var student = Assert.Single(await app.StudentsOf(kommune));
        Assert.Equal(new StudentDetails
        {
            FirstName = "Åse",
            LastName = "Øverås",
            Email = "Aase@example.com",
            Phone = "+4748353392",
            HomeKommune = "5059",
            StudyPlaceCode = "pl-lodz",
            CountryCode = "PL",
            StartTerm = new(2024, Season.Autumn),
            GraduationYear = 2030,
            GraduationMonth = 6,
            WrittenForm = WrittenForm.Nynorsk,
            Ties = new(GrewUp: "På Moe"),
            Source = "Studenten selv, på påmeldingssiden",
            LegalBasis = LegalBasis.Consent,
            CollectedOn = new(2026, 11, 16),
        }, student.Details);
        Assert.NotNull(student.InformedAt);
        Assert.Equal([ReservationScope.News, ReservationScope.Events], student.Reservations.Where(r => r.ByStudent).Select(r => r.Scope).Order());
        var card = await kari.Open($"/studenter/{student.Id}");
        Assert.True(card.Shows("Studenten selv, på påmeldingssiden"));
        Assert.True(card.Shows("Meldte seg på selv, og bekreftet e-postadressen."));
        Assert.True(card.Shows("Hvor lenge: Til to år etter LIS1"), card.Text);
        var morning = await kari.Open("/oversikt");
        Assert.True(morning.Shows("Åse Øverås: Meldte seg på selv"), morning.Text);
        Assert.False(morning.Shows("ikke fått vite at de står i registeret"));
    }

    [Fact]
    public async Task Saying_yes_twice_is_once_and_the_link_goes_on_saying_so()
    {
        var kommune = await app.OpenKommune();
        await kommune.SignUp("to.ganger@example.com");
        var page = await app.OpenLink("to.ganger@example.com");

        await page.Press("Ja, meld meg på");
        var again = await page.Press("Ja, meld meg på");

        Assert.StartsWith("Takk!", again.Heading, StringComparison.Ordinal);
        Assert.Single(await app.StudentsOf(kommune));
        Assert.StartsWith("Takk!", (await app.Visitor().Open(page.Path)).Heading, StringComparison.Ordinal);
        Assert.DoesNotContain("to.ganger", await app.Look(async db => string.Join('|', await db.SignUps.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.Details + s.Told).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_yeses_at_once_make_one_student()
    {
        var kommune = await app.OpenKommune();
        await kommune.SignUp("samtidig@example.com");
        await kommune.SignUp("samtidig@example.com");
        var mails = await app.MailsTo("samtidig@example.com");
        var pages = new List<SeenPage>();
        foreach (var mail in mails)
            pages.Add(await app.Visitor().Open(new Uri(mail.Links.First(l => l.Contains("/bekreft/", StringComparison.Ordinal))).PathAndQuery));

        await Task.WhenAll(pages.Select(page => page.Press("Ja, meld meg på")));

        Assert.Single(await app.StudentsOf(kommune));
    }

    [Fact]
    public async Task Who_stands_there_with_the_address_is_not_changed_and_gets_to_her_own_pages()
    {
        var kommune = await app.OpenKommune();
        var student = await kommune.Student("Åse", s => s with { LastName = "Øverås", Email = "sto.her@example.com", Phone = "+4790000000", Source = "Egen liste" },
            s => s.Reserve(ReservationScope.AllCampaigns, byStudent: true, app.Clock.Now));

        var page = await app.Join(kommune, "Sto.Her@example.com", ("Input.Phone", "48353392"), ("Input.Ties", "Family"));

        Assert.StartsWith("/mine-opplysninger/", page.Path, StringComparison.Ordinal);
        Assert.True(page.Shows("Du sto her fra før. Ingenting er endret") && page.Shows("Egen liste"), page.Text);
        var now = Assert.Single(await app.StudentsOf(kommune));
        Assert.Equal((student.Id, student.Version, student.Details, ReservationScope.AllCampaigns), (now.Id, now.Version, now.Details, Assert.Single(now.Reservations).Scope));
        var kari = await kommune.Recruiter();
        Assert.True((await kari.Open("/oversikt")).Shows("Åse Øverås: Meldte seg på, og sto her fra før."));
        var card = await kari.Open($"/studenter/{student.Id}");
        Assert.True(card.Shows("Telefon: 900 00 000 → 483 53 392"), card.Text);
        Assert.True(card.Shows("Er fortsatt reservert mot alle utsendinger"));
    }

    [Fact]
    public async Task Who_is_the_same_by_name_and_telephone_is_news_and_the_other_mailbox_learns_nothing()
    {
        var kommune = await app.OpenKommune();
        var known = await kommune.Student("Åse", s => s with { LastName = "Øverås", Email = "gammel@example.com", Phone = "+4748353392" });
        var stranger = await app.OpenKommune();

        var (page, unknown) = (await app.Join(kommune, "ny.adresse@example.com", ("Input.Phone", "48353392")), await app.Join(stranger, "helt.ny@example.com", ("Input.Phone", "48353392")));

        Assert.Equal(unknown.Text.Replace(stranger.Name, kommune.Name, StringComparison.Ordinal), page.Text);
        Assert.Equal(known.Details, Assert.Single(await app.StudentsOf(kommune)).Details);
        Assert.Empty(await app.Look(db => db.PersonalLinks.Where(l => l.KommuneNumber == kommune.Number).ToListAsync()));
        var card = await (await kommune.Recruiter()).Open($"/studenter/{known.Id}");
        Assert.True(card.Shows("meldte seg på med en annen e-postadresse") && card.Shows("E-post: gammel@example.com → ny.adresse@example.com"), card.Text);
    }

    [Fact]
    public async Task A_namesake_is_another_person()
    {
        var kommune = await app.OpenKommune();
        await kommune.Student("Åse", s => s with { LastName = "Øverås", Email = "navnesoster@example.com" });

        await app.Join(kommune, "en.annen@example.com", ("Input.StudyPlaceCode", "ntnu"));

        Assert.Equal(2, (await app.StudentsOf(kommune)).Count);
    }

    [Fact]
    public async Task No_contact_stays_no_contact()
    {
        var kommune = await app.OpenKommune();
        var student = await kommune.Student("Åse", s => s with { Email = "nei.takk@example.com" }, s => s.Reserve(ReservationScope.NoContact, byStudent: true, app.Clock.Now));

        await app.Join(kommune, "nei.takk@example.com");

        Assert.True(Assert.Single(await app.StudentsOf(kommune)).HasReserved(ReservationScope.NoContact));
        Assert.True((await (await kommune.Recruiter()).Open($"/studenter/{student.Id}")).Shows("Er fortsatt reservert mot all kontakt: bare studenten selv kan endre det."));
    }

    [Fact]
    public async Task Who_was_erased_comes_back_by_her_own_yes_and_not_before()
    {
        var kommune = await app.OpenKommune();
        var student = await kommune.Student("Åse", s => s with { Email = "tilbake@example.com" });
        var kari = await kommune.Recruiter();
        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));
        await kommune.SignUp("Tilbake@example.com");
        Assert.Single(await Hashes(kommune));

        await (await app.OpenLink("tilbake@example.com")).Press("Ja, meld meg på");

        Assert.Equal("Tilbake@example.com", Assert.Single(await app.StudentsOf(kommune)).Email);
        Assert.Empty(await Hashes(kommune));
        var erasure = await app.Look(db => db.Erasures.SingleAsync(e => e.KommuneNumber == kommune.Number));
        Assert.Equal((true, null, "Meldte seg på selv, og bekreftet e-postadressen."), (erasure.LiftedAt is not null, erasure.LiftedById, erasure.LiftReason));
    }

    [Fact]
    public async Task A_study_place_of_the_kommunes_own_can_be_chosen()
    {
        var (kommune, other) = (await app.OpenKommune(), await app.OpenKommune());
        await (await (await kommune.Recruiter()).Open("/studenter/studiesteder/nytt")).Press("Legg til studiestedet",
            ("Input.Name", "Medical University"), ("Input.City", "Sofia"), ("Input.CountryCode", "BG"), ("Input.Semesters", "10"), ("Input.PreclinicalYears", "2"));
        var code = (await app.Look(db => db.OwnStudyPlaces.SingleAsync(p => p.KommuneNumber == kommune.Number))).Code;

        await kommune.SignUp("sofia@example.com", ("Input.StudyPlaceCode", code));
        await (await app.OpenLink("sofia@example.com")).Press("Ja, meld meg på");

        var student = Assert.Single(await app.StudentsOf(kommune));
        Assert.Equal((code, "BG"), (student.StudyPlaceCode, student.CountryCode));
        Assert.Contains("sofia", student.SearchWords, StringComparison.Ordinal);
        Assert.NotEmpty((await other.SignUp("annen@example.com", ("Input.StudyPlaceCode", code))).Errors);
    }

    [Fact]
    public async Task Somebody_elses_address_is_disowned_and_nothing_is_left()
    {
        var kommune = await app.OpenKommune();
        await kommune.SignUp("ikke.meg@example.com");
        var page = await app.OpenLink("ikke.meg@example.com");

        var gone = await page.Press("Det var ikke meg");

        Assert.True(gone.Shows("Det som ble skrevet, er slettet."));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Open(page.Path)).Status);
        Assert.Equal("", await Left(kommune));
    }

    [Fact]
    public async Task What_is_not_confirmed_in_seven_days_is_deleted_with_its_mail()
    {
        using var later = new SendingApp();
        var kommune = await later.OpenKommune();
        await kommune.SignUp("glemt@example.com");
        var page = await later.OpenLink("glemt@example.com");
        later.Clock.Move(TimeSpan.FromDays(6));
        await later.Run<ForgetSignUps>(job => job.ExecuteAsync());
        Assert.Equal(HttpStatusCode.OK, (await later.Visitor().Open(page.Path)).Status);

        later.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.NotFound, (await later.Visitor().Open(page.Path)).Status);
        await later.Run<ForgetSignUps>(job => job.ExecuteAsync());
        await later.Run<ForgetSignUps>(job => job.ExecuteAsync());

        Assert.Equal("", await Left(kommune));
        Assert.Empty(await later.StudentsOf(kommune));
    }

    [Fact]
    public async Task An_erasure_takes_the_sign_up_along()
    {
        var kommune = await app.OpenKommune();
        await app.Join(kommune, "slettes@example.com");
        var kari = await kommune.Recruiter();
        var student = Assert.Single(await app.StudentsOf(kommune));

        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));

        Assert.Equal("", await Left(kommune));
    }

    private Task<List<string?>> Hashes(GivenKommune kommune) => app.Look(db => db.Erasures.Where(e => e.KommuneNumber == kommune.Number && e.AddressHash != null).Select(e => e.AddressHash).ToListAsync());

    private static Task<string> Left(GivenKommune kommune) => kommune.App.Look(async db => string.Join('\n',
        (await db.SignUps.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.EmailKey).ToListAsync())
            .Concat(await db.SignUpLinks.Where(l => l.KommuneNumber == kommune.Number).Select(l => l.Hash).ToListAsync())
            .Concat(await db.Messages.Where(m => m.KommuneNumber == kommune.Number && m.Kind == MessageKind.SignUp).Select(m => m.ToAddress!).ToListAsync())));
}
