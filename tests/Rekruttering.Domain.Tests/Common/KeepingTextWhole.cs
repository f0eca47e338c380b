using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Tests.Common;

public class KeepingTextWhole
{
    [Fact]
    public void What_is_no_character_is_marked_as_lost()
    {
        Assert.Equal("a\uFFFD", UnicodeText.Mended("a\uD83D"));
        Assert.Equal("\uFFFDb", UnicodeText.Mended("\uDE00b"));
        Assert.Equal("a\uFFFDb", UnicodeText.Mended("a\uFFFEb"));
        Assert.Equal("a\uD83D\uDE00b", UnicodeText.Mended("a\uD83D\uDE00b"));
        Assert.Equal("a\uFFFD", SearchText.Fold("A\uD83D"));
    }

    [Theory]
    [InlineData("ab\uD83D\uDE00", 3, "ab")]
    [InlineData("ab\uD83D\uDE00", 4, "ab\uD83D\uDE00")]
    [InlineData("abc", 2, "ab")]
    public void A_cut_never_leaves_half_a_letter(string text, int most, string left) => Assert.Equal(left, text.Cut(most));
}
