using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Tests.Lis1;

public sealed class StatingWishes
{
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    private readonly Lis1Wishes _wishes = Lis1Wishes.For(Student.Create("5007", new StudentDetails
    {
        FirstName = "Kari",
        LastName = "Nordmann",
        Source = "Egen liste",
        LegalBasis = LegalBasis.PublicTask,
        CollectedOn = new(2026, 9, 1),
    }, Now), new Term(2027, Season.Autumn));

    [Fact]
    public void The_order_is_kept_and_each_hospital_counts_once()
    {
        Assert.True(_wishes.Restate(["hnt-namsos", "ahus", "hnt-namsos"], " Helst tredelt. ", Now).Value);

        Assert.Equal([(1, "hnt-namsos"), (2, "ahus")], _wishes.Hospitals.Select(w => (w.Rank, w.HospitalCode)));
        Assert.Equal("Helst tredelt.", _wishes.Comment);
    }

    [Fact]
    public void The_same_again_is_no_change_and_another_order_is()
    {
        _wishes.Restate(["hnt-namsos", "ahus"], null, Now);

        Assert.False(_wishes.Restate(["hnt-namsos", "ahus"], " ", Now.AddDays(1)).Value);
        Assert.Equal(Now, _wishes.StatedAt);
        Assert.True(_wishes.Restate(["ahus", "hnt-namsos"], null, Now.AddDays(1)).Value);
        Assert.True(_wishes.Restate(["ahus"], null, Now.AddDays(2)).Value);
        Assert.Equal(["ahus"], _wishes.Hospitals.Select(w => w.HospitalCode));
    }

    [Fact]
    public void Nothing_and_everything_say_nothing()
    {
        Assert.IsType<NoHospitalChosen>(_wishes.Restate([], null, Now).Refusal);
        Assert.IsType<TooManyHospitals>(_wishes.Restate([.. HospitalCatalogue.All.Take(Lis1Wishes.MostHospitals + 1).Select(h => h.Code)], null, Now).Refusal);
    }

    [Theory]
    [InlineData("2026-11-22", "2027-03")]
    [InlineData("2027-02-28", "2027-03")]
    [InlineData("2027-03-01", "2027-09")]
    [InlineData("2027-09-01", "2028-03")]
    public void The_next_intake_is_one_that_has_not_begun(string day, string first)
    {
        var intakes = Lis1Intake.After(DateOnly.Parse(day));

        Assert.Equal(first, Lis1Intake.CodeOf(intakes[0]));
        Assert.Equal(6, intakes.Count);
        Assert.All(intakes, intake => Assert.Equal(intake, Lis1Intake.Parse(Lis1Intake.CodeOf(intake))));
    }

    [Theory]
    [InlineData("5007", "hnt-namsos")]
    [InlineData("1811", "hnt-namsos")]
    [InlineData("5006", "hnt-levanger")]
    [InlineData("5001", "stolav-trondheim")]
    [InlineData("1508", "hmr-alesund")]
    public void The_nearest_hospital_does_not_stop_at_the_border_of_a_fylke(string kommune, string nearest) =>
        Assert.Equal(nearest, HospitalAreas.NearestTo(kommune)[0].Code);

    [Fact]
    public void Where_nobody_has_told_us_no_hospital_is_nearest() => Assert.Empty(HospitalAreas.NearestTo("1103"));
}
