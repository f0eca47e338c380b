using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Tests.Common;

// Every number here is constructed with a month that no calendar has (+40, +65 or +80); none was ever given to anyone.
public class RecognisingANationalId
{
    [Theory]
    [InlineData("04880349767")]
    [InlineData(" 048803 49767 ")]
    [InlineData("048803-49767")]
    [InlineData("04.88.03 497 67")]
    [InlineData("04880349768")]
    [InlineData("13859965157")]
    [InlineData("44880349767")]
    [InlineData("04480349767")]
    [InlineData("04730349767")]
    [InlineData("048803 - 49767")]
    [InlineData("048803–49767")]
    [InlineData("048803 — 49767")]
    [InlineData("048803\n49767")]
    [InlineData("048803\u00A0\u2011\u00A0497 67")]
    public void Eleven_digits_that_begin_with_a_date_are_one(string text)
    {
        Assert.True(NationalId.LooksLike(text));
        Assert.Equal(NationalId.Removed, NationalId.Scrub(text).Trim());
    }

    [Theory]
    [InlineData("04139965157")]
    [InlineData("32880349767")]
    [InlineData("4880349767")]
    [InlineData("+47 483 53 392")]
    [InlineData("004747758490")]
    [InlineData("4747758490")]
    [InlineData("+48501234567")]
    [InlineData("5007")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_not(string? text) => Assert.False(NationalId.LooksLike(text));

    [Fact]
    public void It_is_taken_out_of_the_middle_of_a_text() =>
        Assert.Equal("født 2003, fnr [fjernet], bor i Namsos ([fjernet])", NationalId.Scrub("født 2003, fnr 04880349767, bor i Namsos (138599 65157)"));

    [Fact]
    public void Text_without_one_is_left_alone()
    {
        const string text = "Ring 483 53 392 etter 01.10.2026, konto 52345678901";
        Assert.Equal(text, NationalId.Scrub(text));
    }

    [Theory]
    [InlineData("fnr")]
    [InlineData("F.nr.")]
    [InlineData("Fødselsnummer")]
    [InlineData("Fødselsnr")]
    [InlineData("Fødselsnummer (11 siffer)")]
    [InlineData("personnummer")]
    [InlineData("snr")]
    [InlineData("PID")]
    [InlineData("nin")]
    [InlineData("D-nummer")]
    public void A_header_gives_the_column_away(string header) => Assert.True(NationalId.IsHeader(header));

    [Theory]
    [InlineData("Navn")]
    [InlineData("Kommunenr")]
    [InlineData("Fødselsår")]
    [InlineData("Mobil")]
    public void Other_headers_do_not(string header) => Assert.False(NationalId.IsHeader(header));

    [Theory]
    [InlineData("4748353392")]
    [InlineData("4743737733")]
    public void A_column_of_telephone_numbers_whose_plus_was_eaten_is_not_suspect(string text) => Assert.False(NationalId.Resembles(text));

    [Fact]
    public void Where_a_sheet_ate_the_first_zero_the_control_digits_decide()
    {
        var left = Enumerable.Range(0, 1000).Count(rest => NationalId.LooksLike($"4880349{rest:000}"));
        Assert.InRange(left, 5, 10);
        Assert.All(Enumerable.Range(0, 100), rest => Assert.True(NationalId.Resembles($"48803497{rest:00}")));
        Assert.False(NationalId.Resembles("9999999999"));
    }
}
