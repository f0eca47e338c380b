using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Domain.Tests.Import;

public class GuessingColumns
{
    [Fact]
    public void A_kommunes_own_list_is_understood_by_its_headers() => Assert.Equal(
        [
            ImportField.LastName, ImportField.FirstName, ImportField.Email, ImportField.Phone, ImportField.HomeKommune, ImportField.HomeKommuneNumber, ImportField.StudyPlace,
            ImportField.Country, ImportField.StartTerm, ImportField.Graduation, ImportField.Source, ImportField.LegalBasis, ImportField.CollectedOn,
        ],
        ColumnGuess.For(["Etternavn", "Fornavn", "E-post", "Mobil", "Hjemkommune", "Kommunenr", "Studiested", "Land", "Startet", "Ferdig (ca)", "Kilde", "Grunnlag", "Dato innhentet"], []));

    [Fact]
    public void A_regions_workbook_and_a_register_extract_are_too()
    {
        Assert.Equal(
            [
                ImportField.FullName, ImportField.Email, ImportField.Phone, ImportField.HomeKommuneNumber, ImportField.StudyPlace,
                ImportField.Country, ImportField.StartTerm, ImportField.Graduation, ImportField.ConsentGivenOn, ImportField.Notes,
            ],
            ColumnGuess.For(["Navn", "E-postadresse", "Telefon", "Kommunenummer", "Lærested", "Studieland", "Studiestart", "Forventet ferdig", "Samtykke gitt", "Merknad"], []));
        Assert.Equal(
            [ImportField.FullName, ImportField.Email, ImportField.HomeKommune, ImportField.Country, ImportField.StudyPlace, ImportField.StudyYear],
            ColumnGuess.For(["navn", "epost", "hjemstedskommune", "utd_studieland", "larested", "studieaar"], []));
    }

    [Fact]
    public void Nynorsk_and_English_headers_are_known() => Assert.Equal(
        [ImportField.FirstName, ImportField.LastName, ImportField.HomeKommune, ImportField.Source, ImportField.Email, ImportField.Graduation],
        ColumnGuess.For(["Fornamn", "Etternamn", "Heimkommune", "Kjelde", "E-mail address", "Expected graduation"], []));

    [Fact]
    public void Unknown_headers_are_guessed_from_what_stands_below() => Assert.Equal(
        [ImportField.Ignore, ImportField.Email, ImportField.Phone, ImportField.HomeKommuneNumber, ImportField.Country, ImportField.StudyPlace],
        ColumnGuess.For(["A", "B", "C", "D", "E", "F"],
        [
            ["hei", "ola@example.com", "48353392", "5007", "Polen", "NTNU"],
            ["hopp", "kari@example.com", "+47 483 53 393", "1703", "Norge", "UiB"],
        ]));

    [Fact]
    public void A_field_is_given_to_one_column_only() => Assert.Equal([ImportField.Email, ImportField.Ignore], ColumnGuess.For(["E-post", "Epost"], []));

    [Theory]
    [InlineData("Navn (etternavn fornavn)", ImportField.FullNameLastFirst)]
    [InlineData("Etternavn, fornavn", ImportField.FullNameLastFirst)]
    [InlineData("Fornavn og etternavn", ImportField.FullName)]
    [InlineData("Navn", ImportField.FullName)]
    public void A_header_tells_which_name_stands_first(string header, ImportField field) => Assert.Equal(field, ColumnGuess.FromHeader(header));

    [Fact]
    public void A_name_beside_a_last_name_is_the_first_name_unless_it_holds_both()
    {
        Assert.Equal([ImportField.FirstName, ImportField.LastName], ColumnGuess.For(["Navn", "Etternavn"], [["Tora", "Vik"], ["Odd", "Moen"]]));
        Assert.Equal([ImportField.LastName, ImportField.FirstName], ColumnGuess.For(["Namn", "Fornamn"], [["Vik", "Tora"]]));
        Assert.Equal([ImportField.FullName, ImportField.Ignore], ColumnGuess.For(["Navn", "Etternavn"], [["Tora Vik", "Vik"], ["Moen, Odd", "Moen"]]));
        Assert.Equal([ImportField.Ignore, ImportField.FirstName, ImportField.LastName], ColumnGuess.For(["Navn", "Fornavn", "Etternavn"], [["Tora Vik", "Tora", "Vik"]]));
    }

    [Fact]
    public void What_was_said_of_a_name_stands_and_a_new_column_does_not_clash_with_it() => Assert.Equal(
        [ImportField.FullName, ImportField.Ignore],
        ColumnGuess.Remembering(["Hvem", "Etternavn"], [["Tora Vik", "Vik"]], ["Hvem"], [ImportField.FullName]));
}
