using System.Net;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed class SigningInTooOften : IDisposable
{
    private readonly RekrutteringApp _app = new() { Settings = { ["Limits:SignInsPerMinute"] = "3", ["Limits:PersonalLinksPerMinute"] = "3" } };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task One_address_is_told_to_wait()
    {
        var page = await _app.Visitor().Open("/logg-inn");
        for (var i = 0; i < 3; i++)
            await page.Press("Logg inn", ("Input.Email", "kari@example.com"), ("Input.Password", "feil passord her"));

        var answer = await page.Press("Logg inn", ("Input.Email", "kari@example.com"), ("Input.Password", "feil passord her"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.True(answer.Shows("Vent ett minutt"));
        Assert.True(answer.Response.Headers.Contains("Retry-After"));
    }

    [Fact]
    public async Task Links_are_guessed_slowly()
    {
        for (var i = 0; i < 3; i++)
            await _app.Visitor().Open($"/svar/gjetning{i}");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _app.Visitor().Open("/svar/gjetning4")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _app.Visitor().Open("/personvern")).Status);
    }
}
