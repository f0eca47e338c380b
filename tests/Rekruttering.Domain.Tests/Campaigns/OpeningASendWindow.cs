using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Tests.Campaigns;

/// <summary>When campaign mail may leave, by Oslo's clock, also in the nights that have an hour too few or too many.</summary>
public sealed class OpeningASendWindow
{
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();
    private static readonly DayOfWeek[] WorkDays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Theory]
    [InlineData("2027-01-20T09:00:00Z", "2027-01-20T07:00:00Z", "2027-01-20T15:00:00Z")] // In the middle of a Wednesday.
    [InlineData("2027-01-20T15:00:00Z", "2027-01-21T07:00:00Z", "2027-01-21T15:00:00Z")] // Four o'clock is closed.
    [InlineData("2027-01-22T15:00:00Z", "2027-01-25T07:00:00Z", "2027-01-25T15:00:00Z")] // Friday evening: Monday.
    [InlineData("2027-03-26T16:00:00Z", "2027-03-29T06:00:00Z", "2027-03-29T14:00:00Z")] // Over the weekend in which spring takes an hour.
    [InlineData("2026-10-23T15:00:00Z", "2026-10-26T07:00:00Z", "2026-10-26T15:00:00Z")] // Over the weekend in which autumn gives it back.
    public void The_next_stretch_is_found_from_any_instant(string at, string opens, string closes) =>
        Assert.Equal((Utc(opens), Utc(closes)), new SendWindow(WorkDays, 8, 16).At(Utc(at)));

    [Theory]
    [InlineData("2027-03-27T23:30:00Z", 1, 3, "2027-03-28T00:00:00Z", "2027-03-28T01:00:00Z")] // 01–02, then it is 03.
    [InlineData("2027-03-27T23:30:00Z", 2, 3, "2027-03-29T00:00:00Z", "2027-03-29T01:00:00Z")] // The hour is not there: the next night.
    [InlineData("2027-03-27T23:30:00Z", 2, 4, "2027-03-28T01:00:00Z", "2027-03-28T02:00:00Z")]
    [InlineData("2026-10-24T22:30:00Z", 0, 2, "2026-10-24T22:00:00Z", "2026-10-25T00:00:00Z")] // Closed when it is 02 the first time.
    [InlineData("2026-10-24T22:30:00Z", 1, 4, "2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z")] // Both hours between.
    [InlineData("2026-10-24T22:30:00Z", 2, 3, "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z")]
    public void The_nights_when_the_clock_changes(string at, int from, int to, string opens, string closes) =>
        Assert.Equal((Utc(opens), Utc(closes)), new SendWindow(EveryDay, from, to).At(Utc(at)));

    [Fact]
    public void It_is_never_open_at_an_hour_that_the_wall_clock_says_is_closed()
    {
        foreach (var night in new[] { Utc("2027-03-27T20:00:00Z"), Utc("2026-10-24T20:00:00Z") })
        {
            for (var from = 0; from < 24; from++)
            {
                for (var to = from + 1; to <= 24; to++)
                {
                    var window = new SendWindow(EveryDay, from, to);
                    for (var at = night; at < night.AddHours(12); at = at.AddMinutes(30))
                    {
                        var (opens, closes) = window.At(at);
                        Assert.True(closes > at && opens < closes);
                        if (opens <= at)
                            Assert.InRange(OsloTime.FromUtc(at).Hour, from, to - 1);
                    }
                }
            }
        }
    }

    [Fact]
    public void What_is_stored_is_read_back()
    {
        var window = new SendWindow([DayOfWeek.Sunday, DayOfWeek.Monday], 8, 24);

        Assert.Equal("10 8-24", window.ToString());
        Assert.Equal(window, SendWindow.Parse("10 8-24"));
        Assert.Throws<ArgumentException>(() => new SendWindow([], 8, 16));
        Assert.Throws<ArgumentException>(() => new SendWindow(EveryDay, 16, 8));
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, null, System.Globalization.DateTimeStyles.AdjustToUniversal);
}
