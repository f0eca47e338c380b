using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed class SettingUpAKommune(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task What_is_saved_stands_there_again_and_on_the_page_for_all()
    {
        var kommune = app.Given.Kommune();
        var page = await (await kommune.Administrator()).Open("/innstillinger");

        var saved = await page.Press("Lagre", ("Input.SenderName", "Kari Nordmann"), ("Input.ReplyTo", "lege@example.com"), ("Input.DpoName", "Per Ombud"),
            ("Input.DpoEmail", "ombud@example.com"), ("Input.LegalBasisText", "Helse- og omsorgstjenesteloven § 8-1"), ("Input.LateStartHours", "12"), ("Input.WrittenForm", "Nynorsk"));
        var forAll = await app.Visitor().Open($"/personvern?kommune={kommune.Number}");

        Assert.Equal("Innstillingene er lagret.", saved.Said);
        Assert.Equal("12", saved.Document.QuerySelector("#Input_LateStartHours")!.GetAttribute("value"));
        Assert.Equal("Nynorsk", saved.Document.QuerySelector("[name='Input.WrittenForm'][checked]")!.GetAttribute("value"));
        Assert.True(forAll.Shows("ombud@example.com"));
        Assert.True(forAll.Shows("§ 8-1"));
    }

    [Fact]
    public async Task Two_who_save_at_once_do_not_overwrite_each_other()
    {
        var kommune = app.Given.Kommune();
        var administrator = await kommune.Administrator();
        var (one, two) = (await administrator.Open("/innstillinger"), await administrator.Open("/innstillinger"));

        await one.Press("Lagre", ("Input.SenderName", "Den første"));
        var second = await two.Press("Lagre", ("Input.SenderName", "Den andre"));

        Assert.Contains("Noen andre har endret dette", Assert.Single(second.Errors));
        Assert.Equal("Den andre", second.Document.QuerySelector("#Input_SenderName")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Input.LateStartHours", "mange", "kan ikke brukes her"), InlineData("Input.LateStartHours", "", "Fyll ut dette feltet"), InlineData("Input.ReplyTo", "kari", "Skriv én e-postadresse"), InlineData("Input.SenderName", LongName, "høyst 120 tegn")]
    public async Task What_cannot_be_used_is_said_in_Norwegian_and_kept(string field, string value, string because)
    {
        var page = await (await app.Given.Kommune().Administrator()).Open("/innstillinger");

        var refused = await page.Press("Lagre", (field, value));

        Assert.Contains(because, Assert.Single(refused.Errors));
        Assert.Equal(value, refused.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Privacy_is_explained_also_for_a_kommune_that_nobody_knows() =>
        Assert.True((await app.Visitor().Open("/personvern?kommune=9999")).Shows("Datatilsynet"));

    private const string LongName = "Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari Kari";
}
