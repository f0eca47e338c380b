using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Campaigns;
using Rekruttering.Infrastructure.Links;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>Pages that a text links to are opened before it goes to many.</summary>
public sealed class OpeningLinksBeforehand(OpeningLinksBeforehand.App app) : IClassFixture<OpeningLinksBeforehand.App>
{
    public sealed class App : RekrutteringApp
    {
        public App()
        {
            Settings["Links:Check"] = "true";
            Settings["Links:Proxy"] = Web.Address;
        }

        public WebProxyServer Web { get; } = new();

        public override void Dispose()
        {
            base.Dispose();
            Web.DisposeAsync().AsTask().GetAwaiter().GetResult();
            GC.SuppressFinalize(this);
        }
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_page_that_is_gone_is_a_warning_and_stops_nothing(int status)
    {
        var page = $"http://namsos.example.com/borte-{status}";
        app.Web.Answers[$"HEAD {page}"] = app.Web.Answers[$"GET {page}"] = status;

        var draft = await Draft($"Hei! [Les mer]({page}).");

        Assert.Contains($"Siden «{page}» finnes ikke.", draft.Text);
        Assert.Contains("Jeg har sett advarslene og vil sende likevel", draft.Text);
    }

    [Fact]
    public async Task A_page_that_only_knows_whole_questions_and_one_for_members_are_no_faults()
    {
        app.Web.Answers["HEAD http://namsos.example.com/hel"] = 404;
        app.Web.Answers["HEAD http://namsos.example.com/laast"] = app.Web.Answers["GET http://namsos.example.com/laast"] = 403;

        var draft = await Draft("Hei! [Les](http://namsos.example.com/hel), [mer](http://namsos.example.com/laast) og [skriv](mailto:post@example.com).");

        Assert.Contains("GET http://namsos.example.com/hel", app.Web.Asked);
        Assert.DoesNotContain("finnes ikke", draft.Text);
    }

    [Theory]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://localhost")]
    [InlineData("http://[::1]")]
    [InlineData("http://[::ffff:10.1.2.3]")]
    [InlineData("http://192.168.1.1")]
    [InlineData("http://169.254.169.254")]
    public async Task Without_a_way_out_of_its_own_it_knocks_on_no_door_inside(string door)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLinks(new ConfigurationBuilder().Build()).BuildServiceProvider();
        var port = new Uri(app.Web.Address).Port;
        var before = app.Web.Asked.Count;

        Assert.Equal(LinkFault.OnlyInside, await services.GetRequiredService<ILinkProbe>().AskAsync(new Uri($"{door}:{port}/")));
        Assert.Equal(before, app.Web.Asked.Count);
    }

    [Fact]
    public async Task Where_it_is_turned_off_nobody_is_asked()
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).Configure<LinkOptions>(links => (links.Check, links.Proxy) = (false, new Uri(app.Web.Address)))
            .AddLinks(new ConfigurationBuilder().Build()).BuildServiceProvider();

        Assert.Null(await services.GetRequiredService<ILinkProbe>().AskAsync(new Uri("http://av.example.com/")));
        Assert.DoesNotContain("HEAD http://av.example.com/", app.Web.Asked);
    }

    private async Task<SeenPage> Draft(string body)
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        await kommune.Student();
        var template = await kommune.Template(body: body);
        var kari = await kommune.Recruiter();
        return await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()));
    }
}
