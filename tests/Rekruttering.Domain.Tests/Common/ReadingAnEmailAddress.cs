using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Tests.Common;

public class ReadingAnEmailAddress
{
    [Theory]
    [InlineData("ola@example.com", "ola@example.com")]
    [InlineData(" KRISTOFFER.ASEN3@EXAMPLE.COM  ", "KRISTOFFER.ASEN3@example.com")]
    [InlineData("mailto:ola@example.org", "ola@example.org")]
    [InlineData("o'la+test@sub.example.net", "o'la+test@sub.example.net")]
    [InlineData("ola@blåbær.example", "ola@xn--blbr-roah.example")]
    public void One_plain_address_is_taken(string text, string value)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal(value, address.Value);
        Assert.Equal(value.ToLowerInvariant(), address.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ingrid.at.example.com")]
    [InlineData("a@b")]
    [InlineData("a@b.c")]
    [InlineData("a@@example.com")]
    [InlineData("b@example.com, c@example.com")]
    [InlineData("b@example.com;c@example.com")]
    [InlineData("Ola <ola@example.com>")]
    [InlineData("ola nordmann@example.com")]
    [InlineData("ola@example.com\r\nBcc: x@example.com")]
    [InlineData("ola@exa\tmple.com")]
    [InlineData("ola\0@example.com")]
    [InlineData(".ola@example.com")]
    [InlineData("ola..n@example.com")]
    [InlineData("ola@example..com")]
    [InlineData("ola@-example.com")]
    [InlineData("ola@example.com.")]
    [InlineData("ola@127.0.0.1")]
    [InlineData("åse@example.com")]
    [InlineData("Dvo?ák@example.com")]
    [InlineData("@example.com")]
    [InlineData("ola@")]
    public void Anything_else_is_not(string? text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void An_address_too_long_for_a_mail_server_is_turned_down()
    {
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@example.com", out _));
        Assert.False(EmailAddress.TryParse("a@" + string.Join('.', Enumerable.Repeat("abcdefghi", 26)) + ".com", out _));
    }
}
