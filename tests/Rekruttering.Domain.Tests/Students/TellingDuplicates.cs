using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Domain.Tests.Students;

public class TellingDuplicates
{
    [Theory]
    [InlineData("Åse", "Øverås", "Aase", "Øveraas", NameLikeness.Same)]
    [InlineData("Åse", "Øverås", "ASE", "OVERAS", NameLikeness.Same)]
    [InlineData("Sverre", "Sæther", "Saether", "Sverre", NameLikeness.Same)]
    [InlineData("Łucja", "Wójtowicz", "Lucja", "Wojtowicz", NameLikeness.Same)]
    [InlineData("Tomáš", "Dvo?ák", "Tomas", "Dvořák", NameLikeness.Same)]
    [InlineData("Anne-Grete", "Kjølsøy", "Anne Grete", "Kjoelsoey", NameLikeness.Same)]
    [InlineData("Anne", "Vik", "Anne Grete", "Vik", NameLikeness.Close)]
    [InlineData("Kari", "Vik", "Kari", "Vik Nordby", NameLikeness.Close)]
    [InlineData("Kristin", "Moen", "Kristni", "Moen", NameLikeness.Slip)]
    [InlineData("Marte", "Moen", "Marthe", "Moen", NameLikeness.Slip)]
    [InlineData("Marte", "Moen", "Marta", "Moen", NameLikeness.Slip)]
    [InlineData("Kari", "Nordby", "Kari", "Nordbø", NameLikeness.Close)]
    [InlineData("P.", "Moen", "Pål", "Moen", NameLikeness.Touching)]
    [InlineData("K. A.", "Moen", "Kari Anne", "Moen", NameLikeness.Touching)]
    [InlineData("Per", "Moen", "Pål", "Moen", NameLikeness.None)]
    [InlineData("K.", "Moen", "Pål", "Moen", NameLikeness.None)]
    [InlineData("Kari", "Vik", "Kari", "Berg", NameLikeness.Touching)]
    [InlineData("Kari", "Vik", "Ola", "Vik", NameLikeness.None)]
    [InlineData("Martine", "Moen", "Marte", "Berg", NameLikeness.None)]
    public void Names_are_compared_by_their_folded_words(string first, string last, string otherFirst, string otherLast, NameLikeness likeness)
    {
        var (one, other) = (Person(first, last), Person(otherFirst, otherLast));
        Assert.Equal(likeness, DuplicateRules.Compare(one, other).Name);
        Assert.Equal(likeness, DuplicateRules.Compare(other, one).Name);
    }

    [Theory]
    // A mailbox is nearly a person, but a family may share it, and even the telephone, and twins the year.
    [InlineData("Kari Vik", "Kari Berg", "email", Sameness.Certain)]
    [InlineData("Kari Vik", "K. Vik", "email", Sameness.Certain)]
    [InlineData("Kari Vik", "Knut Vik", "email", Sameness.Possible)]
    [InlineData("Kari Vik", "Kåre Vik", "email", Sameness.Possible)]
    [InlineData("Kari Vik", "Kåre Vik", "email year place", Sameness.Possible)]
    [InlineData("Kristin Vik", "Kristni Vik", "email phone", Sameness.Certain)]
    [InlineData("Kari Vik", "Kari Viik", "email", Sameness.Certain)]
    [InlineData("Kari Vik", "Kari Vik", "email otheryear", Sameness.Certain)]
    [InlineData("Kari Vik", "Kari Berg", "email otheryear", Sameness.Possible)]
    [InlineData("Kari Vik", "Ola Berg", "email", Sameness.Possible)]
    [InlineData("Kari Vik", "Ola Vik", "email otheryear", Sameness.Possible)]
    [InlineData("Kari Vik", "Ola Vik", "email phone year place", Sameness.Possible)]
    // A name alone is a question.
    [InlineData("Kari Vik", "Kari Vik", "", Sameness.Possible)]
    [InlineData("Kari Vik", "Kari Vik", "place", Sameness.Possible)]
    [InlineData("Kari Vik", "Kari Vik", "year", Sameness.Certain)]
    [InlineData("Kari Vik", "Kari Vik", "phone", Sameness.Certain)]
    [InlineData("Kari Vik", "Kari Vik", "phone otheryear", Sameness.Possible)]
    [InlineData("Kari Vik", "Kari Vik", "otheryear place", Sameness.Different)]
    // Near namesakes need more.
    [InlineData("Kari Vik", "Kari Anne Vik", "", Sameness.Different)]
    [InlineData("Kari Vik", "Kari Anne Vik", "place", Sameness.Different)]
    [InlineData("Kari Vik", "Kari Anne Vik", "year", Sameness.Possible)]
    [InlineData("Kari Vik", "Kari Anne Vik", "phone", Sameness.Possible)]
    [InlineData("Kari Vik", "Kari Anne Vik", "phone year", Sameness.Certain)]
    [InlineData("Kari Vik", "Kari Berg", "year place", Sameness.Different)]
    [InlineData("Kari Vik", "Kari Berg", "phone", Sameness.Possible)]
    [InlineData("Kari Vik", "Ola Berg", "phone", Sameness.Different)]
    public void Points_add_up_to_a_verdict(string one, string other, string inCommon, Sameness verdict)
    {
        bool Has(string what) => inCommon.Split(' ').Contains(what);
        PersonTraits Of(string name, int n) => new(name[..name.LastIndexOf(' ')], name[(name.LastIndexOf(' ') + 1)..],
            Has("email") ? "a@example.com" : $"{n}@example.com", Has("phone") ? "+4748353392" : $"+474835339{n}",
            Has("year") ? 2001 : Has("otheryear") ? 2000 + n : n == 1 ? 2001 : null, Has("place") ? "pl-lodz" : $"place-{n}");
        var (first, second) = (Of(one, 1), Of(other, 2));

        Assert.Equal(verdict, DuplicateRules.Compare(first, second).Verdict);
        Assert.Equal(verdict, DuplicateRules.Compare(second, first).Verdict);
    }

    [Fact]
    public void What_nobody_knows_is_nothing_in_common()
    {
        var likeness = DuplicateRules.Compare(Person("Kari", "Vik"), Person("Kari", "Vik"));
        Assert.Equal(DuplicateRules.SameName, likeness.Points);
        Assert.Equal(["samme navn"], likeness.Reasons());
    }

    [Fact]
    public void A_pair_is_one_whoever_comes_first()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Equal(TwoPersons.Ordered(one, other), TwoPersons.Ordered(other, one));
    }

    private static PersonTraits Person(string first, string last) => new(first, last, null, null, null, null);
}
