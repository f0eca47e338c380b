using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Domain.Tests.Students;

public sealed class TyingAStudentToAPlace
{
    [Fact]
    public void Ties_are_values_and_each_stands_alone()
    {
        var ties = Ties.None.With(TieKind.GrewUp, "").With(TieKind.Other, "hytte");
        Assert.Equal(new Ties(GrewUp: "", Other: "hytte"), ties);
        Assert.Equal([(TieKind.GrewUp, ""), (TieKind.Other, "hytte")], ties.All);
        Assert.Equal(new Ties(Other: "hytte"), ties.With(TieKind.GrewUp, null));
        Assert.Equal(new Ties("Jøa", "mor", null, "hytte"), new Ties("Jøa", "mor").And(ties));
    }

    [Theory]
    [InlineData("Vokst opp her", "", null, null, null)]
    [InlineData("Vokst opp her: Jøa; Har familie her", "Jøa", "", null, null)]
    [InlineData("mormor på Jøa", null, "mormor på Jøa", null, null)]
    [InlineData("Kjæreste", null, null, "", null)]
    [InlineData("Annen tilknytning: hytte", null, null, null, "hytte")]
    [InlineData("Hytte i Namsos", null, null, null, "Hytte i Namsos")]
    [InlineData("", null, null, null, null)]
    public void A_cell_is_read_as_ties_and_what_fits_no_kind_is_kept_in_words(string cell, string? grewUp, string? family, string? partner, string? other) =>
        Assert.Equal(new Ties(grewUp, family, partner, other), TiesText.Read(cell));
}
