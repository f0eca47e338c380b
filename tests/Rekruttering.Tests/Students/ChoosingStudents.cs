using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Students;

namespace Rekruttering.Tests.Students;

/// <summary>The filter of the list, which is also the audience of campaigns and offers, on a real database.</summary>
public sealed class ChoosingStudents(ChoosingStudents.Register register) : IClassFixture<ChoosingStudents.Register>
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("?sok=ase", "Åse")]
    [InlineData("?sok=AASE", "")]
    [InlineData("?sok=lodz", "Åse")]
    [InlineData("?sok=ÅSE ŁÓDŹ", "Åse")]
    [InlineData("?sok=ase ntnu", "")]
    [InlineData("?sok=polen", "Per,Åse")]
    [InlineData("?sok=Bo_N@Example", "Bo")]
    [InlineData("?sok=stradins", "Ida")]
    [InlineData("?sok=%", "")]
    [InlineData("?sok=_", "Bo")]
    [InlineData("?sok=\\", "")]
    public Task Search_folds_case_and_diacritics_and_looks_for_every_word(string query, string expected) => Finds(query, expected);

    [Theory]
    [InlineData("?sted=pl-lodz", "Åse")]
    [InlineData("?land=PL", "Per,Åse")]
    [InlineData("?land=pl&ar=5", "Per")]
    [InlineData("?ar=1", "Ida")]
    [InlineData("?ar=3", "Bo")]
    [InlineData("?ar=ikke-begynt", "Nora")]
    [InlineData("?ar=ferdig", "Gro,Kai")]
    [InlineData("?ar=ukjent", "Una")]
    [InlineData("?status=arkiverte", "Arne")]
    [InlineData("?status=alle", "Arne,Bo,Gro,Ida,Kai,Nora,Per,Stig,Una,Åse")]
    [InlineData("?reservasjon=noen", "Bo,Ida")]
    [InlineData("?reservasjon=sommerjobb", "Bo,Ida")]
    [InlineData("?reservasjon=lis1", "Ida")]
    [InlineData("?reservasjon=ingen&land=LV", "")]
    [InlineData("?hjem=5007", "Åse")]
    [InlineData("?lop=avbrutt", "Stig")]
    [InlineData("?lisens=2027-06-15", "Åse")]
    [InlineData("?lisens=2028-06-15", "")]
    public Task Each_filter_narrows(string query, string expected) => Finds(query, expected);

    [Theory]
    [InlineData("")]
    [InlineData("?sted=hogwarts&land=XX&ar=7&status=slettet&reservasjon=x&hjem=9999&lop=x&lisens=2027-02-30&ukjent=1&sok=")]
    public Task What_is_unknown_or_impossible_narrows_nothing(string query) => Finds(query, "Bo,Gro,Ida,Kai,Nora,Per,Stig,Una,Åse");

    [Theory]
    [InlineData(7, 31, "?ar=4", "Per")]
    [InlineData(7, 31, "?ar=5", "Åse")]
    [InlineData(8, 1, "?ar=4", "")]
    [InlineData(8, 1, "?ar=5", "Per")]
    public async Task The_year_rolls_over_with_the_term_on_1_August(int month, int day, string query, string expected)
    {
        await using var db = register.Database.Open("5007");
        Assert.Equal(expected, string.Join(',', await StudentFilter.FromQuery(query).Apply(db.Students, new(2026, month, day)).Select(s => s.FirstName).ToListAsync()));
    }

    [Fact]
    public async Task The_list_and_the_card_count_the_same_year()
    {
        await using var db = register.Database.Open("5007");
        foreach (var year in Enumerable.Range(1, 6))
            foreach (var student in await new StudentFilter { Stage = (StageFilter)year }.Apply(db.Students, Today).ToListAsync())
                Assert.Equal(year, StudyStage.On(Today, student.StartTerm, student.DelayTerms).Year);
    }

    private async Task Finds(string query, string expected)
    {
        await using var db = register.Database.Open("5007");
        var found = await StudentFilter.FromQuery(query).Apply(db.Students, Today).Select(s => s.FirstName).ToListAsync();
        Assert.Equal(expected, string.Join(',', found.Order(StringComparer.Ordinal)));
    }

    public sealed class Register : IAsyncLifetime, IDisposable
    {
        public RegisterDatabase Database { get; } = new();

        public async Task InitializeAsync()
        {
            await Database.InitializeAsync();
            await Database.Add("Åse", d => d with { LastName = "Øverås", StudyPlaceCode = "pl-lodz", HomeKommune = "5007", StartTerm = new(2021, Season.Autumn), LicenceFrom = new(2027, 1, 1), LicenceTo = new(2027, 12, 31) });
            await Database.Add("Per", d => d with { StudyPlaceCode = "pl-gdansk", StartTerm = new(2022, Season.Autumn) });
            await Database.Add("Bo", d => d with { Email = "bo_n@example.com", StudyPlaceCode = "ntnu", StartTerm = new(2023, Season.Autumn), DelayTerms = 2 }, s => s.Reserve(ReservationScope.Jobs, true, Now));
            await Database.Add("Ida", d => d with { StudyPlaceCode = "lv-rsu", StartTerm = new(2026, Season.Autumn) }, s => s.Reserve(ReservationScope.NoContact, true, Now));
            await Database.Add("Nora", d => d with { StartTerm = new(2027, Season.Spring) });
            await Database.Add("Gro", d => d with { StartTerm = new(2020, Season.Autumn) });
            await Database.Add("Kai", d => d with { Progression = Progression.Completed });
            await Database.Add("Una");
            await Database.Add("Stig", d => d with { StartTerm = new(2022, Season.Autumn), Progression = Progression.Discontinued });
            await Database.Add("Arne", d => d with { StudyPlaceCode = "pl-lodz" }, s => s.Archive(Now));
            await Database.Add("Fremmed", d => d with { StudyPlaceCode = "pl-lodz" }, kommune: "5001");
        }

        public Task DisposeAsync() => Database.DisposeAsync();

        public void Dispose() => Database.Dispose();
    }
}
