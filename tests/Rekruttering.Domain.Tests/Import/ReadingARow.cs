using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Domain.Tests.Import;

public class ReadingARow
{
    static readonly DateOnly Today = new(2026, 11, 22);
    static readonly string[] Headers = ["Etternavn", "Fornavn", "E-post", "Mobil", "Hjemkommune", "Kommunenr", "Studiested", "Land", "Startet", "Ferdig (ca)", "Kilde", "Grunnlag", "Dato innhentet"];
    const string Bakken = "Bakken;Maja;maja.bakken0@example.com;+47 483 53 392;Namsos;5007;UPJŠ Košice;Slovakia;høst 2023;2029;egen liste;samtykke;12.12.2025";

    [Fact]
    public void A_whole_row_is_a_person()
    {
        var reading = Read(Bakken);
        Assert.Empty(reading.Warnings);
        Assert.Equal(new ParsedPerson
        {
            FirstName = "Maja",
            LastName = "Bakken",
            Email = "maja.bakken0@example.com",
            Phone = "+4748353392",
            HomeKommune = "5007",
            StudyPlaceCode = "sk-kosice",
            CountryCode = "SK",
            StartTerm = new Term(2023, Season.Autumn),
            GraduationYear = 2029,
            Source = "egen liste",
            LegalBasis = LegalBasis.Consent,
            CollectedOn = new DateOnly(2025, 12, 12),
        }, reading.Person);
    }

    [Theory]
    [InlineData("Bakken", "=HYPERLINK(\"http://example.org\",\"klikk\")", "Etternavn: Cellen inneholder en formel")]
    [InlineData("Bakken", "@SUM(A1)", "Etternavn: Cellen inneholder en formel")]
    [InlineData("Bakken", "", "Etternavn: Navnet mangler")]
    [InlineData("Bakken", "12345", "Etternavn: «12345» ser ikke ut som et navn")]
    [InlineData("maja.bakken0@example.com", "ingrid.at.example.com", "E-post: «ingrid.at.example.com» er ikke en e-postadresse")]
    [InlineData("12.12.2025", "31.02.2025", "Dato innhentet: 31.02.2025 finnes ikke")]
    [InlineData("12.12.2025", "12.12.2027", "Dato innhentet: 12.12.2027 er fram i tid")]
    [InlineData("12.12.2025", "", "Dato innhentet mangler")]
    [InlineData("samtykke", "", "Behandlingsgrunnlag mangler")]
    [InlineData("samtykke", "fordi", "Grunnlag: «fordi» er ikke et grunnlag vi kjenner")]
    [InlineData("samtykke", "ikke samtykke", "Grunnlag: «ikke samtykke» er ikke et grunnlag")]
    [InlineData("egen liste", "", "Kilde mangler")]
    [InlineData("egen liste", "=1+1", "Kilde: Cellen inneholder en formel")]
    [InlineData("egen liste", "#I/T", "Kilde: Cellen viser en feil fra regnearket (#I/T)")]
    [InlineData("Bakken", "#N/A", "Etternavn: «#N/A» ser ikke ut som et navn")]
    [InlineData("maja.bakken0@example.com", "#N/A", "E-post: «#N/A» er ikke en e-postadresse")]
    [InlineData("Namsos;5007", "Atlantis;9876", "Kommunenr: 9876 er ikke et kommunenummer, verken i dag eller tidligere")]
    [InlineData("Namsos;5007", "Atlantis;", "Hjemkommune: «Atlantis» er ikke en kommune vi kjenner")]
    [InlineData("Namsos;5007", "Snillfjord;1613", "Kommunenr: Snillfjord (1613) er delt mellom flere kommuner. Hvilken er det: Heim (5055), Hitra (5056) eller Orkland (5059)?")]
    [InlineData("Namsos;5007", "Våler;", "Hjemkommune: Flere kommuner heter «Våler». Hvilken er det: Våler (Østfold) (3114) eller Våler (Innlandet) (3419)?")]
    [InlineData("Namsos;5007", "Trondheim;5007", "Kommunenr: Nummeret 5007 er Namsos, men navnet er Trondheim")]
    [InlineData("12.12.2025", "12.12.2025;og en til", "Raden har flere celler")]
    public void What_cannot_be_taken_in_is_refused_with_its_column_and_reason(string cell, string instead, string reason)
    {
        var reading = Read(Bakken.Replace(cell, instead, StringComparison.Ordinal));
        Assert.True(reading.IsRefused);
        Assert.Single(reading.Refusals);
        Assert.StartsWith(reason, reading.Reason);
    }

    [Theory]
    [InlineData("Bakken", "Dvo?ák", "Etternavn: «Dvo?ák» har mistet en bokstav")]
    [InlineData("maja.bakken0@example.com", "", "E-post mangler")]
    [InlineData("+47 483 53 392", "483 / 392", "Mobil: «483 / 392» er ikke ett telefonnummer")]
    [InlineData("UPJŠ Košice", "Hogwarts", "Studiested: «Hogwarts» kjenner vi ikke igjen")]
    [InlineData("UPJŠ Košice", "#REF!", "Studiested: Cellen viser en feil fra regnearket (#REF!). Feltet er tomt")]
    [InlineData("UPJŠ Košice;Slovakia", "Semmelweis University;Polen", "Studiested: Semmelweis University ligger ikke i Polen")]
    [InlineData("Slovakia", "Mordor", "Land: «Mordor» er ikke et studieland vi kjenner")]
    [InlineData("høst 2023", "2023", "Startet: Det står bare 2023")]
    [InlineData("2029", "ferdig snart", "Ferdig (ca): «ferdig snart» kan ikke leses")]
    [InlineData("Namsos;5007", "uoppgitt;9999", "Kommunenr: 9999 er ikke en kommune")]
    public void What_can_be_mended_later_is_taken_in_with_a_warning(string cell, string instead, string warning)
    {
        var reading = Read(Bakken.Replace(cell, instead, StringComparison.Ordinal));
        Assert.False(reading.IsRefused, reading.Reason);
        Assert.StartsWith(warning, Assert.Single(reading.Warnings));
    }

    [Theory]
    [InlineData("Namsos;1703", "5007")]
    [InlineData("Namsos;5005", "5007")]
    [InlineData("Oslo;301", "0301")]
    [InlineData("Namsos - Nåavmesjenjaelmie;", "5007")]
    [InlineData(";", null)]
    public void Old_numbers_lost_zeros_and_bilingual_names_are_understood(string cells, string? number)
    {
        var reading = Read(Bakken.Replace("Namsos;5007", cells, StringComparison.Ordinal));
        Assert.Empty(reading.Warnings);
        Assert.Equal(number, reading.Person!.HomeKommune);
    }

    [Fact]
    public void Blanks_around_and_inside_are_cleaned()
    {
        var person = Read("  Sæther;  Åse \u00A0Marie ;KRISTOFFER.ASEN3@EXAMPLE.COM  ;004747758490;Namsos;5007;NTNU;Norge;høst 2025;2031;egen  liste;samtykke;2025-03-14").Person!;
        Assert.Equal(("Åse Marie", "Sæther", "KRISTOFFER.ASEN3@example.com", "+4747758490", "egen liste"), (person.FirstName, person.LastName, person.Email, person.Phone, person.Source));
    }

    [Fact]
    public void A_place_that_could_not_be_recognised_keeps_its_text_on_one_line()
    {
        var person = Read(Bakken.Replace("UPJŠ Košice;Slovakia", "Semmelweis, \"Budapest\"\nklinisk campus;Polen", StringComparison.Ordinal)).Person!;
        Assert.Null(person.StudyPlaceCode);
        Assert.Equal("Semmelweis, \"Budapest\" klinisk campus", person.StudyPlaceText);
        Assert.Equal("PL", person.CountryCode);
    }

    [Theory]
    [InlineData(ImportField.FullName, "Sandvik, Sverre", "Sverre", "Sandvik")]
    [InlineData(ImportField.FullName, "Anne-Grete Moen Nordahl-Skår", "Anne-Grete Moen", "Nordahl-Skår")]
    [InlineData(ImportField.FullNameLastFirst, "Nordahl-Skår Anne-Grete Moen", "Anne-Grete Moen", "Nordahl-Skår")]
    [InlineData(ImportField.FullNameLastFirst, "Sandvik, Sverre", "Sverre", "Sandvik")]
    public void A_whole_name_is_taken_apart(ImportField field, string name, string first, string last)
    {
        var reading = new RowReader(["Navn"], [field], Answers(LegalBasis.PublicTask), Today).Read([name]);
        Assert.Equal((first, last), (reading.Person!.FirstName, reading.Person.LastName));
    }

    [Fact]
    public void One_word_is_not_a_whole_name() =>
        Assert.Equal("Navn: «Sandvik» er bare ett ord. Skriv både fornavn og etternavn.", new RowReader(["Navn"], [ImportField.FullName], Answers(LegalBasis.PublicTask), Today).Read(["Sandvik"]).Reason);

    [Fact]
    public void The_answer_for_the_file_fills_in_but_does_not_overrule()
    {
        var reading = Read(Bakken.Replace("egen liste;samtykke;12.12.2025", "egen liste;;", StringComparison.Ordinal), Answers(LegalBasis.Application));
        Assert.Equal(("egen liste", LegalBasis.Application, new DateOnly(2026, 1, 2)), (reading.Person!.Source, reading.Person.LegalBasis, reading.Person.CollectedOn));
    }

    [Theory]
    [InlineData("2026-09-20", LegalBasis.PublicTask, LegalBasis.Consent, "2026-09-20")]
    [InlineData("", LegalBasis.PublicTask, LegalBasis.PublicTask, "2026-01-02")]
    [InlineData("nei", LegalBasis.PublicTask, LegalBasis.PublicTask, "2026-01-02")]
    [InlineData("ja", LegalBasis.PublicTask, LegalBasis.Consent, "2026-01-02")]
    public void A_date_of_consent_is_both_basis_and_date(string cell, LegalBasis forFile, LegalBasis basis, string collected)
    {
        var person = WithConsent(cell, forFile).Person!;
        Assert.Equal((basis, DateOnly.Parse(collected)), (person.LegalBasis, person.CollectedOn));
    }

    [Fact]
    public void Nobody_is_given_a_consent_that_the_list_does_not_show() =>
        Assert.StartsWith("Samtykke gitt: Samtykket mangler dato", WithConsent("", LegalBasis.Consent).Reason);

    [Theory]
    [InlineData("Ola Vik <ola@example.com>")]
    [InlineData("<ola@example.com>")]
    [InlineData("ola@example.com;")]
    [InlineData("mailto:ola@example.com")]
    public void An_address_is_read_as_mail_programs_copy_it(string cell) => Assert.Equal("ola@example.com", Mailed(cell).Person!.Email);

    [Fact]
    public void A_dash_is_an_empty_cell_and_two_addresses_are_none()
    {
        Assert.Equal((null, false), (Mailed("–").Person!.Email, Mailed("-").IsRefused));
        Assert.StartsWith("E-post: «ola@example.com; ola@example.org»", Mailed("ola@example.com; ola@example.org").Reason);
        Assert.True(Mailed("Ola <ola@example.com> <ola@example.org>").IsRefused);
    }

    static RowReading Mailed(string cell) => new RowReader(["Navn", "E-post"], [ImportField.FullName, ImportField.Email], Answers(LegalBasis.PublicTask), Today).Read(["Ola Vik", cell]);

    [Theory]
    [InlineData(ImportField.FullName, "Anna Maria van der Berg")]
    [InlineData(ImportField.FullNameLastFirst, "van der Berg Anna Maria")]
    public void The_small_words_of_a_last_name_stay_with_it(ImportField field, string name)
    {
        var person = new RowReader(["Navn"], [field], Answers(LegalBasis.PublicTask), Today).Read([name]).Person!;
        Assert.Equal(("Anna Maria", "van der Berg"), (person.FirstName, person.LastName));
    }

    [Fact]
    public void A_year_of_birth_is_kept_and_a_date_of_birth_is_not()
    {
        var reader = new RowReader(["Navn", "Født"], [ImportField.FullName, ImportField.BirthYear], Answers(LegalBasis.PublicTask), Today);
        Assert.Equal(2003, reader.Read(["Ola Vik", "12.03.2003"]).Person!.BirthYear);
        Assert.Equal(2003, reader.Read(["Ola Vik", "2003"]).Person!.BirthYear);
        Assert.Equal((1999, 2001), (reader.Read(["Ola Vik", "12.03.99"]).Person!.BirthYear, reader.Read(["Ola Vik", "12.03.01"]).Person!.BirthYear));
        Assert.Null(reader.Read(["Ola Vik", "2099"]).Person!.BirthYear);
        Assert.All(reader.Read(["Ola Vik", "12.03.1903"]).Warnings, warning => Assert.DoesNotContain("12.03", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_register_knows_is_not_wiped_out_by_an_empty_cell_or_a_lost_letter()
    {
        var known = Read(Bakken.Replace("Bakken", "Dvořák", StringComparison.Ordinal)).Person!.AsNew() with { Note = "ringte i mai" };
        var thin = Read("Dvo?ák;Maja;MAJA.bakken0@example.com;;;;;;;;ny liste;offentlig oppgave;01.06.2026").Person!;
        Assert.Equal(known, thin.Over(known));
    }

    [Fact]
    public void What_the_row_says_goes_on_top_but_not_over_consent()
    {
        var known = Read(Bakken).Person!.AsNew();
        var changed = Read(Bakken.Replace("2029;egen liste;samtykke", "2030;ny liste;søknad", StringComparison.Ordinal)).Person!.Over(known);
        Assert.Equal(known with { GraduationYear = 2030 }, changed);
    }

    [Theory]
    [InlineData("I ordinært løp", Progression.Ordinary)]
    [InlineData("i permisjon", Progression.OnLeave)]
    [InlineData("Forskerlinje", Progression.ResearchTrack)]
    [InlineData("Har fullført", Progression.Completed)]
    [InlineData("avbrutt", Progression.Discontinued)]
    [InlineData("", null)]
    public void How_the_studies_run_is_read(string cell, Progression? progression)
    {
        var reading = Studying(cell, "", "");
        Assert.Empty(reading.Warnings);
        Assert.Equal(progression, reading.Person!.Progression);
    }

    [Theory]
    [InlineData("Ikke fullført", "", "", "Studieløp: «Ikke fullført» er ikke et studieløp vi kjenner")]
    [InlineData("", "mange", "", "Semestre forsinket: «mange» er ikke et antall semestre fra 0 til 20")]
    [InlineData("i permisjon", "", "høst 2027", "Permisjon fra: «høst 2027» kan ikke leses som semesteret permisjonen begynte")]
    [InlineData("i ordinært løp", "", "høst 2025", "Permisjon fra: Raden sier ikke at studenten er i permisjon nå")]
    public void What_is_not_said_clearly_of_the_studies_is_left_empty_with_a_warning(string progression, string delay, string leave, string warning)
    {
        var reading = Studying(progression, delay, leave);
        Assert.StartsWith(warning, Assert.Single(reading.Warnings));
        Assert.Equal((null, null), (reading.Person!.DelayTerms, reading.Person.LeaveFrom));
    }

    [Fact]
    public void Whoever_the_list_says_is_back_has_lost_the_terms_of_the_leave()
    {
        var known = Read(Bakken).Person!.AsNew() with { Progression = Progression.OnLeave, LeaveFrom = new Term(2026, Season.Spring), DelayTerms = 2 };
        StudentDetails After(string progression, string delay = "") => Studying(progression, delay, "").Person!.Over(known);
        Assert.Equal((Progression.Ordinary, 3, (Term?)null), (After("ordinært").Progression, After("ordinært").DelayTerms, After("ordinært").LeaveFrom));
        Assert.Equal(4, After("ordinært", "4").DelayTerms);
        Assert.Equal((Progression.Completed, 2, (Term?)null), (After("fullført").Progression, After("fullført").DelayTerms, After("fullført").LeaveFrom));
        Assert.Equal((Progression.OnLeave, known.LeaveFrom), (After("").Progression, After("").LeaveFrom));
    }

    static RowReading Studying(string progression, string delay, string leave)
    {
        string[] headers = ["Navn", "E-post", "Studieløp", "Semestre forsinket", "Permisjon fra"];
        return new RowReader(headers, ColumnGuess.For(headers, []), Answers(LegalBasis.PublicTask), Today).Read(["Maja Bakken", "maja.bakken0@example.com", progression, delay, leave]);
    }

    static FileAnswers Answers(LegalBasis basis) => new("samhandlingsleder", basis, new DateOnly(2026, 1, 2));

    static RowReading WithConsent(string cell, LegalBasis forFile) =>
        new RowReader(["Navn", "Samtykke gitt"], [ImportField.FullName, ImportField.ConsentGivenOn], Answers(forFile), Today).Read(["Leah Kvål", cell]);

    static RowReading Read(string row, FileAnswers? answers = null) =>
        new RowReader(Headers, ColumnGuess.For(Headers, []), answers ?? new FileAnswers(), Today).Read(row.Split(';'));
}
