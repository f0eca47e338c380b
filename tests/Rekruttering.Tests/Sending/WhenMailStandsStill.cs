using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>A mail alone in the system ends; a queue that a server does not take waits, and a person is told. Each test leaves the queue empty.</summary>
public sealed class WhenMailStandsStill(SendingApp app) : IClassFixture<SendingApp>
{
    private const string Block = "E-poster som ikke er kommet fram";

    [Theory]
    [InlineData(MailSinkBehaviour.DropBeforeData, null, "brøt forbindelsen")]
    [InlineData(MailSinkBehaviour.Accept, "421 4.3.2 Closing at this one", "421 4.3.2")]
    [InlineData(MailSinkBehaviour.Accept, "530 5.7.0 Sign in to send to strangers", "530 5.7.0")]
    public async Task A_mail_alone_in_the_system_at_which_the_server_always_fails_ends_after_a_day_and_can_be_sent_again(MailSinkBehaviour behaviour, string? told, string words)
    {
        var address = $"alene.{Guid.CreateVersion7():N}@example.com";
        app.Sink.TellAtRecipient(address, told);
        var (kommune, _, student) = await Reply(address, behaviour);

        for (var hours = 0; hours < 20; hours++)
            await SendAfter(TimeSpan.FromHours(1));
        Assert.Equal(MessageState.Deferred, (await MessageTo(student)).State);
        for (var hours = 0; hours < 10; hours++)
            await SendAfter(TimeSpan.FromHours(1));

        var ended = await MessageTo(student);
        Assert.Equal((MessageState.Failed, 8), (ended.State, ended.Attempts));
        Assert.True(await app.Look(db => db.Timeline.AnyAsync(e => e.StudentId == student.Id && e.Kind == TimelineKind.MailFailed)));
        var kari = await kommune.Recruiter();
        var morning = await kari.Open("/oversikt");
        Assert.True(morning.Shows("E-posten ble prøvd i et døgn og gitt opp."));
        Assert.True(morning.Shows(words));

        app.Sink.TellAtRecipient(address, null);
        app.Sink.For(address, MailSinkBehaviour.Accept);
        await morning.Press(Button(morning, "SendAgain"));
        await app.Send();

        Assert.Equal(MessageState.Sent, (await MessageTo(student)).State);
        Assert.False((await kari.Open("/oversikt")).Shows(Block));
    }

    [Fact]
    public async Task A_campaign_whose_last_mail_the_server_never_takes_ends_with_it_in_the_report()
    {
        var kommune = app.Given.Kommune();
        foreach (var student in await kommune.Students(1))
            app.Sink.For(student.Email!, MailSinkBehaviour.DropBeforeData);
        var campaign = await kommune.Campaign();
        await app.Start();

        for (var hours = 0; hours < 30; hours++)
            await SendAfter(TimeSpan.FromHours(1));

        Assert.Equal(MessageState.Failed, Assert.Single(await app.MessagesOf(campaign)).State);
        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
        var report = await (await kommune.Recruiter()).Open($"/utsendinger/{campaign.Id}?vis=mislykket");
        Assert.True(report.Shows("brøt forbindelsen"));
        Assert.Single(report.Document.QuerySelectorAll("button[value=SendAgain]"));
    }

    [Fact]
    public async Task While_a_server_takes_nothing_from_anybody_mails_wait_and_everybody_is_told_since_when_and_why()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(3);
        var kari = await kommune.Recruiter();
        var campaign = await kommune.Campaign();
        Assert.Equal("mail leaves", await (await Mailz()).Content.ReadAsStringAsync());
        app.Sink.Behaviour = MailSinkBehaviour.Shutdown;
        await app.Start();

        for (var minutes = 0; minutes < 20; minutes++)
            await SendAfter(TimeSpan.FromMinutes(1));
        Assert.False((await kari.Open("/oversikt")).Shows("Ingen e-post går ut"));
        for (var hours = 0; hours < 24 * 3; hours += 4)
            await SendAfter(TimeSpan.FromHours(4));

        Assert.All(await app.MessagesOf(campaign), m => Assert.Equal((true, 0), (m.State is MessageState.Ready or MessageState.Deferred, m.Attempts)));
        kari = await kommune.Recruiter();
        foreach (var page in new[] { await kari.Open("/oversikt"), await kari.Open($"/utsendinger/{campaign.Id}") })
        {
            Assert.True(page.Shows("Ingen e-post går ut"));
            Assert.True(page.Shows("3 e-poster venter"));
            Assert.True(page.Shows("E-posttjeneren sa: 421"));
            Assert.False(page.Shows("Alt er gjort"));
            Assert.False(page.Shows("Den siste går"));
        }
        Assert.False((await (await app.Given.Kommune().Recruiter()).Open("/oversikt")).Shows("Ingen e-post går ut"));
        var told = await Mailz();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
        Assert.Matches(@"^mail has stood still since \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ: 3 wait$", await told.Content.ReadAsStringAsync());

        app.Sink.Behaviour = MailSinkBehaviour.Accept;
        await app.Send();
        await SendAfter(TimeSpan.FromMinutes(30));

        Assert.All(await app.MessagesOf(campaign), m => Assert.Equal(MessageState.Sent, m.State));
        Assert.False((await kari.Open("/oversikt")).Shows("Ingen e-post går ut"));
        Assert.Equal(HttpStatusCode.OK, (await Mailz()).StatusCode);
    }

    [Fact]
    public async Task A_server_that_says_not_now_to_everybody_for_a_day_pauses_the_campaign_before_all_is_given_up()
    {
        var kommune = app.Given.Kommune();
        foreach (var student in await kommune.Students(12))
            app.Sink.For(student.Email!, MailSinkBehaviour.Greylist);
        var campaign = await kommune.Campaign();
        await app.Start();

        for (var tries = 0; tries < 9; tries++)
            await SendAfter(TimeSpan.FromHours(12));

        Assert.Equal(CampaignStatus.Paused, (await app.Now(campaign)).Status);
        Assert.InRange((await app.MessagesOf(campaign)).Count(m => m.State == MessageState.Failed), 10, 11);
    }

    [Fact]
    public async Task A_mail_that_waits_can_be_stopped_by_a_person()
    {
        var (_, kari, student) = await Reply("stans@example.com", MailSinkBehaviour.Greylist);
        app.Clock.Move(TimeSpan.FromMinutes(16));
        var morning = await kari.Open("/oversikt");
        var keptOpen = await kari.Open("/oversikt");

        var after = await morning.Press(Button(morning, "Stop"));

        Assert.Equal("E-posten blir ikke sendt.", after.Said);
        Assert.False(after.Shows(Block));
        Assert.Equal(MessageState.Cancelled, (await MessageTo(student)).State);
        Assert.Equal("Denne e-posten er allerede avklart.", (await keptOpen.Press(Button(keptOpen, "Stop"))).Said);
    }

    private static string Button(SeenPage page, string decision) => page.Document.QuerySelector($"button[value={decision}]")!.TextContent.ReplaceLineEndings("").Trim();

    private Task<HttpResponseMessage> Mailz() => app.Visitor().Http.GetAsync(new Uri("/mailz", UriKind.Relative));

    private async Task SendAfter(TimeSpan wait)
    {
        await app.Send();
        app.Clock.Move(wait);
    }

    private Task<Message> MessageTo(Student student) => app.Look(db => db.Messages.AsNoTracking().SingleAsync(m => m.StudentId == student.Id));

    private async Task<(GivenKommune Kommune, Visitor Kari, Student Student)> Reply(string address, MailSinkBehaviour behaviour)
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student(with: d => d with { Email = address, LegalBasis = LegalBasis.Consent });
        if (behaviour != MailSinkBehaviour.Accept)
            app.Sink.For(address, behaviour);
        await kommune.Save(new Inquiry(kommune.Number, student.Id, null, "Er det bolig?", app.Clock.Now));
        var kari = await kommune.Recruiter();
        await (await kari.Open("/oversikt")).Press("Send svaret", ("Reply", "Ja, hybel ved sykehuset."));
        await app.Send();
        return (kommune, kari, student);
    }
}
