using Microsoft.Extensions.Options;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Mail;

[Trait("Engine", "Any")]
public sealed class ConfiguringMail
{
    [Fact]
    public async Task Without_any_configuration_mail_is_written_to_files_and_the_program_starts()
    {
        await using var edge = new MailEdge();

        await edge.StartAsync();
    }

    [Theory]
    [InlineData("Mail:Host must name", "Transport", "Smtp")]
    [InlineData("Mail:From must be set", "Transport", "Smtp")]
    [InlineData("Mail:Port must be", "Transport", "Smtp", "Port", "70000")]
    [InlineData("Mail:From must be one address", "From", "Kari <kari@example.com>")]
    [InlineData("Mail:User and Mail:Password", "Transport", "Smtp", "User", "post")]
    [InlineData("Mail:From must be set", "Host", "mail.example.com")]
    [InlineData("Mail:Security None would send", "Host", "mail.example.com", "Security", "None", "User", "post", "Password", "x")]
    [InlineData("Mail:Dkim:KeyFile and", "Transport", "Smtp", "Dkim:Selector", "post")]
    [InlineData("Mail:Dkim:KeyFile names", "Transport", "Smtp", "Dkim:Selector", "post", "Dkim:KeyFile", "not-there.pem")]
    [InlineData("Mail:OAuth2:TokenEndpoint must be", "Transport", "Smtp", "OAuth2:TokenEndpoint", "http://login.example.com/token")]
    [InlineData("Mail:OAuth2:ClientId and", "Transport", "Smtp", "OAuth2:TokenEndpoint", "https://login.example.com/token")]
    [InlineData("With Mail:OAuth2 the mailbox", "Transport", "Smtp", "OAuth2:TokenEndpoint", "https://login.example.com/token", "Password", "x")]
    [InlineData("Mail:PerMinute must be", "PerMinute", "-1")]
    [InlineData("Mail:PerDomainPerMinute must be", "PerDomainPerMinute", "-1")]
    [InlineData("Mail:PerDomain must name", "PerDomain:gmail.com", "-1")]
    [InlineData("Mail:PerDomain must name", "PerDomain:gmail", "10")]
    [InlineData("Mail:Connections must be", "Connections", "0")]
    [InlineData("Mail:Folder must name", "Folder", " ")]
    public async Task A_fault_stops_the_program_at_start_with_a_sentence_of_its_own(string sentence, params string[] settings)
    {
        await using var edge = new MailEdge([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]);

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(edge.StartAsync);

        Assert.Contains(fault.Failures, failure => failure.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_never_shows_the_password()
    {
        await using var edge = new MailEdge(("Transport", "Smtp"), ("Password", "hemmelig"));

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(edge.StartAsync);

        Assert.DoesNotContain("hemmelig", fault.ToString());
    }

#if MAILKIT
    [Fact]
    public async Task Encryption_from_the_first_byte_is_there_for_a_build_that_can()
    {
        await using var sink = new MailSink { EncryptsFirst = true };
        await using var edge = MailEdge.To(sink, ("Security", "Tls"));

        var result = await edge.SendAsync(MailEdge.Mail());

        // As far as the handshake: the sink's certificate is one that nobody trusts.
        Assert.Contains("sertifikatet", result.Answer);
    }
#else
    [Theory]
    [InlineData("Mail:OAuth2 needs", "OAuth2:TokenEndpoint", "https://login.example.com/token", "OAuth2:ClientId", "a", "OAuth2:ClientSecret", "b", "User", "post@example.com")]
    [InlineData("Mail:Dkim needs", "Dkim:Selector", "post", "Dkim:KeyFile", "Rekruttering.Tests.dll")]
    public async Task What_only_the_other_build_can_do_is_refused_at_start(string sentence, params string[] settings)
    {
        await using var edge = new MailEdge([("Transport", "Smtp"), ("Host", "mail.example.com"), ("From", "post@example.com"), .. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]);

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(edge.StartAsync);

        Assert.Contains(fault.Failures, failure => failure.StartsWith(sentence, StringComparison.Ordinal) && failure.Contains("MailStack=MailKit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Encryption_from_the_first_byte_is_refused_by_a_build_that_cannot()
    {
        await using var edge = new MailEdge(("Transport", "Smtp"), ("Host", "mail.example.com"), ("From", "post@example.com"), ("Security", "Tls"));

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(edge.StartAsync);

        Assert.Contains("MailStack=MailKit", Assert.Single(fault.Failures));
    }
#endif
}
