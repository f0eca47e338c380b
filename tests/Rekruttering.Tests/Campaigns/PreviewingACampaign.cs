using System.Net;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>A draft shows the mail as a student would get it.</summary>
public sealed class PreviewingACampaign(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task The_links_of_a_preview_and_a_test_are_as_long_as_those_that_are_sent()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var user = await kommune.User(Application.Identity.Role.Recruiter);
        var kari = await kommune.SignIn(user);
        var template = await kommune.Template();
        var draft = await NewDraft(kari, template);
        var shown = (await kari.Open(draft.Document.QuerySelector("iframe")!.GetAttribute("src")!)).Document.QuerySelector("pre")!.TextContent;

        await draft.Press("Send test til meg");
        await kommune.Campaign(template);
        await app.StartAndSend();

        var sent = Lis1Link(student.Email!).Length;
        Assert.Equal(sent, Lis1Link(user.Email).Length);
        Assert.Equal(sent, shown.Split().Single(word => word.Contains("/lis1/", StringComparison.Ordinal)).Length);

        string Lis1Link(string address) => Assert.Single(app.Received(to => to == address)).Links.First(link => link.Contains("/lis1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_preview_stands_in_a_frame_and_shows_a_real_student()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Åse");
        var kari = await kommune.Recruiter();
        var draft = await NewDraft(kari, await kommune.Template());

        var frame = await kari.Open(draft.Document.QuerySelector("iframe")!.GetAttribute("src")!);

        Assert.Contains("Hei Åse!", frame.Document.QuerySelector("pre")!.TextContent);
        Assert.Contains(student.FullName, frame.Text);
    }

    [Fact]
    public async Task The_preview_can_be_of_any_student_and_in_any_form()
    {
        var kommune = app.Given.Kommune();
        var hidden = await kommune.Student("Ågot", with: s => s with { LastName = "Zachariassen" });
        app.Clock.Move(TimeSpan.FromSeconds(1));
        await kommune.Students(25);
        var kari = await kommune.Recruiter();
        var draft = await NewDraft(kari, await kommune.Template(subjectNn: "Helsing", bodyNn: "Hei {{fornavn}}, korleis går det?"));
        var path = draft.Document.QuerySelector("iframe")!.GetAttribute("src")!.Split('?')[0];

        var frame = await kari.Open($"{path}?finn=agot+zacha&form=Nynorsk");

        Assert.Contains(hidden.FullName, frame.Text);
        Assert.Contains("Hei Ågot, korleis går det?", frame.Document.QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public async Task A_search_for_the_preview_that_finds_nobody_shows_nobody()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Åse");
        var kari = await kommune.Recruiter();
        var draft = await NewDraft(kari, await kommune.Template());

        var frame = await kari.Open($"{draft.Path.Replace("/utkast", "/forhandsvis", StringComparison.Ordinal)}?student={student.Id}&finn=Zebra+Finnesikke");

        Assert.Contains("Fant ingen som heter «Zebra Finnesikke».", frame.Text);
        Assert.DoesNotContain("Åse", frame.Text);
        Assert.DoesNotContain("Teksten kan ikke vises", frame.Text);
    }

    [Fact]
    public async Task Another_kommunes_campaign_is_not_there()
    {
        var other = app.Given.Kommune();
        await other.Student();
        var campaign = await other.Campaign();
        var stranger = await app.Given.Kommune().Recruiter();

        foreach (var address in new[] { "", "/utkast", "/forhandsvis", "/strom" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/utsendinger/{campaign.Id}{address}")).Status);
    }

    private static async Task<SeenPage> NewDraft(Visitor kari, MailTemplate template) =>
        await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()));
}
