using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Domain.Tests.Import;

public class ReadingALicence
{
    static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("03.02.2027", "31.12.2027")]
    [InlineData("2027-02-03", "2027-12-31")]
    [InlineData("3. februar 2027", "31/12/2027")]
    public void Two_columns_hold_a_day_each(string from, string to)
    {
        var reading = Read(["Lisens fra", "Lisens til"], from, to);
        Assert.Equal((new DateOnly(2027, 2, 3), new DateOnly(2027, 12, 31)), (reading.Person!.LicenceFrom, reading.Person.LicenceTo));
        Assert.Empty(reading.Warnings);
    }

    [Theory]
    [InlineData("03.02.2027–31.12.2027")]
    [InlineData("03.02.2027-31.12.2027")]
    [InlineData("03.02.2027 - 31.12.2027")]
    [InlineData("2027-02-03 - 2027-12-31")]
    [InlineData("fra 3. februar 2027 til 31. desember 2027")]
    [InlineData("Ja, fra og med 03.02.2027 til og med 31.12.2027")]
    [InlineData("from 2027-02-03 to 2027-12-31")]
    public void One_column_holds_both(string cell)
    {
        var reading = Read(["Studentlisens"], cell);
        Assert.Empty(reading.Warnings);
        Assert.Equal((new DateOnly(2027, 2, 3), new DateOnly(2027, 12, 31)), (reading.Person!.LicenceFrom, reading.Person.LicenceTo));
    }

    [Fact]
    public void The_first_day_alone_is_a_licence_without_an_end_and_no_is_none()
    {
        Assert.Equal((new DateOnly(2027, 2, 3), (DateOnly?)null), Of(Read(["Lisens"], "fra 03.02.2027")));
        var none = Read(["Lisens"], "nei");
        Assert.Equal(((DateOnly?)null, 0), (none.Person!.LicenceFrom, none.Warnings.Count));
    }

    [Fact]
    public void A_month_is_its_first_or_last_day_and_said_so()
    {
        var reading = Read(["Lisens frå", "Licence until"], "februar 2027", "12.2027");
        Assert.Equal((new DateOnly(2027, 2, 1), new DateOnly(2027, 12, 31)), (reading.Person!.LicenceFrom, reading.Person.LicenceTo));
        Assert.Equal(["Lisens frå: Det står bare en måned. Vi har satt 1. februar 2027; rett det hvis lisensen gjelder fra en annen dag.",
            "Licence until: Det står bare en måned. Vi har satt 31. desember 2027; rett det hvis lisensen går ut en annen dag."], reading.Warnings);
    }

    [Theory]
    [InlineData("ja", "", "Lisens fra: «ja» er ikke en dato")]
    [InlineData("2027", "", "Lisens fra: «2027» er ikke en dato")]
    [InlineData("31.02.2027", "", "Lisens fra: «31.02.2027» er ikke en dato")]
    [InlineData("03.02.1927", "", "Lisens fra: «03.02.1927» er for langt unna")]
    [InlineData("", "31.12.2027", "Lisens til: Det står ikke hvilken dag lisensen gjelder fra.")]
    [InlineData("03.02.2027", "01.01.2027", "Lisens til: Lisensen går ut før den begynner å gjelde.")]
    public void What_gives_no_day_is_left_empty_and_said(string from, string to, string warning)
    {
        var reading = Read(["Lisens fra", "Lisens til"], from, to);
        Assert.StartsWith(warning, Assert.Single(reading.Warnings), StringComparison.Ordinal);
        Assert.Equal((null, null), (reading.Person!.LicenceFrom, reading.Person.LicenceTo));
    }

    [Fact]
    public void A_new_licence_has_not_the_last_day_of_the_old_and_silence_changes_nothing()
    {
        var known = Read(["Lisens"], "01.02.2026–31.12.2026").Person!.AsNew();
        Assert.Equal((known.LicenceFrom, known.LicenceTo), Days(Read(["Lisens"], "").Person!.Over(known)));
        Assert.Equal((known.LicenceFrom, known.LicenceTo), Days(Read(["Lisens"], "01.02.2026").Person!.Over(known)));
        Assert.Equal((new DateOnly(2027, 2, 1), null), Days(Read(["Lisens"], "01.02.2027").Person!.Over(known)));
        static (DateOnly?, DateOnly?) Days(Rekruttering.Domain.Students.StudentDetails d) => (d.LicenceFrom, d.LicenceTo);
    }

    static (DateOnly?, DateOnly?) Of(RowReading reading) => (reading.Person!.LicenceFrom, reading.Person.LicenceTo);

    static RowReading Read(string[] headers, params string[] cells)
    {
        string[] all = ["Navn", "E-post", .. headers];
        return new RowReader(all, ColumnGuess.For(all, []), new("egen liste", Rekruttering.Domain.Students.LegalBasis.PublicTask, new DateOnly(2026, 1, 2)), Today).Read(["Ida Vik", "ida@example.com", .. cells]);
    }
}
