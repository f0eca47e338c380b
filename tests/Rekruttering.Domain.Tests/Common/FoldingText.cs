using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Tests.Common;

public class FoldingText
{
    [Theory]
    [InlineData("Łódź", "lodz")]
    [InlineData("Åse  Øverås ", "ase overas")]
    [InlineData("Sæther", "saether")]
    [InlineData("A\u030Ase", "ase")]
    [InlineData("Máret Ánte\tŽukowski", "maret ante zukowski")]
    [InlineData("Gda?ski", "gda?ski")]
    [InlineData("Straße", "strasse")]
    [InlineData("\u00A0", "")]
    [InlineData(null, "")]
    public void Search_folds_case_and_diacritics(string? text, string folded)
    {
        Assert.Equal(folded, SearchText.Fold(text));
        Assert.Equal(folded, SearchText.Fold(SearchText.Fold(text)));
    }

    [Fact]
    public void The_letters_that_are_folded_by_a_shorter_way_come_out_as_by_the_long_one()
    {
        foreach (var letter in Enumerable.Range(0, 0x80).Select(code => (char)code).Concat("æøåÆØÅ"))
            Assert.Equal(SearchText.Fold($"K {letter}{letter} b\u200B"), SearchText.Fold($"K {letter}{letter} b"));
    }

    [Theory]
    [InlineData("Åse Øverås", "Aase Øveraas")]
    [InlineData("Åse Øverås", "ASE OVERAS")]
    [InlineData("Sverre Sæther", "Saether, Sverre")]
    [InlineData("Anne-Grete Kjølsøy", "Anne Grete  Kjoelsoey")]
    public void Two_spellings_of_a_name_share_a_key(string one, string other) => Assert.Equal(SearchText.NameKey(one), SearchText.NameKey(other));

    [Fact]
    public void Two_names_do_not() => Assert.NotEqual(SearchText.NameKey("Åse Øverås"), SearchText.NameKey("Åse Åsen"));

    [Theory]
    [InlineData("Dvo?ák", true)]
    [InlineData("?ukowski", true)]
    [InlineData("Ji\uFFFD", true)]
    [InlineData("Ola?", false)]
    [InlineData("Ola", false)]
    [InlineData(null, false)]
    public void A_lost_letter_is_seen(string? text, bool lost) => Assert.Equal(lost, LostLetter.In(text));
}
