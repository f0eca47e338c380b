using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Tests.Common;

public class ReadingAPhoneNumber
{
    [Theory]
    [InlineData("48353392", "+4748353392")]
    [InlineData("+47 483 53 392", "+4748353392")]
    [InlineData("004747758490", "+4747758490")]
    [InlineData("4747758490", "+4747758490")]
    [InlineData("(+47) 483 53 392", "+4748353392")]
    [InlineData("74 21 70 00", "+4774217000")]
    [InlineData("+48 501 234 567", "+48501234567")]
    [InlineData("0045 20 12 34 56", "+4520123456")]
    [InlineData("+44 (0)20 7946 0018", "+442079460018")]
    public void Numbers_become_E164(string text, string value)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(value, number.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ukjent")]
    [InlineData("48353392 / 91234567")]
    [InlineData("4835339")]
    [InlineData("+47 4835339")]
    [InlineData("12345678")]
    [InlineData("501234567")]
    [InlineData("+0123456789")]
    [InlineData("+4850123456789012")]
    [InlineData("48353392 (mor)")]
    [InlineData("+")]
    public void What_is_not_one_number_is_turned_down(string? text) => Assert.False(PhoneNumber.TryParse(text, out _));

    [Theory]
    [InlineData("48353392", "483 53 392")]
    [InlineData("74217000", "74 21 70 00")]
    [InlineData("+4520123456", "+4520123456")]
    public void It_is_shown_in_groups(string text, string shown)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(shown, number.Display);
    }
}
