using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

public sealed class ReadingTheOutbox(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_mail_that_was_written_to_a_file_is_read_in_the_browser_with_links_that_work()
    {
        var kommune = app.Given.Kommune();
        await SendReply(kommune, "Åse");
        var visitor = await kommune.Recruiter();

        var list = await visitor.Open("/utboks");
        var link = list.Document.QuerySelector("tbody a")!;
        var mail = await visitor.Open(link.GetAttribute("href")!);
        var html = await visitor.Open(link.GetAttribute("href") + "?handler=Html");

        Assert.True(list.Shows("Åse Nordby"));
        Assert.True(mail.Shows("Blåbær og Østers"));
        Assert.NotNull(mail.Document.QuerySelector(".app-mail-text a[href*='/personvern']"));
        Assert.Contains("Blåbær og Østers", html.Text, StringComparison.Ordinal);
        Assert.Contains("sandbox", Assert.Single(html.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kommunes_mail_is_404_and_a_reader_is_kept_out()
    {
        var (here, there) = (app.Given.Kommune(), app.Given.Kommune());
        var theirs = await SendReply(there, "Kari");
        await SendReply(here, "Ola");

        var visitor = await here.Recruiter();

        Assert.False((await visitor.Open("/utboks")).Shows("Kari"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/utboks/{theirs}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/utboks/{theirs}?handler=Html")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await there.SignedIn(Role.Reader)).Open($"/utboks/{theirs}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await there.SignedIn(Role.Reader)).Open("/utboks")).Status);
    }

    [Fact]
    public async Task Of_a_person_who_was_erased_no_file_is_left()
    {
        var kommune = app.Given.Kommune();
        var reply = await SendReply(kommune, "Ida");
        var campaign = await kommune.Campaign();
        await app.Run<StartDueCampaigns>(start => start.ExecuteAsync());
        await app.Run<SendMessages>(send => send.ExecuteAsync());
        var mail = await app.Look(db => db.Messages.SingleAsync(m => m.CampaignId == campaign.Id));
        var visitor = await kommune.Administrator();
        Assert.True((await visitor.Open($"/utboks/{mail.Id}")).Shows("Ida Nordby"));

        await (await visitor.Open($"/studenter/{mail.StudentId}/slett")).Press("Slett personen", ("Input.Sure", "true"));

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/utboks/{mail.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/utboks/{mail.Id}?handler=Html")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/utboks")).Status);
        Assert.DoesNotContain(app.Folder.GetFiles("*.eml", SearchOption.AllDirectories), file => file.Name == $"{reply:N}.eml" || file.Name == $"{mail.Id:N}.eml");
    }

    private async Task<Guid> SendReply(GivenKommune kommune, string firstName)
    {
        var student = await kommune.Student(firstName);
        var inquiry = new Inquiry(kommune.Number, student.Id, null, "Hva spiser dere?", app.Clock.Now);
        inquiry.Answer("Blåbær og Østers", Guid.CreateVersion7(), app.Clock.Now);
        var message = Message.To(student, MessageKind.Reply, $"reply:{inquiry.Id:N}", app.Clock.Now, subjectId: inquiry.Id);
        await kommune.Save(inquiry, message);
        await app.Run<SendMessages>(send => send.ExecuteAsync());
        return message.Id;
    }
}
