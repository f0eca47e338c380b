using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Domain.Tests.Import;

public class NamingAContactPerson
{
    static readonly PossibleContact Ase = new(Guid.CreateVersion7(), "Åse Øverås", "ase@example.com");
    static readonly PossibleContact Kari = new(Guid.CreateVersion7(), "Kari Vik", "kari@example.com");
    static readonly PossibleContact OtherKari = new(Guid.CreateVersion7(), "Kari Vik", "kari.vik@example.com");
    static readonly PossibleContact Unnamed = new(Guid.CreateVersion7(), "ola@example.com", "ola@example.com");

    [Theory]
    [InlineData("Åse Øverås")]
    [InlineData("Øverås, Åse")]
    [InlineData("aase  øveraas")]
    [InlineData("ASE@example.com")]
    [InlineData("Åse Ø. <ase@example.com>")]
    public void A_colleague_is_known_by_the_whole_name_or_the_address(string cell) => Assert.Equal((Ase.Id, null, null), Read(cell));

    [Fact]
    public void The_address_tells_two_of_one_name_apart_and_the_name_does_not()
    {
        Assert.Equal((OtherKari.Id, null, null), Read("Kari Vik (kari.vik@example.com)"));
        var (id, name, warning) = Read("Kari Vik");
        Assert.Equal((null, null, "Flere kolleger heter «Kari Vik». Feltet er tomt; skriv e-postadressen til den som er ment."), (id, name, warning));
        Assert.Equal(Unnamed.Id, Read("ola@example.com").Id);
    }

    [Theory]
    [InlineData("Åse")]
    [InlineData("Turid Moen, legekontoret")]
    [InlineData("turid@example.org")]
    public void Anybody_else_is_a_text_and_that_is_said(string cell)
    {
        var (id, name, warning) = Read(cell);
        Assert.Equal((null, cell), (id, name));
        Assert.StartsWith($"«{cell}» er ingen kollega", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kontaktperson")]
    [InlineData("Ansvarleg")]
    [InlineData("Contact person")]
    public void The_column_is_known_by_its_header_also_when_addresses_stand_in_it(string header) =>
        Assert.Equal([ImportField.FullName, ImportField.ContactPerson], ColumnGuess.For(["Namn", header], [["Ida Moen", "ase@example.com"], ["Jon Moen", "kari@example.com"]]));

    static (Guid? Id, string? Name, string? Warning) Read(string cell) => ContactText.Read(cell, [Ase, Kari, OtherKari, Unnamed]);
}
