using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Tests.Joining;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>A mail to one person that does not come through is shown to somebody, who can settle it.</summary>
public sealed class FollowingUpWhatDidNotArrive(SendingApp app) : IClassFixture<SendingApp>
{
    private const string Block = "E-poster som ikke er kommet fram";

    [Fact]
    public async Task A_reply_that_may_have_arrived_is_shown_with_its_text_and_can_count_as_sent()
    {
        var (kommune, kari, student) = await Reply("kanskje@example.com", MailSinkBehaviour.DropAfterData);

        var morning = await kari.Open("/oversikt");
        Assert.True(morning.Shows(Block));
        Assert.True(morning.Shows("E-posten kan være levert, eller ikke. Forbindelsen falt ut"));
        var card = await kari.Open($"/studenter/{student.Id}");
        Assert.True(card.Shows("Ja, hybel ved sykehuset."));
        Assert.Empty((await (await kommune.Reader()).Open("/oversikt")).Document.QuerySelectorAll("button[name=decision]"));

        var after = await morning.Press(Button(morning, "TreatAsSent"));

        Assert.Equal("E-posten regnes som sendt.", after.Said);
        Assert.False(after.Shows(Block));
        Assert.True((await kari.Open($"/studenter/{student.Id}")).Shows("E-post sendt:"));
    }

    [Fact]
    public async Task A_reply_that_may_have_arrived_can_be_sent_again_from_the_card_and_keeps_its_Message_ID()
    {
        var (_, kari, student) = await Reply("igjen@example.com", MailSinkBehaviour.DropAfterData);
        app.Sink.For(student.Email!, MailSinkBehaviour.Accept);
        var card = await kari.Open($"/studenter/{student.Id}");

        var after = await card.Press(Button(card, "SendAgain"));
        await app.Send();

        Assert.Equal($"/studenter/{student.Id}", after.Path);
        Assert.Equal(MessageState.Sent, (await MessageTo(student)).State);
        Assert.Single(app.Received(to => to == student.Email).Select(mail => mail.MessageId).Distinct());
        Assert.False((await kari.Open("/oversikt")).Shows(Block));
    }

    [Fact]
    public async Task A_reply_that_was_refused_stays_until_somebody_has_seen_to_it()
    {
        var (_, kari, _) = await Reply("innhold@example.com", MailSinkBehaviour.RefuseContent);
        var morning = await kari.Open("/oversikt");
        Assert.True(morning.Shows("E-posttjeneren sa: 554 5.6.0"));
        Assert.False(morning.Shows("Alt er gjort"));
        var keptOpen = await kari.Open("/oversikt");

        var after = await morning.Press(Button(morning, "LetBe"));

        Assert.Equal("E-posten er merket som ordnet.", after.Said);
        Assert.False(after.Shows(Block));
        Assert.Equal("Denne e-posten er allerede avklart.", (await keptOpen.Press(Button(keptOpen, "SendAgain"))).Said);
    }

    [Fact]
    public async Task A_sign_up_mail_that_was_refused_is_shown_by_its_address()
    {
        var kommune = await app.OpenKommune();
        app.Sink.For("ny@example.com", MailSinkBehaviour.RefuseContent);
        await kommune.SignUp("ny@example.com");
        await app.Send();

        Assert.True((await (await kommune.Recruiter()).Open("/oversikt")).Shows("ny@example.com"));
    }

    [Fact]
    public async Task A_mail_that_waits_is_shown_after_a_quarter_of_an_hour()
    {
        app.Sink.Behaviour = MailSinkBehaviour.RefuseSender;
        try
        {
            var (_, kari, student) = await Reply("venter@example.com", MailSinkBehaviour.Accept);
            Assert.False((await kari.Open("/oversikt")).Shows(Block));
            app.Clock.Move(TimeSpan.FromMinutes(16));
            await app.Send();

            var morning = await kari.Open("/oversikt");
            Assert.True(morning.Shows("Programmet prøver igjen av seg selv. E-posttjeneren sa: 550 5.7.1 Not from you"));
            Assert.Equal("Stop", Assert.Single(morning.Document.QuerySelectorAll("button[name=decision]")).GetAttribute("value"));
            Assert.True((await kari.Open($"/studenter/{student.Id}")).Shows(Block));
        }
        finally
        {
            app.Sink.Behaviour = MailSinkBehaviour.Accept;
            app.Clock.Move(TimeSpan.FromHours(1));
            await app.Send();
        }
    }

    [Fact]
    public async Task An_address_that_works_after_all_is_taken_into_use_again_and_the_mail_sent()
    {
        var (_, kari, student) = await Reply("lever@example.com", MailSinkBehaviour.RefuseRecipient);
        var keptOpen = await kari.Open("/oversikt");
        Assert.Empty(keptOpen.Document.QuerySelectorAll("button[value=SendAgain]"));
        keptOpen.Document.QuerySelector("button[value=LetBe]")!.SetAttribute("value", "SendAgain");
        Assert.Contains("Adressen virker", (await keptOpen.Press(Button(keptOpen, "SendAgain"))).Said);
        app.Sink.For(student.Email!, MailSinkBehaviour.Accept);

        var card = await (await kari.Open($"/studenter/{student.Id}")).Press("Adressen virker");
        Assert.Equal("Adressen er i bruk igjen.", card.Said);
        Assert.True(card.Shows("E-postadressen er meldt å virke"));
        await card.Press(Button(card, "SendAgain"));
        await app.Send();

        Assert.Equal(MessageState.Sent, (await MessageTo(student)).State);
    }

    [Fact]
    public async Task In_a_campaign_too_a_mail_to_a_dead_address_is_not_promised_to_be_sent()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola", with: d => d with { Email = "borte@example.com" });
        app.Sink.For("borte@example.com", MailSinkBehaviour.RefuseRecipient);
        var campaign = await kommune.Campaign();
        await app.StartAndSend();
        var kari = await kommune.Recruiter();

        var after = await (await kari.Open($"/utsendinger/{campaign.Id}")).Press($"Send på nytt: {student.FullName}");

        Assert.StartsWith("E-postadressen virker ikke.", after.Said, StringComparison.Ordinal);
        Assert.Equal(MessageState.Failed, Assert.Single(await app.MessagesOf(campaign)).State);
    }

    [Theory]
    [InlineData(true, "Studenten er arkivert og får ikke e-post.")]
    [InlineData(false, "Studenten vil ikke ha slik e-post.")]
    public async Task Nor_is_one_to_a_student_who_may_not_be_written_to_any_more(bool archived, string why)
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola", with: d => d with { Email = archived ? "arkivert@example.com" : "nei.takk@example.com" });
        app.Sink.For(student.Email!, MailSinkBehaviour.DropAfterData);
        var campaign = await kommune.Campaign();
        await app.StartAndSend();
        var kari = await kommune.Recruiter();
        if (archived)
            await (await kari.Open($"/studenter/{student.Id}")).Press("Ja, arkiver Ola");
        else
            await app.Visitor().PostBare($"/avmelding/{await kommune.Link(student)}", ("List-Unsubscribe", "One-Click"));

        var after = await (await kari.Open($"/utsendinger/{campaign.Id}")).Press($"Send på nytt: {student.FullName}");

        Assert.Equal(why, after.Said);
        await app.Send();
        // That it may have been delivered is still known.
        Assert.Equal(MessageState.Uncertain, Assert.Single(await app.MessagesOf(campaign)).State);
    }

    [Fact]
    public async Task Nor_is_an_offer_to_a_student_who_wants_no_more_of_them()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola", with: d => d with { Email = "ingen.jobb@example.com" });
        app.Sink.For(student.Email!, MailSinkBehaviour.DropAfterData);
        var (job, kari) = (await kommune.Job(), await kommune.Recruiter());
        await (await kari.Open($"/sommerjobber/{job.Id}/tilby/se-over?valgt={student.Id}")).Press("Send tilbudet", ("likevel", student.Id.ToString()));
        await app.Send();
        await (await kari.Open($"/studenter/{student.Id}")).Press("Noter", ("scope", nameof(ReservationScope.Jobs)));
        var card = await kari.Open($"/studenter/{student.Id}");

        var after = await card.Press(Button(card, "SendAgain"));

        Assert.Equal("Studenten vil ikke ha slik e-post.", after.Said);
        await app.Send();
        Assert.Equal(MessageState.Uncertain, (await MessageTo(student)).State);
    }

    [Fact]
    public async Task Another_kommunes_mail_is_404()
    {
        var (_, kari, _) = await Reply("var@example.com", MailSinkBehaviour.RefuseContent);
        var (_, _, theirs) = await Reply("deres@example.com", MailSinkBehaviour.RefuseContent);
        var page = await kari.Open("/oversikt");
        Assert.DoesNotContain("deres@example.com", page.Text);
        page.Document.QuerySelector("input[name=message]")!.SetAttribute("value", (await MessageTo(theirs)).Id.ToString());

        Assert.Equal(HttpStatusCode.NotFound, (await page.Press(Button(page, "SendAgain"))).Status);
    }

    private static string Button(SeenPage page, string decision) => page.Document.QuerySelector($"button[value={decision}]")!.TextContent.ReplaceLineEndings("").Trim();

    private Task<Message> MessageTo(Student student) => app.Look(db => db.Messages.AsNoTracking().SingleAsync(m => m.StudentId == student.Id));

    private async Task<(GivenKommune Kommune, Visitor Kari, Student Student)> Reply(string address, MailSinkBehaviour behaviour)
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student(with: d => d with { Email = address, LegalBasis = LegalBasis.Consent });
        app.Sink.For(address, behaviour);
        await kommune.Save(new Inquiry(kommune.Number, student.Id, null, "Er det bolig?", app.Clock.Now));
        var kari = await kommune.Recruiter();
        await (await kari.Open("/oversikt")).Press("Send svaret", ("Reply", "Ja, hybel ved sykehuset."));
        await app.Send();
        return (kommune, kari, student);
    }
}
