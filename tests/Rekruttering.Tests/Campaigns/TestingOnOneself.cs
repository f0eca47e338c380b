using Microsoft.EntityFrameworkCore;
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
