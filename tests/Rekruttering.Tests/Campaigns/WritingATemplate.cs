using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>The pages under /maler.</summary>
public sealed class WritingATemplate(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_starting_point_becomes_the_kommunes_own_template()
    {
        var kommune = app.Given.Kommune();
        var kari = await kommune.Recruiter();
        var form = await (await kari.Open("/maler")).Follow("Ønske om LIS1");

        var saved = await form.Press("Lagre", ("Input.Name", "LIS1 høsten"));

        Assert.Equal("LIS1 høsten", saved.Heading);
        Assert.Equal("Malen er lagret.", saved.Said);
        Assert.True((await kari.Open("/maler")).Shows("bokmål og nynorsk"));
    }

    [Fact]
    public async Task Every_save_with_another_text_is_a_version_and_the_old_one_can_be_read()
    {
        var kommune = app.Given.Kommune();
        var kari = await kommune.Recruiter();
        var template = await kommune.Template(subject: "Den første");
        var page = await kari.Open($"/maler/{template.Id}");
        page = await page.Press("Lagre", ("Input.SubjectNb", "Den andre"));
        page = await page.Press("Lagre");

        Assert.Equal(2, page.Document.QuerySelectorAll(".app-versions li").Length);
        var old = await kari.Open($"/maler/{template.Id}?versjon=1");
        Assert.Contains("Du ser versjon 1", old.Text);
        Assert.Equal("Den første", old.Document.QuerySelector("[name='Input.SubjectNb']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Hei {{etternavn}}", "Vi kjenner ikke feltet «etternavn»")]
    [InlineData("[trykk](javascript:alert(1))", "kan ikke brukes")]
    [InlineData("", "Skriv en tekst.")]
    public async Task A_text_that_cannot_be_sent_is_not_saved_and_stays_in_the_form(string body, string sentence)
    {
        var kommune = app.Given.Kommune();
        var kari = await kommune.Recruiter();
        var form = await kari.Open("/maler/ny?fra=varhilsen");

        var refused = await form.Press("Lagre", ("Input.Name", "Min"), ("Input.BodyNb", body));

        Assert.Contains(sentence, Assert.Single(refused.Errors));
        Assert.Equal("Min", refused.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(0, await app.Look(db => db.Templates.CountAsync(t => t.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told()
    {
        var kommune = app.Given.Kommune();
        var template = await kommune.Template();
        var first = await (await kommune.Recruiter()).Open($"/maler/{template.Id}");
        var second = await (await kommune.Recruiter()).Open($"/maler/{template.Id}");

        await first.Press("Lagre", ("Input.SubjectNb", "Den ene"));
        var refused = await second.Press("Lagre", ("Input.SubjectNb", "Den andre"));

        Assert.Contains("Noen andre har lagret malen", Assert.Single(refused.Errors));
        Assert.Equal("Den andre", refused.Document.QuerySelector("[name='Input.SubjectNb']")!.GetAttribute("value"));
        Assert.Equal($"/maler/{template.Id}", refused.Document.QuerySelector("main a[target=_blank]")!.GetAttribute("href"));

        // To load the page again would send the same again: who has looked at theirs saves, and theirs stays as a version.
        var saved = await refused.Press("Lagre");
        Assert.Equal(3, saved.Document.QuerySelectorAll(".app-versions li").Length);
        Assert.Equal("Den andre", saved.Document.QuerySelector("[name='Input.SubjectNb']")!.GetAttribute("value"));
        Assert.Contains("Den ene", saved.Document.QuerySelector(".app-versions")!.TextContent);
    }

    [Fact]
    public async Task The_preview_shows_both_parts_on_a_real_student_and_encodes_what_was_typed()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        var student = await kommune.Student("Åse");
        var kari = await kommune.Recruiter();
        var form = await kari.Open("/maler/ny?fra=varhilsen");

        var preview = await form.Press("Forhåndsvis", ("Input.BodyNb", "Hei {{fornavn}} <script>alert(1)</script>"), ("student", student.Id.ToString()), ("form", "Bokmaal"));

        Assert.Contains("Hei Åse <script>alert(1)</script>", preview.Document.QuerySelector("pre")!.TextContent);
        var html = preview.Document.QuerySelector("iframe")!.GetAttribute("srcdoc")!;
        Assert.Contains("Hei Åse &lt;script&gt;", html);
        Assert.Contains("Per Vern", html);
        Assert.Contains("default-src 'none'", preview.Response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Null(await app.Look(db => db.Students.Where(s => s.Id == student.Id).Select(s => s.InformedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_reader_sees_the_preview_too()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Åse");
        var template = await kommune.Template();

        var preview = await (await (await kommune.Reader()).Open($"/maler/{template.Id}")).Press("Forhåndsvis");

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("Hei Åse!", preview.Document.QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public async Task A_search_for_the_preview_that_finds_nobody_says_so()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Áilu");
        var form = await (await kommune.Recruiter()).Open("/maler/ny?fra=varhilsen");

        var preview = await form.Press("Forhåndsvis", ("finn", "Zebra Finnesikke"));

        Assert.Contains("Fant ingen som heter «Zebra Finnesikke».", preview.Text);
        Assert.DoesNotContain("Áilu", preview.Text);
    }

    [Fact]
    public async Task An_archived_template_is_out_of_the_list_and_can_come_back()
    {
        var kommune = app.Given.Kommune();
        var kari = await kommune.Recruiter();
        var template = await kommune.Template();

        var list = await (await kari.Open($"/maler/{template.Id}")).Press("Arkiver malen");
        Assert.Contains("Ingen maler ennå", list.Text);
        var back = await (await kari.Open($"/maler/{template.Id}")).Press("Ta fram igjen");

        Assert.Equal("Malen er tatt fram igjen.", back.Said);
    }

    [Fact]
    public async Task Another_kommunes_template_is_not_there()
    {
        var template = await app.Given.Kommune().Template();
        var stranger = await app.Given.Kommune().Recruiter();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/maler/{template.Id}")).Status);
    }
}
