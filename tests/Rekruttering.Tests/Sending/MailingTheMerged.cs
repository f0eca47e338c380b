using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Tests.Joining;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>Mail that leaves before, between and after a merge and its undoing: nobody gets a campaign twice, and nobody another's mail.</summary>
public sealed class MailingTheMerged(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task Whoever_got_a_campaign_under_one_row_is_not_sent_it_again_under_the_other()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola", d => d with { Email = "gammel.ola@example.com" }), await kommune.Student("Ola", d => d with { Email = "ny.ola@example.com" }));
        app.Sink.For(kept.Email!, MailSinkBehaviour.RefuseRecipient);
        var campaign = await kommune.Campaign();
        await app.StartAndSend();
        var card = await Merge(kommune, kept, away);
        Assert.Equal(away.Email, (await Find(kept.Id)).Email);

        var report = await card.Visitor.Open($"/utsendinger/{campaign.Id}?vis=mislykket");
        var after = await report.Press("Send på nytt: Ola Nordby");
        await app.Send();

        Assert.Equal("Studenten har fått denne utsendingen allerede, eller får den snart, under en oppføring som er slått sammen med denne.", after.Said);
        Assert.Single(app.Received(to => to == away.Email));
    }

    [Fact]
    public async Task A_mail_that_went_to_the_address_of_the_one_that_is_back_is_that_ones_with_its_link()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        var kept = await kommune.Student("Kari", d => d with { Email = "kari.gammel@example.com", Phone = "+4748353392" }, s => s.MarkAddressDead(app.Clock.Now));
        var away = await kommune.Student("Kari", d => d with { Email = "kari.ny@example.com", Phone = "+4790000000" });
        var card = await Merge(kommune, kept, away);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        var campaign = await kommune.Campaign();
        await app.StartAndSend();
        var mail = Assert.Single(app.Received(to => to == away.Email));
        var token = mail.Links.First(link => link.Contains("/avmelding/", StringComparison.Ordinal)).Split('/')[^1];

        await (await card.Follow("Se eller angre sammenslåingen")).Press("Ja, angre");

        var aboutMe = await app.Visitor().Open($"/mine-opplysninger/{token}");
        Assert.True(aboutMe.Shows("+4790000000") && !aboutMe.Shows("+4748353392"), aboutMe.Text);
        await app.Visitor().PostBare($"/avmelding/{token}", ("List-Unsubscribe", "One-Click"));
        Assert.Equal(away.Id, await app.Look(db => db.Reservations.Where(r => r.KommuneNumber == kommune.Number).Select(r => r.StudentId).SingleAsync()));
        var message = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal(away.Id, message.StudentId);
        Assert.Equal([away.Id], await app.Look(db => db.Timeline.Where(e => e.SubjectId == message.Id).Select(e => e.StudentId).Distinct().ToListAsync()));
        // The notice of what is stored came with it: the other has not got it.
        Assert.Equal((null, app.Clock.Now), ((await Find(kept.Id)).InformedAt, (await Find(away.Id)).InformedAt));
    }

    [Fact]
    public async Task What_waits_about_an_offer_or_a_question_goes_back_with_it()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        var (kept, away) = (await kommune.Student("Per", d => d with { Email = "per.en@example.com" }), await kommune.Student("Per", d => d with { Email = "per.to@example.com" }));
        var offer = await kommune.Offer(await kommune.Job(), away);
        await kommune.Save(new Inquiry(kommune.Number, away.Id, offer.Id, "Kan jeg ta med barnet mitt?", app.Clock.Now));
        var card = await Merge(kommune, kept, away);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await (await card.Visitor.Open("/oversikt")).Press("Send svaret", ("Reply", "Ja, det går fint."));
        await (await (await app.Visitor().Open(offer.Address)).Follow("Ja takk")).Press("Send ja takk", ("message", "Når begynner vi?"));

        await (await card.Follow("Se eller angre sammenslåingen")).Press("Ja, angre");
        await app.Send();

        Assert.Empty(app.Received(to => to == kept.Email));
        Assert.Equal(2, app.Received(to => to == away.Email).Count);
        Assert.All(await app.Look(db => db.Inquiries.Where(i => i.KommuneNumber == kommune.Number).ToListAsync()), inquiry => Assert.Equal(away.Id, inquiry.StudentId));
        Assert.False((await card.Visitor.Open($"/studenter/{kept.Id}")).Shows("Assistent på legevakt"));
    }

    [Fact]
    public async Task A_link_to_an_offer_that_went_to_the_other_does_not_answer_it_any_more()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        var (kept, away) = (await kommune.Student("Nina", d => d with { Email = "nina.en@example.com" }), await kommune.Student("Nina", d => d with { Email = "nina.to@example.com" }));
        var job = await kommune.Job();
        var offer = await kommune.Offer(job, away);
        var card = await Merge(kommune, kept, away);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await (await card.Visitor.Open($"/sommerjobber/{job.Id}/tilbud/{offer.Id}")).Press("Send tilbudet til Nina");
        await app.Send();
        var token = Assert.Single(app.Received(to => to == kept.Email)).Links.First(link => link.Contains("/svar/", StringComparison.Ordinal)).Split('/')[^1];

        await (await card.Follow("Se eller angre sammenslåingen")).Press("Ja, angre");

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Open($"/svar/{token}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Open($"/avmelding/{token}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Open(offer.Address)).Status);
    }

    [Fact]
    public async Task Whoever_signed_up_meanwhile_sees_her_own_pages()
    {
        var kommune = await app.OpenKommune();
        var (kept, away) = (await kommune.Student("Eva", d => d with { Email = "eva.en@example.com", Phone = "+4748353392" }), await kommune.Student("Eva", d => d with { Email = "eva.to@example.com", Phone = "+4790000000" }));
        var card = await Merge(kommune, kept, away);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        var ownPages = (await app.Join(kommune, away.Email!)).Document.QuerySelector("a[href^='/mine-opplysninger/']")!.GetAttribute("href")!;

        await (await card.Follow("Se eller angre sammenslåingen")).Press("Ja, angre");

        Assert.True((await app.Visitor().Open(ownPages)).Shows("+4790000000"));
        Assert.True((await card.Visitor.Open($"/studenter/{away.Id}")).Shows("Meldte seg på"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_learned_of_an_address_meanwhile_is_known_of_whoever_has_it(bool died)
    {
        var kommune = app.Given.Kommune();
        var address = $"{(died ? "nylig.dod" : "gjenopplivet")}@example.com";
        var kept = await kommune.Student("Siv", d => d with { Email = null });
        var away = await kommune.Student("Siv", d => d with { Email = address }, s =>
        {
            if (!died)
                s.MarkAddressDead(app.Clock.Now);
        });
        var card = await Merge(kommune, kept, away);
        if (died)
        {
            app.Sink.For(address, MailSinkBehaviour.RefuseRecipient);
            await kommune.Campaign();
            await app.StartAndSend();
        }
        else
            card = await card.Press("Adressen virker");

        await (await card.Follow("Se eller angre sammenslåingen")).Press("Ja, angre");

        Assert.Equal(died, (await Find(away.Id)).AddressDeadAt is not null);
        Assert.Null((await Find(kept.Id)).AddressDeadAt);
    }

    private static async Task<SeenPage> Merge(GivenKommune kommune, Student kept, Student away) =>
        await (await (await kommune.Recruiter()).Open($"/studenter/{kept.Id}/sla-sammen/{away.Id}")).Press("Slå sammen");

    private Task<Student> Find(Guid id) => app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.Id == id));
}
