using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Domain.Tests.Import;

public class ReadingALegalBasis
{
    [Theory]
    [InlineData("samtykke", LegalBasis.Consent)]
    [InlineData("Samtykkje", LegalBasis.Consent)]
    [InlineData("Samtykke gitt 12.03.2025 på e-post", LegalBasis.Consent)]
    [InlineData("GDPR art. 6 nr. 1 bokstav a", LegalBasis.Consent)]
    [InlineData("1.1.2026, art. 6 nr. 1 a", LegalBasis.Consent)]
    [InlineData("Art. 6(1)(e)", LegalBasis.PublicTask)]
    [InlineData("Oppgave i allmennhetens interesse (art. 6 nr. 1 e)", LegalBasis.PublicTask)]
    [InlineData("allmenn interesse", LegalBasis.PublicTask)]
    [InlineData("Utøvelse av offentlig myndighet", LegalBasis.PublicTask)]
    [InlineData("henvendelse", LegalBasis.Application)]
    [InlineData("Henvendelse fra studenten (art. 6 nr. 1 b)", LegalBasis.Application)]
    [InlineData("søknad om sommerjobb", LegalBasis.Application)]
    public void What_every_word_of_is_known_is_read(string text, LegalBasis basis) => Assert.Equal(basis, LegalBasisText.Read(text).Value);

    [Theory]
    [InlineData("ikke samtykke")]
    [InlineData("har ikke gitt samtykke")]
    [InlineData("samtykke: nei")]
    [InlineData("mangler samtykke")]
    [InlineData("ønsker ikke samtykke")]
    [InlineData("Samtykke ikke innhentet")]
    [InlineData("samtykke trukket")]
    [InlineData("Samtykke avslått")]
    [InlineData("Venter på samtykke")]
    [InlineData("no consent")]
    [InlineData("samtykke eller søknad")]
    [InlineData("samtykke, søknad")]
    [InlineData("2025")]
    public void One_word_more_may_say_the_opposite_and_is_refused(string text) => Assert.Contains("er ikke et grunnlag vi kjenner", LegalBasisText.Read(text).Refusal);

    [Theory]
    [InlineData("Ja")]
    [InlineData("nei")]
    [InlineData("x")]
    public void Yes_and_no_are_told_which_column_they_belong_in(string text) => Assert.Contains("«Samtykke gitt (dato)»", LegalBasisText.Read(text).Refusal);

    [Fact]
    public void An_empty_cell_is_no_basis_and_no_fault() => Assert.Equal(default, LegalBasisText.Read(" "));
}
