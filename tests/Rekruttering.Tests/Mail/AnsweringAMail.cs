using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Students;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Mail;

/// <summary>Who gets the answer to a mail: the student's contact person, else the kommune.</summary>
public sealed class AnsweringAMail(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task The_contact_person_gets_the_answer_and_the_pages_say_so()
    {
        var kommune = app.Given.Kommune("Namsos");
        await kommune.Settings();
        var siri = await Colleague(kommune, "Siri Lie");
        var hers = await kommune.Student("Ola", s => s with { ContactPersonId = siri.Id });
        var nobodys = await kommune.Student("Eva");

        var draft = await Draft(kommune);
        Assert.Contains("Kari Nordmann, Namsos kommune (kari@example.com), fra 1 student", draft.Text);
        Assert.Contains($"Siri Lie, Namsos kommune ({siri.Email}), fra 1 student", draft.Text);
        var kari = await kommune.Recruiter();
        var preview = $"/utsendinger/{draft.Path.Split('/')[2]}/forhandsvis?student=";
        Assert.Contains($"Svar går til Siri Lie, Namsos kommune ({siri.Email}).", (await kari.Open(preview + hers.Id)).Text);
        Assert.Contains("Svar går til Kari Nordmann, Namsos kommune (kari@example.com).", (await kari.Open(preview + nobodys.Id)).Text);
        await kommune.Campaign();
        await app.StartAndSend();

        var mail = Assert.Single(app.Received(to => to == hers.Email));
        Assert.Equal(("Siri Lie, Namsos kommune", siri.Email), (mail.ReplyTo!.DisplayName, mail.ReplyTo.Address));
        Assert.Equal("kari@example.com", Assert.Single(app.Received(to => to == nobodys.Email)).ReplyTo!.Address);
    }

    [Fact]
    public async Task Who_has_left_the_kommune_gets_no_answers()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        var siri = await Colleague(kommune, "Siri Lie");
        // Still there elsewhere: it is this kommune that she has left.
        await app.Given.Kommune().User(Role.Recruiter, siri.Email);
        var student = await kommune.Student("Ola", s => s with { ContactPersonId = siri.Id });
        await kommune.Campaign();
        await app.Start();

        await app.In<object?>(kommune.Number, async services => { await services.GetRequiredService<RemoveMember>().ExecuteAsync(siri.Id); return null; });
        await app.Send();

        Assert.Equal("kari@example.com", Assert.Single(app.Received(to => to == student.Email)).ReplyTo!.Address);
        var draft = await Draft(kommune);
        Assert.Contains("kari@example.com", draft.Text);
        Assert.DoesNotContain("Siri Lie", draft.Text);
    }

    [Fact]
    public async Task Without_an_address_of_the_kommune_the_check_says_whose_answers_are_lost()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings(s => s.ReplyTo = null);
        var siri = await Colleague(kommune, "Siri Lie");
        await kommune.Student("Ola", s => s with { ContactPersonId = siri.Id });
        await kommune.Student("Eva");
        await kommune.Student("Liv");

        Assert.Contains("2 studenter har ingen kontaktperson, og svaradresse mangler.", (await Draft(kommune)).Text);
    }

    [Fact]
    public async Task The_mail_of_an_offer_shows_who_gets_the_answer_too()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        var siri = await Colleague(kommune, "Siri Lie");
        var job = await kommune.Job();
        var offer = await kommune.Offer(job, await kommune.Student("Ola", s => s with { ContactPersonId = siri.Id }));
        Assert.Contains($"({siri.Email})", (await (await kommune.Recruiter()).Open($"/sommerjobber/{job.Id}/forhandsvis?student={offer.Student.Id}")).Text);
        await (await (await app.Visitor().Open(offer.Address)).Follow("Ja takk")).Press("Send ja takk");
        await app.Send();

        Assert.Equal(siri.Email, Assert.Single(app.Received(to => to == offer.Student.Email)).ReplyTo!.Address);
    }

    private async Task<GivenUser> Colleague(GivenKommune kommune, string name)
    {
        var user = await kommune.User(Role.Recruiter);
        await app.Look(async db =>
        {
            (await db.Users.FindAsync(user.Id))!.DisplayName = name;
            return await db.SaveChangesAsync();
        });
        return user;
    }

    private static async Task<SeenPage> Draft(GivenKommune kommune)
    {
        var template = await kommune.Template();
        return await (await (await kommune.Recruiter()).Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()));
    }
}
