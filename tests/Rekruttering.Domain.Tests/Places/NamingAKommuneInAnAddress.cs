using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Tests.Places;

public class NamingAKommuneInAnAddress
{
    [Fact]
    public void Each_has_a_name_of_its_own_that_needs_no_escaping()
    {
        Assert.Equal(Kommuner.All.Count, Kommuner.All.Select(kommune => kommune.Slug).Distinct().Count());
        Assert.All(Kommuner.All, kommune => Assert.Matches("^[a-z]+(-[a-z]+)*$", kommune.Slug));
        Assert.All(Kommuner.All, kommune => Assert.Same(kommune, Kommuner.AtAddress(kommune.Slug)));
    }

    [Theory]
    [InlineData("naeroysund", "5060")]
    [InlineData("Namsos", "5007")]
    [InlineData("5007", "5007")]
    [InlineData("heroy-nordland", "1818")]
    [InlineData("heroy", null)]
    [InlineData("1703", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void It_is_found_by_that_name_or_by_todays_number(string? part, string? number) => Assert.Equal(number, Kommuner.AtAddress(part)?.Number);
}
