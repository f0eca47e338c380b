using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>Who is left out because of what they have got already, or do not know yet; shown before and kept after.</summary>
public sealed class SparingStudents(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task Who_was_mailed_lately_or_does_not_know_is_spared_where_the_draft_says_so()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        await kommune.Student("Nils");
        var mailed = await kommune.Student("Mia", then: s => s.MarkInformed(app.Clock.Now));
        await kommune.Save(new TimelineEntry(kommune.Number, mailed.Id, TimelineKind.MailSent, app.Clock.Now.AddDays(-6), "E-post sendt: Hei"));
        var longAgo = await kommune.Student("Lea", then: s => s.MarkInformed(app.Clock.Now));
        await kommune.Save(new TimelineEntry(kommune.Number, longAgo.Id, TimelineKind.MailSent, app.Clock.Now.AddDays(-8), "E-post sendt: Hei"));
        var template = await kommune.Template(subjectNn: "Helsing frå {{kommune}}", bodyNn: "Hei {{fornavn|du}}!\n\n[Ønske]({{lenke_lis1}})\n\nHelsing {{avsender}}");
        var kari = await kommune.Recruiter();

        var draft = await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den",
            ("Input.Name", "Vår"), ("Input.TemplateId", template.Id.ToString()), ("Input.QuietDays", "7"), ("Input.OnlyInformed", "true"));

        Assert.Contains("1 student får e-posten", draft.Text);
        Assert.Contains("1 har nylig fått e-post fra dere Mia Nordby", draft.Text);
        Assert.Contains("1 vet ikke ennå hva dere har lagret Nils Nordby", draft.Text);
        var planned = await draft.Press("Ja, send til 1 student");
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await app.StartAndSend();
        Assert.Single(app.Received(to => to == longAgo.Email));
        Assert.Contains("Nils Nordby utelatt vet ikke ennå hva dere har lagret", (await kari.Open(planned.Path)).Text);
    }

    [Fact]
    public async Task Nobody_gets_more_campaign_mail_than_the_kommune_allows()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings(s => (s.CapMails, s.CapDays) = (2, 30));
        var full = await kommune.Student("Fred");
        await Send(kommune, 2);
        var fresh = await kommune.Student("Gro");

        var third = (await Send(kommune, 1))[0];

        var reasons = (await app.MessagesOf(third)).ToDictionary(m => m.StudentId!.Value, m => (m.State, m.LeftOutReason));
        Assert.Equal((MessageState.LeftOut, LeftOutReason.ContactCap), reasons[full.Id]);
        Assert.Equal((MessageState.Sent, null), reasons[fresh.Id]);
        Assert.Equal(2, app.Received(to => to == full.Email).Count);

        app.Clock.Move(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
        await Send(kommune, 1);
        Assert.Equal(3, app.Received(to => to == full.Email).Count);
    }

    [Fact]
    public async Task Without_a_cap_everybody_gets_every_campaign()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();

        await Send(kommune, 5);

        Assert.Equal(5, app.Received(to => to == student.Email).Count);
    }

    private async Task<IReadOnlyList<Campaign>> Send(GivenKommune kommune, int times)
    {
        var sent = new List<Campaign>();
        for (var i = 0; i < times; i++)
        {
            sent.Add(await kommune.Campaign());
            await app.StartAndSend();
            app.Clock.Move(TimeSpan.FromMinutes(1));
        }
        return sent;
    }
}
