#if MAILKIT
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Rekruttering.Application.Outbox;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Mail;

/// <summary>What the MailKit stack has more: a signature, and signing in by token.</summary>
[Trait("Engine", "Any")]
public sealed class SigningWhatLeaves : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly RSA key = RSA.Create(2048);

    public void Dispose()
    {
        key.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_signature_holds_and_covers_the_way_out()
    {
        var file = Path.Combine(folder.Path, "key.pem");
        await File.WriteAllTextAsync(file, key.ExportRSAPrivateKeyPem());
        await using var sink = new MailSink();
        await using var edge = MailEdge.To(sink, ("Dkim:KeyFile", file), ("Dkim:Selector", "rekruttering"));

        var result = await edge.SendAsync(MailEdge.Mail());

        Assert.Equal(DeliveryOutcome.Accepted, result.Outcome);
        var received = Assert.Single(sink.Messages);
        using var raw = new MemoryStream(Encoding.Latin1.GetBytes(received.Raw));
        var message = await MimeMessage.LoadAsync(raw);
        var signature = message.Headers[HeaderId.DkimSignature];
        Assert.True(await new DkimVerifier(new KeyInDns(key)).VerifyAsync(message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)]));
        Assert.NotNull(signature);
        Assert.Contains("d=namsos.example.com; s=rekruttering", signature);
        Assert.Contains("list-unsubscribe:list-unsubscribe-post", signature.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_token_is_fetched_once_and_signs_every_connection_in()
    {
        var asked = new List<string>();
        await using var tokens = await TokensAsync(asked, () => Results.Json(new { access_token = "et-token", expires_in = 3600 }));
        await using var sink = new MailSink { Token = "et-token" };
        await using var edge = MailEdge.To(sink, ByToken(tokens));

        for (var i = 0; i < 2; i++)
            Assert.Equal(DeliveryOutcome.Accepted, (await edge.SendAsync(MailEdge.Mail())).Outcome);

        Assert.Equal(2, sink.Connections);
        Assert.Equal("grant_type=client_credentials&client_id=rekruttering&client_secret=hemmelig&scope=epost", Assert.Single(asked));
    }

    [Fact]
    public async Task A_token_that_the_mail_server_refuses_is_not_shown_again()
    {
        var asked = new List<string>();
        await using var tokens = await TokensAsync(asked, () => Results.Json(new { access_token = asked.Count == 1 ? "utgått" : "et-token", expires_in = 3600 }));
        await using var sink = new MailSink { Token = "et-token" };
        await using var edge = MailEdge.To(sink, ByToken(tokens));

        Assert.Equal(DeliveryOutcome.SenderRefused, (await edge.SendAsync(MailEdge.Mail())).Outcome);
        Assert.Equal(DeliveryOutcome.Accepted, (await edge.SendAsync(MailEdge.Mail())).Outcome);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, DeliveryOutcome.SenderRefused)]
    [InlineData(HttpStatusCode.TooManyRequests, DeliveryOutcome.ServerDown)]
    [InlineData(HttpStatusCode.ServiceUnavailable, DeliveryOutcome.ServerDown)]
    public async Task Without_a_token_nothing_leaves_and_no_secret_is_told(HttpStatusCode status, DeliveryOutcome outcome)
    {
        await using var tokens = await TokensAsync([], () => Results.StatusCode((int)status));
        await using var sink = new MailSink { Token = "et-token" };
        await using var edge = MailEdge.To(sink, ByToken(tokens));

        var result = await edge.SendAsync(MailEdge.Mail());

        Assert.Equal(outcome, result.Outcome);
        Assert.DoesNotContain("hemmelig", result.Answer);
        Assert.Empty(sink.Messages);
    }

    static (string, string)[] ByToken(WebApplication tokens) =>
    [
        ("User", "post@namsos.example.com"), ("OAuth2:TokenEndpoint", tokens.Urls.Single() + "/token"), ("OAuth2:ClientId", "rekruttering"),
        ("OAuth2:ClientSecret", "hemmelig"), ("OAuth2:Scope", "epost"),
    ];

    static async Task<WebApplication> TokensAsync(List<string> asked, Func<IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/token", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            asked.Add(await reader.ReadToEndAsync());
            return answer();
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>What would stand in DNS.</summary>
    sealed class KeyInDns(RSA key) : IDkimPublicKeyLocator
    {
        readonly AsymmetricKeyParameter found = PublicKeyFactory.CreateKey(key.ExportSubjectPublicKeyInfo());

        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) => found;

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) => Task.FromResult(found);
    }
}
#endif
