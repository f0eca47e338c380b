using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Domain.Tests.Jobs;

public sealed class WritingASummerJob
{
    private static readonly SummerJobDetails Good = new()
    {
        Title = "Assistent",
        Workplace = "Namsos legevakt",
        Description = "Hjelpe til.",
        From = new(2027, 6, 21),
        To = new(2027, 8, 13),
        Seats = 2,
        AnswerDeadline = new(2027, 2, 5, 14, 0, 0, DateTimeKind.Utc),
    };

    public static TheoryData<SummerJobDetails, string> Wrong => new()
    {
        { Good with { Title = " " }, nameof(Good.Title) },
        { Good with { Workplace = new string('x', SummerJob.LongestName + 1) }, nameof(Good.Workplace) },
        { Good with { Description = "" }, nameof(Good.Description) },
        { Good with { To = new(2027, 6, 20) }, nameof(Good.To) },
        { Good with { Seats = 0 }, nameof(Good.Seats) },
        { Good with { PositionPercent = 101 }, nameof(Good.PositionPercent) },
        { Good with { AnswerDeadline = new(2027, 8, 13, 22, 0, 0, DateTimeKind.Utc) }, nameof(Good.AnswerDeadline) },
        { Good with { AdUrl = "javascript:alert(1)" }, nameof(Good.AdUrl) },
        { Good with { AdUrl = "namsos.example.com" }, nameof(Good.AdUrl) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_points_at_its_field(SummerJobDetails details, string field) =>
        Assert.Equal(field, SummerJob.Create("5007", details, default).Refusal!.Field);

    [Fact]
    public void What_is_written_is_what_is_read() =>
        Assert.Equal(Good, SummerJob.Create("5007", Good, default).Value!.Details);

    [Fact]
    public void Seats_may_not_go_below_what_is_taken()
    {
        var job = SummerJob.Create("5007", Good, default).Value!;

        Assert.IsType<FewerSeatsThanTaken>(job.Edit(Good with { Seats = 1 }, new SeatCount(Seats: 2, Taken: 1, Held: 1, Waiting: 0)).Refusal);
        Assert.Equal(2, job.Seats);
    }

    [Fact]
    public void A_draft_is_opened_before_it_is_offered_and_an_ended_job_stays_ended()
    {
        var (job, now) = (SummerJob.Create("5007", Good, default).Value!, Good.AnswerDeadline.AddDays(-3));

        Assert.IsType<JobNotOpen>(job.MayBeOffered(now).Refusal);
        Assert.True(job.Open().IsOk);
        Assert.True(job.MayBeOffered(now).IsOk);
        Assert.IsType<DeadlineOfJobPassed>(job.MayBeOffered(Good.AnswerDeadline).Refusal);
        Assert.True(job.Close().IsOk);
        Assert.IsType<JobOver>(job.Open().Refusal);
        Assert.True(job.Cancel().IsOk);
        Assert.IsType<JobOver>(job.Cancel().Refusal);
    }

    [Theory]
    [InlineData("2027-03-28T02:00", "2027-03-28T01:00")]
    [InlineData("2027-03-28T03:00", "2027-03-28T01:00")]
    [InlineData("2027-10-31T02:00", "2027-10-31T00:00")]
    [InlineData("2027-10-31T03:00", "2027-10-31T02:00")]
    public void A_deadline_in_the_nights_when_the_clocks_change_is_the_hour_people_mean(string oslo, string utc) =>
        Assert.Equal(DateTime.SpecifyKind(DateTime.Parse(utc), DateTimeKind.Utc), OsloTime.ToUtc(DateTime.Parse(oslo)));
}
