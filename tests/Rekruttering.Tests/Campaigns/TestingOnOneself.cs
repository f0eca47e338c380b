using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>The test shows all that a student would get.</summary>
public sealed class TestingOnOneself(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task The_first_contact_is_tested_with_what_the_law_wants_told_and_no_student_is_told_by_it()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student(with: s => s with { Source = "listen fra skolen" });

        var test = await Test(kommune, sparesUninformed: false);

        Assert.Contains("listen fra skolen", test.Text);
        Assert.Null(await app.Look(db => db.Students.Where(one => one.Id == student.Id).Select(one => one.InformedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_test_of_what_goes_to_those_who_know_alone_has_no_notice()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student(with: s => s with { Source = "listen fra skolen" });

        var test = await Test(kommune, sparesUninformed: true);

        Assert.DoesNotContain("listen fra skolen", test.Text);
    }

    [Fact]
    public async Task A_test_goes_to_the_recruiter_alone()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var user = await kommune.User(Application.Identity.Role.Recruiter);
        var kari = await kommune.SignIn(user);
        var draft = await NewDraft(kari, await kommune.Template(subjectNn: "Helsing", bodyNn: "Hei {{fornavn|du}}!"));

        await draft.Press("Send test til meg");
        await app.Send();

        Assert.Equal(["[Test] Helsing", $"[Test] Hilsen fra {kommune.Name} kommune"], app.Received(to => to == user.Email).Select(m => m.Subject).Order());
        Assert.Empty(app.Received(to => to == student.Email));
    }

    [Fact]
    public async Task A_saved_template_can_be_tried_on_oneself()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Application.Identity.Role.Recruiter);
        var kari = await kommune.SignIn(user);
        var template = await kommune.Template(subject: "Prøve {{kommune}}");

        var page = await (await kari.Open($"/maler/{template.Id}")).Press("Send test av den lagrede teksten til meg");
        await app.Send();

        Assert.Contains(user.Email, page.Said);
        Assert.Equal($"[Test] Prøve {kommune.Name} kommune", Assert.Single(app.Received(to => to == user.Email)).Subject);
    }

    private static async Task<SeenPage> NewDraft(Visitor kari, MailTemplate template) =>
        await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()));

    private async Task<ReceivedMail> Test(GivenKommune kommune, bool sparesUninformed)
    {
        var user = await kommune.User(Application.Identity.Role.Recruiter);
        var kari = await kommune.SignIn(user);
        var template = await kommune.Template();
        var draft = await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()), ("Input.OnlyInformed", sparesUninformed ? "true" : "false"));
        await draft.Press("Send test til meg");
        await app.Send();
        return Assert.Single(app.Received(to => to == user.Email));
    }
}
