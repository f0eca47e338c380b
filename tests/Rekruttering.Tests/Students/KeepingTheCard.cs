using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>/studenter/{id}: what it tells, and what is done on it.</summary>
public sealed class KeepingTheCard(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task It_says_what_is_next_first()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola", d => d with { LastName = "Dvo?ák", CollectedOn = new(2026, 1, 1), LicenceFrom = new(2025, 1, 1), LicenceTo = new(2026, 12, 24), StartTerm = new(2019, Season.Autumn) }, s => s.MarkAddressDead(app.Clock.Now));
        var job = Job(kommune, "Namsos legevakt");
        var offer = new JobOffer(job, student, Guid.CreateVersion7(), app.Clock.Now);
        await kommune.Save(job, offer, new Inquiry(kommune.Number, student.Id, null, "Er det bolig til jobben?", app.Clock.Now.AddDays(-3)));

        var steps = (await (await kommune.Recruiter()).Open($"/studenter/{student.Id}")).Document.QuerySelectorAll(".app-next > li").Select(Folded).ToList();

        Assert.Equal(
        [
            "Venter på svar: «Er det bolig til jobben?» for 3 dager siden (13. november 2026 kl. 09:00) Svar",
            "Har ikke svart på «Namsos legevakt». Frist torsdag 26. november kl. 09. Se tilbudet",
            "E-postadressen virker ikke lenger. Finn en ny før noe kan sendes. nå nettopp (16. november 2026 kl. 09:00) Rett adressen",
            "Navnet har mistet en bokstav i en fil. Ingen e-post går ut før det er rettet. Rett navnet",
            "Har ikke fått vite at kommunen har opplysningene. Det følger med den første e-posten. Frist onsdag 16. desember.",
            "Lisensen går ut 24. desember 2026. Oppdater",
            "Skal være ferdig etter planen. Spør om studiet er fullført. Oppdater",
            "Ingen kontakt ennå. Logg kontakt",
        ], steps);
    }

    [Fact]
    public async Task Answers_and_wishes_stand_on_it_hospitals_in_order()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        var job = Job(kommune, "Legevakt");
        var offer = new JobOffer(job, student, Guid.CreateVersion7(), app.Clock.Now);
        offer.Accept(job, new SeatCount(2, 0, 0, 0), "Gleder meg!", app.Clock.Now);
        var wishes = Lis1Wishes.For(student, new(2028, Season.Spring));
        wishes.Restate(["hnt-namsos", "hmr-molde", "hnt-levanger"], "Helst Namsos", app.Clock.Now);
        await kommune.Save(job, offer, wishes);

        var card = await (await kommune.Reader()).Open($"/studenter/{student.Id}");

        Assert.True(card.Shows("Legevakt takket ja"));
        Assert.True(card.Shows("Gleder meg!"));
        Assert.Equal(["Sykehuset Namsos", "Molde sjukehus, Hjelset", "Sykehuset Levanger"], card.Document.QuerySelectorAll(".app-wishes li").Select(Folded));
        Assert.True(card.Shows("Start 1. mars 2028"));
    }

    [Fact]
    public async Task A_mail_on_the_timeline_opens_to_its_text()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        var mail = HandedOver(student, "Kjære Ola\n\nHilsen <Kari>");
        await kommune.Save(mail, new TimelineEntry(kommune.Number, student.Id, TimelineKind.MailSent, app.Clock.Now, "Fikk e-post", subjectId: mail.Id));

        var card = await (await kommune.Reader()).Open($"/studenter/{student.Id}");

        Assert.Equal("Les e-posten «Hei fra oss»", Folded(card.Document.QuerySelector(".app-timeline summary")!));
        Assert.Equal("Kjære Ola\n\nHilsen <Kari>", card.Document.QuerySelector(".app-letter")!.TextContent);
    }

    [Fact]
    public async Task A_mail_that_did_not_arrive_shows_what_the_server_said_and_opens_to_its_text()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        var mail = HandedOver(student, "Kjære Ola");
        mail.Settle(MessageState.Failed, "550 No such user", app.Clock.Now);
        await kommune.Save(mail, MailTimeline.Failed(mail, app.Clock.Now));

        var card = await (await kommune.Reader()).Open($"/studenter/{student.Id}");

        Assert.True(card.Shows("E-post kom ikke fram: Hei fra oss"));
        Assert.Equal("E-posttjeneren sa: 550 No such user", Folded(card.Document.QuerySelector(".app-timeline .app-prose:not(.app-letter)")!));
        Assert.Equal("Kjære Ola", card.Document.QuerySelector(".app-letter")!.TextContent);
    }

    [Fact]
    public async Task The_timeline_is_newest_first_and_older_lines_are_one_press_away()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        await kommune.Save([.. Enumerable.Range(1, 40).Select(i => new TimelineEntry(kommune.Number, student.Id, TimelineKind.NoteWritten, app.Clock.Now.AddDays(-i), $"Notat {i}"))]);

        var card = await (await kommune.Reader()).Open($"/studenter/{student.Id}");
        var older = await card.Follow("Vis eldre");

        Assert.Equal(30, card.Document.QuerySelectorAll(".app-timeline > li").Length);
        Assert.Equal("Notat 1", card.Document.QuerySelector(".app-timeline strong")!.TextContent);
        Assert.True(card.Shows("30 av 40"));
        Assert.Equal(40, older.Document.QuerySelectorAll(".app-timeline > li").Length);
    }

    [Fact]
    public async Task A_logged_call_counts_as_contact_and_a_note_does_not()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        var card = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}");

        card = await card.Press("Lagre", ("Log.Kind", "Note"), ("Log.Text", "Husk bolig"));
        Assert.True(card.Shows("Siste kontakt: aldri"));
        card = await card.Press("Lagre", ("Log.Kind", "Call"), ("Log.Text", "Vil ha sommerjobb"), ("Log.Day", "2026-11-10"), ("Log.Time", "14:30"));

        Assert.Equal("Lagt på tidslinjen.", card.Said);
        Assert.True(card.Shows("Siste kontakt: for 6 dager siden"));
        var call = await app.Look(db => db.Timeline.SingleAsync(e => e.StudentId == student.Id && e.Kind == TimelineKind.CallLogged));
        Assert.Equal((new DateTime(2026, 11, 10, 13, 30, 0, DateTimeKind.Utc), "Vil ha sommerjobb"), (call.At, call.Text));
    }

    [Theory]
    [InlineData("Log.Text", "", "Hva skjedde?: Skriv kort hva dere snakket om, eller hva som skal huskes.")]
    [InlineData("Log.Text", "Fnr 01019912345", "Hva skjedde?: Her sto det et fødselsnummer. Det skal ikke lagres i registeret, og vi har tatt det bort.")]
    [InlineData("Log.Day", "2026-11-17", "Dag: Skriv dagen det skjedde. Den kan ikke være fram i tid.")]
    [InlineData("Log.Day", "2026-02-30", "Dag: 2026-02-30 er ikke en dato som finnes. Skriv dag, måned og år, for eksempel 03.02.2027.")]
    public async Task What_cannot_be_logged_is_said_and_kept(string field, string typed, string sentence)
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        var card = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}");

        var again = await card.Press("Lagre", [("Log.Kind", "Meeting"), .. field == "Log.Text" ? [] : new[] { ("Log.Text", "Møttes på kafé") }, (field, typed)]);

        Assert.Equal([sentence], again.Errors);
        Assert.Equal("Meeting", again.Document.QuerySelector("[name='Log.Kind'][checked]")!.GetAttribute("value"));
        Assert.DoesNotContain("01019912345", again.Body, StringComparison.Ordinal);
        if (field != "Log.Text")
            Assert.Equal("Møttes på kafé", again.Document.QuerySelector("#Log_Text")!.TextContent.Trim());
        Assert.False(await app.Look(db => db.Timeline.AnyAsync(e => e.StudentId == student.Id)));
    }

    [Fact]
    public async Task Archiving_says_first_what_it_means_and_can_be_taken_back()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        await kommune.Save(Message.To(student, MessageKind.Campaign, $"venter:{student.Id}", app.Clock.Now));
        var card = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}");

        Assert.True(card.Shows("1 e-post som venter, blir ikke sendt."));
        var archived = await card.Press("Ja, arkiver Ola", ("Log.Why", "Ble ingeniør"));
        Assert.True(archived.Shows("Studenten ble arkivert 16. november 2026"));
        Assert.True(archived.Shows("Ble ingeniør"));
        Assert.Empty(archived.Document.QuerySelectorAll(".app-next"));
        var back = await archived.Press("Hent tilbake");

        Assert.Equal("Studenten er tilbake i registeret.", back.Said);
        Assert.Equal([TimelineKind.Archived, TimelineKind.Restored], await app.Look(db => db.Timeline.Where(e => e.StudentId == student.Id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Archiving_twice_is_told_and_writes_once()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        var card = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}");
        await card.Press("Ja, arkiver Ola");

        Assert.Equal(["Studenten er allerede arkivert."], (await card.Press("Ja, arkiver Ola")).Errors);
    }

    [Fact]
    public async Task A_reservation_is_noted_once_and_lifted_with_a_reason()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        var card = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}");

        await card.Press("Noter", ("scope", "Jobs"));
        var reserved = await card.Press("Noter", ("scope", "Jobs"));
        Assert.True(reserved.Shows("Vil ikke ha sommerjobb. Notert av kommunen 16.11.2026"));
        Assert.Equal(["Skriv hvordan studenten ba om å få slike e-poster igjen."], (await reserved.Press("Ja, opphev")).Errors);
        var lifted = await reserved.Press("Ja, opphev", ("Log.HowAsked", "Ringte 16. november"));

        Assert.True(lifted.Shows("Reservasjoner Ingen."));
        Assert.Equal([TimelineKind.Reserved, TimelineKind.ReservationLifted], await app.Look(db => db.Timeline.Where(e => e.StudentId == student.Id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_reader_sees_everything_and_no_button()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola", then: s => s.Reserve(ReservationScope.News, true, app.Clock.Now));

        var card = await (await kommune.Reader()).Open($"/studenter/{student.Id}");

        Assert.Equal("Ola Nordby", card.Heading);
        Assert.True(card.Shows("Vil ikke ha nyheter. Studenten sa fra"));
        Assert.Empty(card.Document.QuerySelectorAll("main button, main form, main textarea"));
        Assert.Empty(card.Document.QuerySelectorAll("main a[href$='/rediger'], main a[href='#logg']"));
    }

    public static readonly TheoryData<string> Posts = ["rediger", "?handler=Log", "?handler=Archive", "?handler=Restore", "?handler=Reserve", "?handler=Lift"];

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_reader_cannot_post(string what)
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");

        var answer = await (await kommune.Reader()).PostBare(Address(student, what), ("Log.Text", "Hei"), ("scope", "Jobs"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.False(await app.Look(db => db.Timeline.AnyAsync(e => e.StudentId == student.Id)));
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Another_kommunes_student_is_not_found_by_any_post(string what)
    {
        var theirs = await app.Given.Kommune("Bodø").Student("Fremmed", then: s => s.Reserve(ReservationScope.Jobs, true, app.Clock.Now));
        var kommune = app.Given.Kommune();
        var mine = await kommune.Student("Ola", then: s => s.Reserve(ReservationScope.Jobs, true, app.Clock.Now));
        var recruiter = await kommune.Recruiter();
        var token = (await recruiter.Open($"/studenter/{mine.Id}")).Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        var answer = await recruiter.PostBare(Address(theirs, what), ("__RequestVerificationToken", token), ("Log.Text", "Hei"), ("Log.Why", "Fordi"), ("Log.HowAsked", "Fordi"), ("scope", "Jobs"), ("Input.FirstName", "Stjålet"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("Fremmed", answer.Body, StringComparison.Ordinal);
        Assert.False(await app.Look(db => db.Timeline.AnyAsync(e => e.StudentId == theirs.Id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/rediger")]
    public async Task Another_kommunes_student_and_nobody_look_the_same(string page)
    {
        var theirs = await app.Given.Kommune("Alta").Student("Fremmed");
        var recruiter = await app.Given.Kommune().Recruiter();

        var answer = await recruiter.Open($"/studenter/{theirs.Id}{page}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("Fremmed", answer.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.Open($"/studenter/{Guid.CreateVersion7()}{page}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.Open("/studenter/tull" + page)).Status);
    }

    private Message HandedOver(Student student, string text)
    {
        var mail = Message.To(student, MessageKind.Campaign, $"test:{student.Id}", app.Clock.Now);
        mail.Claim("test", app.Clock.Now.AddMinutes(1));
        mail.HandOver(student.Email!, "Hei fra oss", text, app.Clock.Now, app.Clock.Now.AddMinutes(1));
        return mail;
    }

    private static string Address(Student student, string what) => $"/studenter/{student.Id}{(what.StartsWith('?') ? "" : "/")}{what}";

    private static string Folded(INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private SummerJob Job(GivenKommune kommune, string title)
    {
        var job = SummerJob.Create(kommune.Number, new SummerJobDetails
        {
            Title = title,
            Workplace = "Legevakta",
            Description = "Vakter",
            From = new(2027, 6, 21),
            To = new(2027, 8, 15),
            Seats = 2,
            AnswerDeadline = app.Clock.Now.AddDays(10),
        }, app.Clock.Now).Value!;
        job.Open();
        return job;
    }
}
