using Rekruttering.Application.Students;

namespace Rekruttering.Tests.Students;

/// <summary>A filter as an address and as a sentence. No I/O.</summary>
[Trait("Engine", "Any")]
public sealed class NamingAChoiceOfStudents
{
    [Theory]
    [InlineData("", "Alle studenter")]
    [InlineData("?status=arkiverte", "Alle arkiverte studenter")]
    [InlineData("?status=alle", "Alle studenter, også arkiverte")]
    [InlineData("?land=PL&ar=5&reservasjon=ingen", "Studenter i Polen, 5. år, uten reservasjon")]
    [InlineData("?sted=ntnu&hjem=5007&lop=permisjon", "Studenter ved NTNU fra Namsos, i permisjon")]
    [InlineData("?tilknytning=familie&kontaktperson=ingen", "Studenter, med familie her, uten kontaktperson")]
    [InlineData("?sok=%C3%A5se%20%C3%B8&status=arkiverte&lisens=2027-06-15", "Arkiverte studenter, med lisens 15. juni 2027, som passer med «åse ø»")]
    public void It_is_a_plain_sentence(string query, string sentence) => Assert.Equal(sentence, StudentFilter.FromQuery(query).Describe());

    [Theory]
    [InlineData("")]
    [InlineData("?sok=%C3%A5se%20%26%20co")]
    [InlineData("?sok=a%25b&sted=pl-lodz&land=PL&ar=ikke-begynt&status=alle&reservasjon=lis1&hjem=0301&lop=avbrutt&lisens=2027-06-15&dekning=2025-10-01&tilknytning=ingen&kontaktperson=019a0000-0000-7000-8000-000000000001")]
    public void Its_query_gives_the_same_choice_back(string query)
    {
        var filter = StudentFilter.FromQuery(query);
        Assert.Equal(filter, StudentFilter.FromQuery(filter.ToQuery()));
        Assert.Equal(filter.ToQuery(), StudentFilter.FromQuery(filter.ToQuery()).ToQuery());
    }

    [Fact]
    public void A_query_is_stable() =>
        Assert.Equal("?sok=ase&sted=pl-lodz&land=PL&ar=5&status=alle", StudentFilter.FromQuery("status=ALLE&ar=5&land=pl&sted=pl-lodz&sok=+ase+&x=1").ToQuery());

    [Theory]
    [InlineData("?sok=01010112345", "?sok=%5Bfjernet%5D")]
    [InlineData("?sok=%5Bfjernet%5D", "?sok=%5Bfjernet%5D")]
    [InlineData("?sok=Kari%20010101%2012345", "?sok=Kari")]
    public void A_national_id_is_not_searched_for_and_goes_no_further(string query, string kept) => Assert.Equal(kept, StudentFilter.FromQuery(query).ToQuery());
}
