using Rekruttering.Application.Identity;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>One writes, another releases, where the kommune has said so.</summary>
public sealed class ReleasingByTwo(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task The_writer_asks_and_a_colleague_releases()
    {
        var (kommune, template) = await Two();
        var kari = await kommune.Recruiter();
        var per = await kommune.Recruiter();

        var own = await NewDraft(kari, template);
        Assert.Contains("En annen må se over og sende", own.Text);
        Assert.DoesNotContain("Planlegg utsendingen", own.Text);
        await own.Press("Klar til å ses over");
        Assert.Contains("klar til å ses over", (await per.Open("/utsendinger")).Text);
        var planned = await (await per.Open(own.Path)).Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));

        Assert.Contains("planlagt", planned.Heading);
    }

    [Fact]
    public async Task The_writer_cannot_release_by_a_form_that_was_made_up_either()
    {
        var (kommune, template) = await Two();
        var kari = await kommune.Recruiter();
        await kommune.Settings(s => s.TwoPersonRule = false);
        var open = await NewDraft(kari, template);
        await kommune.Settings(s => s.TwoPersonRule = true);

        var refused = await open.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));

        Assert.Contains("en annen enn den som skrev", Assert.Single(refused.Errors));
        Assert.Contains("utkast", (await kari.Open(open.Path)).Heading);
    }

    [Fact]
    public async Task Who_changes_the_draft_becomes_its_writer()
    {
        var (kommune, template) = await Two();
        var kari = await kommune.Recruiter();
        var per = await kommune.Recruiter();
        var draft = await NewDraft(kari, template);

        var changed = await (await per.Open(draft.Path)).Press("Lagre utkastet", ("Input.Name", "Et annet navn"));

        Assert.Contains("En annen må se over og sende", changed.Text);
        Assert.DoesNotContain("En annen må se over og sende", (await kari.Open(draft.Path)).Text);
    }

    [Fact]
    public async Task A_text_that_was_changed_after_the_look_is_not_released()
    {
        var (kommune, template) = await Two();
        var kari = await kommune.Recruiter();
        var per = await kommune.Recruiter();
        var draft = await NewDraft(kari, template);
        var looked = await per.Open(draft.Path);
        await (await kari.Open($"/maler/{template.Id}")).Press("Lagre", ("Input.BodyNb", "Noe helt annet."));

        var refused = await looked.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));

        Assert.Contains("Malen er endret", Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task The_rule_and_the_cap_are_settings_of_the_kommune()
    {
        var kommune = app.Given.Kommune();
        var boss = await kommune.SignedIn(Role.Administrator);

        var refused = await (await boss.Open("/innstillinger")).Press("Lagre", ("Input.CapMails", "101"));
        Assert.Contains("fra 0 til 100", Assert.Single(refused.Errors));
        await (await boss.Open("/innstillinger")).Press("Lagre", ("Input.CapMails", "3"), ("Input.CapDays", "14"), ("Input.TwoPersonRule", "true"));

        var page = (await boss.Open("/innstillinger")).Document;
        Assert.Equal("3", page.QuerySelector("[name='Input.CapMails']")!.GetAttribute("value"));
        Assert.Equal("14", page.QuerySelector("[name='Input.CapDays']")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("[name='Input.TwoPersonRule'][type=checkbox]")!.HasAttribute("checked"));
    }

    private async Task<(GivenKommune Kommune, MailTemplate Template)> Two()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings(s => s.TwoPersonRule = true);
        await kommune.Student();
        return (kommune, await kommune.Template());
    }

    private static async Task<SeenPage> NewDraft(Visitor kari, MailTemplate template) =>
        await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()));
}
