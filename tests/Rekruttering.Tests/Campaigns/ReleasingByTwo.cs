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
    public async Task A_colleague_who_mends_the_text_leaves_the_release_to_the_first()
    {
        var (kommune, template) = await Two();
        var (kari, per) = (await kommune.Recruiter(), await kommune.Recruiter());
        var draft = await (await NewDraft(kari, template)).Press("Klar til å ses over");
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await (await per.Open($"/maler/{template.Id}")).Press("Lagre", ("Input.BodyNb", "Hei {{fornavn|du}}! Uten skrivefeil."));

        var mender = await per.Open(draft.Path);
        Assert.Contains("En annen må se over og sende", mender.Text);
        Assert.Contains("Du har endret teksten i malen sist.", mender.Text);
        Assert.DoesNotContain("Planlegg utsendingen", mender.Text);
        var first = await kari.Open(draft.Path);
        Assert.DoesNotContain("En annen må se over og sende", first.Text);
        Assert.Contains("har endret teksten i malen etter at utkastet ble skrevet. Se over den før du sender.", first.Text);
        Assert.Contains("planlagt", (await first.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"))).Heading);
    }

    [Fact]
    public async Task The_writer_and_a_reader_see_the_warnings_too()
    {
        var (kommune, template) = await Two();

        var own = await NewDraft(await kommune.Recruiter(), template);

        foreach (var page in new[] { own, await (await kommune.Reader()).Open(own.Path) })
        {
            Assert.Contains("Se på dette først", page.Text);
            Assert.Contains("Malen har ikke tekst på nynorsk.", page.Text);
            Assert.Null(page.Document.QuerySelector("[name='Time.WarningsSeen']"));
        }
    }

    [Fact]
    public async Task Where_one_alone_may_release_the_draft_and_the_settings_say_so_and_what_to_do()
    {
        var (kommune, template) = await Two();
        var boss = await kommune.User(Role.Administrator);
        var page = await kommune.SignIn(boss);
        await kommune.Reader();

        var own = await NewDraft(page, template);
        Assert.True(own.Shows("Ingen kan sende den ennå"));
        Assert.NotNull(own.Document.QuerySelector("main a[href='/brukere']"));
        Assert.NotNull(own.Document.QuerySelector("main a[href='/innstillinger#utsending']"));
        Assert.True((await page.Open("/innstillinger")).Shows($"bare {boss.Email} kan sende hos dere"));

        await (await page.Open("/innstillinger")).Press("Lagre", ("Input.TwoPersonRule", "false"));
        Assert.True((await page.Open("/innstillinger")).Shows("Slår du den på nå, kan ingen sende før dere er to"));
        var turnedOn = await (await page.Open("/innstillinger")).Press("Lagre", ("Input.TwoPersonRule", "true"));
        Assert.Equal("Innstillingene er lagret. Ingen kan sende en utsending før dere er to som kan det.", turnedOn.Said);

        await kommune.User(Role.Recruiter, "hjelper@example.com");
        var after = await page.Open(own.Path);
        Assert.True(after.Shows("hjelper@example.com må åpne utkastet og sende."));
        Assert.False((await page.Open("/innstillinger")).Shows("Ingen kan sende en utsending nå"));
    }

    [Fact]
    public async Task A_recruiter_alone_is_told_whom_to_ask()
    {
        var (kommune, template) = await Two();
        var own = await NewDraft(await kommune.Recruiter(), template);

        Assert.True(own.Shows("Dere har ingen administrator."));
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
