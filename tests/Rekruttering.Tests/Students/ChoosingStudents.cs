using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>The filter of the list, which is also the audience of campaigns and offers, on a real database.</summary>
public sealed class ChoosingStudents(ChoosingStudents.Register register) : IClassFixture<ChoosingStudents.Register>
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("?sok=ase", "Åse")]
    [InlineData("?sok=AASE", "Åse")]
    [InlineData("?sok=oeverå", "Åse")]
    [InlineData("?sok=verås", "")]
    [InlineData("?sok=ASE OR per", "")]
    [InlineData("?sok=\"ase\" -*", "Åse")]
    [InlineData("?sok=bo_n@example.com", "Bo")]
    [InlineData("?sok=lodz", "Åse")]
    [InlineData("?sok=ÅSE ŁÓDŹ", "Åse")]
    [InlineData("?sok=ase ntnu", "")]
    [InlineData("?sok=polen", "Per,Åse")]
    [InlineData("?sok=Bo_N@Example", "Bo")]
    [InlineData("?sok=stradins", "Ida")]
    [InlineData("?sok=%", "")]
    [InlineData("?sok=_", "")]
    [InlineData("?sok=\\", "")]
    public Task Search_folds_case_and_diacritics_and_looks_for_every_word(string query, string expected) => Finds(query, expected);

    [Fact]
    public async Task A_student_is_found_by_what_she_is_called_now_and_not_at_all_once_she_is_gone()
    {
        var malvik = register.Given.Kommune("Malvik");
        var before = await malvik.Student("Arnt");
        var student = await malvik.Student("Vibeke");
        await register.In(malvik.Number, services => Rebuilt(services.GetRequiredService<RekrutteringDb>(), before.Id));
        Task<List<string>> Find(string word) => register.In(malvik.Number, services => new StudentFilter { Search = word }.Apply(services.GetRequiredService<RekrutteringDb>(), Today).Select(s => s.FirstName).ToListAsync());
        Assert.Equal(["Vibeke"], await Find("vibeke"));

        await register.In(malvik.Number, services => services.GetRequiredService<RekrutteringDb>() is var db && db.Students.Single(s => s.Id == student.Id) is var row ? Renamed(db, row) : throw new InvalidOperationException());
        Assert.Equal(["Wenche"], await Find("wenche"));
        Assert.Empty(await Find("vibeke"));

        await register.In(malvik.Number, services => services.GetRequiredService<RekrutteringDb>().Students.Where(s => s.Id == student.Id).ExecuteDeleteAsync());
        Assert.Empty(await register.In(malvik.Number, services => services.GetRequiredService<RekrutteringDb>() is var db ? db.StudentSearch(db.QueryFor(["wenche"])).ToListAsync() : throw new InvalidOperationException()));

        // A row is gone and, where the engine numbers its rows anew, all after it have other numbers.
        static async Task<int> Rebuilt(RekrutteringDb db, Guid gone)
        {
            await db.Students.Where(s => s.Id == gone).ExecuteDeleteAsync();
            return db.IsEmbedded ? await db.Database.ExecuteSqlRawAsync("VACUUM") : 0;
        }

        static Task<int> Renamed(RekrutteringDb db, Student row)
        {
            row.Update(row.Details with { FirstName = "Wenche" }, Now);
            return db.SaveChangesAsync();
        }
    }

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
        var found = await register.In("5007", services => StudentFilter.FromQuery(query).Apply(services.GetRequiredService<RekrutteringDb>(), new(2026, month, day)).Select(s => s.FirstName).ToListAsync());
        Assert.Equal(expected, string.Join(',', found));
    }

    [Fact]
    public async Task The_filter_and_the_card_count_the_same_year()
    {
        for (var year = 1; year <= 6; year++)
        {
            var filter = new StudentFilter { Stage = (StageFilter)year };
            var found = await register.In("5007", services => filter.Apply(services.GetRequiredService<RekrutteringDb>(), Today).ToListAsync());
            Assert.All(found, student => Assert.Equal(year, StudyStage.On(Today, student.StartTerm, student.DelayTerms).Year));
        }
    }

    private async Task Finds(string query, string expected)
    {
        var found = await register.In("5007", services => StudentFilter.FromQuery(query).Apply(services.GetRequiredService<RekrutteringDb>(), Today).Select(s => s.FirstName).ToListAsync());
        Assert.Equal(expected, string.Join(',', found.Order(StringComparer.Ordinal)));
    }

    public sealed class Register : RekrutteringApp, IAsyncLifetime
    {
        public async Task InitializeAsync()
        {
            var namsos = Given.Kommune("Namsos");
            await Add(namsos, "Åse", d => d with { LastName = "Øverås", StudyPlaceCode = "pl-lodz", HomeKommune = "5007", StartTerm = new(2021, Season.Autumn), LicenceFrom = new(2027, 1, 1), LicenceTo = new(2027, 12, 31) });
            await Add(namsos, "Per", d => d with { StudyPlaceCode = "pl-gdansk", StartTerm = new(2022, Season.Autumn) });
            await Add(namsos, "Bo", d => d with { Email = "bo_n@example.com", StudyPlaceCode = "ntnu", StartTerm = new(2023, Season.Autumn), DelayTerms = 2 }, s => s.Reserve(ReservationScope.Jobs, true, Now));
            await Add(namsos, "Ida", d => d with { StudyPlaceCode = "lv-rsu", StartTerm = new(2026, Season.Autumn) }, s => s.Reserve(ReservationScope.NoContact, true, Now));
            await Add(namsos, "Nora", d => d with { StartTerm = new(2027, Season.Spring) });
            await Add(namsos, "Gro", d => d with { StartTerm = new(2020, Season.Autumn) });
            await Add(namsos, "Kai", d => d with { Progression = Progression.Completed });
            await Add(namsos, "Una", d => d);
            await Add(namsos, "Stig", d => d with { StartTerm = new(2022, Season.Autumn), Progression = Progression.Discontinued });
            await Add(namsos, "Arne", d => d with { StudyPlaceCode = "pl-lodz" }, s => s.Archive(Now));
            await Add(Given.Kommune("Trondheim"), "Fremmed", d => d with { StudyPlaceCode = "pl-lodz" });
        }

        Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

        private static Task<Student> Add(GivenKommune kommune, string name, Func<StudentDetails, StudentDetails> with, Action<Student>? then = null) =>
            kommune.Student(name, d => with(d with { Email = null }) is var done && StudyPlaceCatalogue.Find(done.StudyPlaceCode) is { } place ? done with { CountryCode = place.Country } : done, then);
    }
}
