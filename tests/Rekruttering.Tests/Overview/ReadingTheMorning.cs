using System.Net;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Overview;

public sealed class ReadingTheMorning(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private DateTime Now => app.Clock.Now;

    [Fact]
    public async Task An_empty_register_says_what_to_do_first()
    {
        var page = await Open(app.Given.Kommune());

        Assert.Equal("I dag", page.Heading);
        Assert.True(page.Shows("Registeret er tomt"));
        Assert.NotNull(page.Document.QuerySelector("main a[href='/import/personer']"));
    }

    [Fact]
    public async Task When_nothing_waits_it_says_so_and_shows_the_year()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student(with: d => d with { LegalBasis = LegalBasis.Consent });

        var page = await Open(kommune);

        Assert.True(page.Shows("Alt er gjort"));
        Assert.Equal(12, page.Document.QuerySelectorAll(".app-year > li").Length);
        Assert.True(page.Shows("LIS1 begynner 1. mars"));
    }

    [Fact]
    public async Task A_question_waits_with_its_days_and_is_answered_on_the_page()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Åse");
        await kommune.Save(new Inquiry(kommune.Number, student.Id, null, "Er det bolig til sommeren?", Now.AddDays(-4)));

        var page = await Open(kommune);
        Assert.True(page.Shows("ventet 4 dager"));
        var after = await page.Press("Send svaret", ("Reply", "Ja, hybel ved sykehuset."));

        Assert.True(after.Shows("Svaret er på vei til studenten."));
        Assert.False(after.Shows("Er det bolig til sommeren?"));
        var mail = Assert.Single(await Messages(student.Id));
        Assert.Equal((MessageKind.Reply, MessageState.Ready), (mail.Kind, mail.State));
    }

    [Fact]
    public async Task An_empty_reply_is_refused_and_the_question_stays()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        await kommune.Save(new Inquiry(kommune.Number, student.Id, null, "Hallo?", Now));

        var page = await (await Open(kommune)).Press("Send svaret", ("Reply", "   "));

        Assert.Equal(["Skriv et svar til studenten før du sender."], page.Errors);
        Assert.True(page.Shows("Hallo?"));
        Assert.Empty(await Messages(student.Id));
    }

    [Fact]
    public async Task Nobody_mails_a_student_who_wants_no_contact_and_what_was_typed_is_kept()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student(then: s => s.Reserve(ReservationScope.NoContact, byStudent: true, Now));
        await kommune.Save(new Inquiry(kommune.Number, student.Id, null, "Slett meg", Now));

        var refused = await (await Open(kommune)).Press("Send svaret", ("Reply", "Det skal vi."));

        Assert.StartsWith("Studenten har reservert seg mot kontakt.", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.True(refused.Shows("Det skal vi."));
        var closed = await refused.Press("Besvart på annen måte");
        Assert.False(closed.Shows("Slett meg"));
    }

    [Fact]
    public async Task Two_colleagues_who_answer_at_once_send_one_mail()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        await kommune.Save(new Inquiry(kommune.Number, student.Id, null, "Når får jeg svar?", Now));
        var (first, second) = (await Open(kommune), await Open(kommune));

        await first.Press("Send svaret", ("Reply", "I dag."));
        var late = await second.Press("Send svaret", ("Reply", "I morgen."));

        Assert.Equal(["Spørsmålet er allerede besvart."], late.Errors);
        Assert.Single(await Messages(student.Id));
    }

    [Fact]
    public async Task Another_kommunes_question_is_404()
    {
        var (here, there) = (app.Given.Kommune(), app.Given.Kommune());
        var (mine, theirs) = (await here.Student(), await there.Student());
        var inquiry = new Inquiry(there.Number, theirs.Id, null, "Hemmelig", Now);
        await here.Save(new Inquiry(here.Number, mine.Id, null, "Åpent", Now));
        await there.Save(inquiry);

        var page = await Open(here);
        Assert.False(page.Shows("Hemmelig"));
        page.Document.QuerySelector("input[name=inquiry]")!.SetAttribute("value", inquiry.Id.ToString());
        var answered = await page.Press("Send svaret", ("Reply", "Hei"));

        Assert.Equal(HttpStatusCode.NotFound, answered.Status);
        Assert.Empty(await Messages(theirs.Id));
    }

    [Fact]
    public async Task A_reader_sees_the_question_and_no_way_to_answer()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        await kommune.Save(new Inquiry(kommune.Number, student.Id, null, "Hallo?", Now));

        var page = await (await kommune.SignedIn(Role.Reader)).Open("/oversikt");

        Assert.True(page.Shows("Hallo?"));
        Assert.Empty(page.Document.QuerySelectorAll("textarea[name=Reply]"));
    }

    [Theory]
    [InlineData(6.9, true)]
    [InlineData(7.1, false)]
    [InlineData(-0.1, false)]
    public async Task An_offer_without_an_answer_is_shown_in_its_last_week(double daysLeft, bool shown)
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Kari");
        var job = await Job(kommune, deadline: Now.AddDays(daysLeft));
        await kommune.Save(new JobOffer(job, student, Guid.CreateVersion7(), Now.AddDays(-10)));

        var page = await Open(kommune);

        Assert.Equal(shown, page.Shows("har ikke svart på Legevakt"));
    }

    [Fact]
    public async Task A_free_seat_is_shown_when_somebody_waits_for_it()
    {
        var kommune = app.Given.Kommune();
        var job = await Job(kommune, Now.AddDays(30));
        var (first, second) = (new JobOffer(job, await kommune.Student(), Guid.CreateVersion7(), Now), new JobOffer(job, await kommune.Student(), Guid.CreateVersion7(), Now));
        first.Accept(job, new SeatCount(1, 0, 0, 0), null, Now);
        second.Accept(job, new SeatCount(1, 1, 0, 0), null, Now);
        await kommune.Save(first, second);
        Assert.False((await Open(kommune)).Shows("ledig plass"));

        await app.In<object?>(kommune.Number, async services =>
        {
            var db = (Rekruttering.Application.Data.RekrutteringDb)services.GetService(typeof(Rekruttering.Application.Data.RekrutteringDb))!;
            var offer = await db.JobOffers.FindAsync(first.Id);
            offer!.Decline((await db.SummerJobs.FindAsync(job.Id))!, null, Now);
            await db.SaveChangesAsync();
            return null;
        });

        Assert.True((await Open(kommune)).Shows("1 ledig plass, 1 på venteliste"));
    }

    [Fact]
    public async Task Six_months_without_contact_count_from_the_last_one_by_any_channel()
    {
        var kommune = app.Given.Kommune();
        Student[] students = [await Known("Stille"), await Known("Ringt"), await Known("Lenge"), await kommune.Student("Fersk")];
        await kommune.Save(
            new TimelineEntry(kommune.Number, students[1].Id, TimelineKind.CallLogged, Now.AddMonths(-5), "Ringte."),
            new TimelineEntry(kommune.Number, students[2].Id, TimelineKind.CallLogged, Now.AddMonths(-7), "Ringte."),
            new TimelineEntry(kommune.Number, students[0].Id, TimelineKind.Edited, Now.AddDays(-1), "Endret."));

        var page = await Open(kommune);

        var quiet = page.Document.QuerySelector("section[aria-labelledby=stille]")!.TextContent;
        Assert.Contains("Stille Nordby", quiet, StringComparison.Ordinal);
        Assert.Contains("aldri kontaktet", quiet, StringComparison.Ordinal);
        Assert.Contains("Lenge Nordby", quiet, StringComparison.Ordinal);
        Assert.DoesNotContain("Ringt Nordby", quiet, StringComparison.Ordinal);
        Assert.DoesNotContain("Fersk Nordby", quiet, StringComparison.Ordinal);

        Task<Student> Known(string name) => kommune.Student(name, d => d with { CollectedOn = DateOnly.FromDateTime(Now.AddYears(-1)) });
    }

    [Fact]
    public async Task News_is_what_came_after_the_user_last_said_seen_and_opening_changes_nothing()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        await kommune.Save(new TimelineEntry(kommune.Number, student.Id, TimelineKind.OfferAnswered, Now.AddHours(-2), "Takket ja til Legevakt."));
        var visitor = await kommune.Recruiter();

        await visitor.Open("/oversikt");
        var page = await visitor.Open("/oversikt");
        Assert.True(page.Shows("Takket ja til Legevakt."));
        await kommune.Save(new TimelineEntry(kommune.Number, student.Id, TimelineKind.Lis1WishesStated, Now.AddHours(-1), "Ønsker Namsos."));
        var after = await page.Press("Merk som sett");

        Assert.False(after.Shows("Takket ja til Legevakt."));
        Assert.True(after.Shows("Ønsker Namsos."));
    }

    [Fact]
    public async Task A_campaign_with_an_uncertain_mail_asks_for_a_person()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var template = new MailTemplate(kommune.Number, "Vår", ReservationScope.News, Now);
        var campaign = new Campaign(kommune.Number, "Vårhilsen", template.Id, "", Guid.CreateVersion7(), Now);
        var message = Message.To(student, MessageKind.Campaign, $"campaign:{campaign.Id:N}:{student.Id:N}", Now, campaign.Id);
        message.Claim("a", Now);
        message.HandOver("x@example.com", "Hei", "Hei", Now, Now);
        message.Settle(MessageState.Uncertain, null, Now);
        await kommune.Save(template, campaign, message);

        Assert.True((await Open(kommune)).Shows("1 e-post er usikker: den kan være levert."));
    }

    private static async Task<SeenPage> Open(GivenKommune kommune) => await (await kommune.Recruiter()).Open("/oversikt");

    private Task<List<Message>> Messages(Guid student) =>
        app.Look(db => Task.FromResult(db.Messages.Where(m => m.StudentId == student).ToList()));

    private async Task<SummerJob> Job(GivenKommune kommune, DateTime deadline)
    {
        var job = SummerJob.Create(kommune.Number, new SummerJobDetails
        {
            Title = "Legevakt",
            Workplace = "Legevakten",
            Description = "Under veiledning.",
            From = DateOnly.FromDateTime(Now.AddMonths(7)),
            To = DateOnly.FromDateTime(Now.AddMonths(9)),
            Seats = 1,
            AnswerDeadline = deadline,
        }, Now).Value!;
        job.Open();
        await kommune.Save(job);
        return job;
    }
}
