using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Rekruttering.Application.Identity;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed class SigningInWithACode(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task The_code_is_asked_for_after_the_password_and_lets_in()
    {
        var (user, key, _) = await TurnedOn();
        var visitor = app.Visitor();

        var second = await Password(visitor, user);
        var wrong = await second.Press("Logg inn", ("Input.Code", "000000"));
        var inside = await wrong.Press("Logg inn", ("Input.Code", CodeNow(key)));

        Assert.Equal("Skriv koden", second.Heading);
        Assert.Contains("Koden stemmer ikke", Assert.Single(wrong.Errors));
        Assert.Equal("/min-konto", (await visitor.Open("/min-konto")).Path);
        Assert.NotEqual("Skriv koden", inside.Heading);
    }

    [Fact]
    public async Task The_password_alone_opens_nothing()
    {
        var (user, _, _) = await TurnedOn();
        var visitor = app.Visitor();

        await Password(visitor, user);

        Assert.StartsWith("/logg-inn", (await visitor.Open("/min-konto")).Path);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        var (user, _, codes) = await TurnedOn();

        var first = await (await Password(app.Visitor(), user)).Press("Logg inn", ("Input.Code", codes[0]));
        var again = await (await Password(app.Visitor(), user)).Press("Logg inn", ("Input.Code", codes[0]));

        Assert.Equal(10, codes.Count);
        Assert.NotEqual("Skriv koden", first.Heading);
        Assert.Contains("Koden stemmer ikke", Assert.Single(again.Errors));
    }

    [Fact]
    public async Task It_is_turned_on_only_by_a_code_that_is_right()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Role.Reader);
        var page = await (await kommune.SignIn(user)).Open("/min-konto/engangskode");

        var refused = await page.Press("Slå på", ("Input.Code", "000000"));
        var later = await Password(app.Visitor(), user);

        Assert.Single(refused.Errors);
        Assert.NotNull(page.Document.QuerySelector("svg.app-qr path"));
        Assert.NotEqual("Skriv koden", later.Heading);
    }

    [Fact]
    public async Task Turned_off_the_password_is_enough_again()
    {
        var (user, key, _) = await TurnedOn();
        var visitor = app.Visitor();
        await (await Password(visitor, user)).Press("Logg inn", ("Input.Code", CodeNow(key)));

        await (await visitor.Open("/min-konto")).Press("Ja, slå av");
        var later = await Password(app.Visitor(), user);

        Assert.NotEqual("Skriv koden", later.Heading);
        Assert.NotEqual(HttpStatusCode.Forbidden, later.Status);
    }

    private async Task<(GivenUser User, string Key, IReadOnlyList<string> Codes)> TurnedOn()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Role.Reader);
        var page = await (await kommune.SignIn(user)).Open("/min-konto/engangskode");
        var key = page.Document.QuerySelector("code.app-once")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var on = await page.Press("Slå på", ("Input.Code", CodeNow(key)));
        return (user, key, [.. on.Document.QuerySelectorAll("#koder li").Select(li => li.TextContent)]);
    }

    private static async Task<SeenPage> Password(Visitor visitor, GivenUser user) =>
        await (await visitor.Open("/logg-inn")).Press("Logg inn", ("Input.Email", user.Email), ("Input.Password", user.Password));

    /// <summary>RFC 6238, as an app on a telephone reckons it. Identity asks the machine's clock, and so does this.</summary>
    private static string CodeNow(string base32)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(c => Convert.ToString(Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
