using Rekruttering.Domain.Contact;

namespace Rekruttering.Domain.Tests.Contact;

/// <summary>The same domain is the same, however the address writes it.</summary>
public sealed class NamingADomain
{
    [Theory]
    [InlineData("kari@Example.COM", "example.com")]
    [InlineData("kari@example.com.", "example.com")]
    [InlineData("kari@blåbær.example.com", "xn--blbr-roah.example.com")]
    [InlineData("kari@XN--BLBR-ROAH.example.com", "xn--blbr-roah.example.com")]
    [InlineData("example.com", "example.com")]
    [InlineData("kari@", "")]
    [InlineData(null, "")]
    public void It_is_written_in_one_way(string? address, string domain) => Assert.Equal(domain, RecipientDomain.Of(address));

    [Fact]
    public void What_no_domain_can_be_is_one_of_its_own() => Assert.Equal("æ..å", RecipientDomain.Of("kari@Æ..Å"));
}
