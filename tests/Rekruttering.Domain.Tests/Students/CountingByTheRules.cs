using System.Globalization;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Tests.Students;

/// <summary>Stage, graduation and licence by the rules of country and school.</summary>
public sealed class CountingByTheRules
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("ntnu", 2021, Season.Autumn, "juni 2027")]
    [InlineData("uio", 2021, Season.Spring, "januar 2027")]
    [InlineData("uio", 2021, Season.Autumn, "juni 2027")]
    [InlineData("dk-aarhus", 2022, Season.Spring, "januar 2028")]
    [InlineData("pl-krakow", 2022, Season.Autumn, "juni 2028")]
    public void Six_years_end_in_June_or_after_a_January_start_in_January(string place, int year, Season season, string expected) =>
        Assert.Equal(expected, StageExplanation.InWords(At(place, new(year, season)).GraduationSeenOn(Today)!.Value));

    [Fact]
    public void A_January_start_changes_year_in_January()
    {
        var plan = At("uio", new(2024, Season.Spring));
        Assert.Equal((6, 3), (plan.StageOn(new(2026, 12, 31)).Semester, plan.StageOn(new(2026, 12, 31)).Year));
        Assert.Equal((7, 4), (plan.StageOn(new(2027, 1, 1)).Semester, plan.StageOn(new(2027, 1, 1)).Year));
        Assert.Equal((8, 4), (plan.StageOn(new(2027, 8, 1)).Semester, plan.StageOn(new(2027, 8, 1)).Year));
    }

    [Theory]
    // § 1: nine semesters behind, whatever is left.
    [InlineData("ntnu", 2022, Season.Autumn, "2026-12-31", false)]
    [InlineData("ntnu", 2022, Season.Autumn, "2027-01-01", true)]
    [InlineData("uio", 2023, Season.Spring, "2027-06-21", true)]
    [InlineData("uio", 2023, Season.Autumn, "2027-06-21", false)]
    // § 2: at most a year left, however many semesters.
    [InlineData("hu-pecs", 2022, Season.Autumn, "2027-05-31", false)]
    [InlineData("hu-pecs", 2022, Season.Autumn, "2027-06-01", true)]
    [InlineData("lv-rsu", 2023, Season.Autumn, "2027-06-21", false)]
    [InlineData("pl-lodz", 2022, Season.Autumn, "2027-06-21", true)]
    [InlineData("sk-martin", 2022, Season.Autumn, "2027-06-21", true)]
    [InlineData("cz-brno", 2023, Season.Autumn, "2027-06-21", false)]
    // January to January.
    [InlineData("dk-aarhus", 2022, Season.Spring, "2027-01-02", true)]
    [InlineData("dk-aarhus", 2022, Season.Spring, "2026-12-31", false)]
    public void A_licence_may_be_had_after_nine_semesters_in_Norway_and_with_a_year_left_abroad(string place, int year, Season season, string day, bool expected) =>
        Assert.Equal(expected, At(place, new(year, season)).MayHaveLicenceOn(Day(day)));

    [Fact]
    public void Without_a_country_the_later_of_the_two_rules_counts()
    {
        var plan = StudyPlan.Of(Details(null, new(2022, Season.Autumn)));
        Assert.Equal(LicenceRule.UnknownCountry, plan.LicenceRule);
        Assert.False(plan.MayHaveLicenceOn(new(2027, 2, 1)));
        Assert.True(plan.MayHaveLicenceOn(new(2027, 6, 21)));
        Assert.Contains(StageExplanation.Of(Details(null, new(2022, Season.Autumn)), Today), rule => rule.Sentence.Contains("Studielandet er ikke ført", StringComparison.Ordinal));
    }

    [Fact]
    public void An_entered_month_goes_before_the_computed_one_and_moves_the_licence_abroad()
    {
        var details = Details("pl-lodz", new(2021, Season.Autumn)) with { GraduationYear = 2028, GraduationMonth = 6 };
        var plan = StudyPlan.Of(details);
        Assert.Equal(new(2028, 6), plan.GraduationSeenOn(Today));
        Assert.False(plan.MayHaveLicenceOn(new(2027, 5, 31)));
        Assert.True(plan.MayHaveLicenceOn(new(2027, 6, 1)));
    }

    [Theory]
    [InlineData(2028, 6, 2022, Season.Autumn)]
    [InlineData(2028, 1, 2022, Season.Spring)]
    [InlineData(2027, 12, 2022, Season.Spring)]
    public void Without_a_start_it_is_counted_back_from_the_month_of_graduation(int year, int month, int startYear, Season start)
    {
        var details = Details("pl-lodz", null) with { GraduationYear = year, GraduationMonth = month };
        Assert.Equal(new Term(startYear, start), StudyPlan.Of(details).CountedFrom);
        Assert.Null(StudyPlan.Of(details with { GraduationMonth = null }).CountedFrom);
    }

    [Theory]
    // The half of Bergen's students that finishes half a year later, somebody delayed, somebody who was early, and one done in the month after this.
    [InlineData("uib", 2020, 2027, 1, 12, 11, false)]
    [InlineData("ntnu", 2019, 2027, 6, 12, 11, false)]
    [InlineData("ntnu", 2021, 2026, 1, 14, 13, true)]
    [InlineData("ntnu", 2022, 2026, 12, 9, 8, false)]
    public void An_entered_month_decides_when_the_last_semester_is_over(string place, int began, int year, int month, int semester, int done, bool isPast)
    {
        var plan = StudyPlan.Of(Details(place, new(began, Season.Autumn)) with { GraduationYear = year, GraduationMonth = month });
        Assert.Equal((semester, done, isPast), (plan.StageOn(Today).Semester, plan.DoneOn(Today), plan.StageOn(Today).IsPastLastTerm));
        Assert.Equal(new StudyMonth(year, month).LastTerm, plan.LastTerm);
    }

    [Fact]
    public void The_last_semester_goes_on_until_the_month_and_is_not_done_before()
    {
        var delayed = Details("ntnu", new(2019, Season.Autumn)) with { GraduationYear = 2027, GraduationMonth = 6 };
        var plan = StudyPlan.Of(delayed);
        Assert.Equal((11, 11, 12), (plan.DoneOn(new(2026, 6, 21)), plan.DoneOn(new(2027, 5, 31)), plan.DoneOn(new(2027, 6, 21))));
        Assert.Equal((6, 12), (plan.StageOn(new(2027, 7, 31)).Year, plan.StageOn(new(2027, 7, 31)).Semester));
        Assert.True(plan.StageOn(new(2027, 8, 1)).IsPastLastTerm);
        Assert.Contains(StageExplanation.Of(delayed, Today), r => r.Sentence == "Ferdig juni 2027: det er ført i registeret og går foran det som regnes ut. Tellingen stopper på 12. semester til da.");
        // A leave does not move what somebody has entered, and a year alone decides nothing.
        var away = delayed with { Progression = Progression.OnLeave, LeaveFrom = new(2024, Season.Spring) };
        Assert.Equal((10, 13), (StudyPlan.Of(away).StageOn(Today).Semester, StudyPlan.Of(away).StageOn(new(2027, 8, 1)).Semester));
        Assert.Equal(new Term(2025, Season.Spring), StudyPlan.Of(delayed with { GraduationMonth = null }).LastTerm);
    }

    [Fact]
    public void Lost_terms_move_everything()
    {
        var plan = StudyPlan.Of(Details("ntnu", new(2021, Season.Autumn)) with { DelayTerms = 1 });
        Assert.Equal((10, new StudyMonth(2028, 1)), (plan.StageOn(Today).Semester, plan.GraduationSeenOn(Today)));
    }

    [Theory]
    [InlineData(0, "juni 2028")]
    [InlineData(1, "juni 2028")]
    [InlineData(2, "juni 2028")]
    [InlineData(3, "januar 2029")]
    public void The_research_track_is_a_year_longer_once(int lost, string expected)
    {
        var details = Details("ntnu", new(2021, Season.Autumn)) with { Progression = Progression.ResearchTrack, DelayTerms = lost };
        Assert.Equal(expected, StageExplanation.InWords(StudyPlan.Of(details).GraduationSeenOn(Today)!.Value));
    }

    [Theory]
    [InlineData(0, 2020, Season.Autumn, 12, false)]
    [InlineData(0, 2019, Season.Autumn, 15, true)]
    [InlineData(1, 2020, Season.Spring, 12, false)]
    [InlineData(1, 2019, Season.Autumn, 14, true)]
    public void A_research_year_that_nobody_counted_makes_the_sixth_year_longer(int lost, int year, Season season, int semester, bool isPast)
    {
        var plan = StudyPlan.Of(Details("ntnu", new(year, season)) with { Progression = Progression.ResearchTrack, DelayTerms = lost });
        Assert.Equal((semester, isPast), (plan.StageOn(Today).Semester, plan.StageOn(Today).IsPastLastTerm));
    }

    [Fact]
    public void A_leave_holds_the_semester_and_loses_its_terms_when_it_is_over()
    {
        var onLeave = Details("ntnu", new(2023, Season.Autumn)) with { Progression = Progression.OnLeave, LeaveFrom = new(2026, Season.Autumn) };
        var plan = StudyPlan.Of(onLeave);
        // Seventh semester was to begin; six are behind, this year and the next.
        foreach (var day in new[] { Today, new(2027, 2, 1), new(2027, 6, 21), new(2027, 9, 1) })
            Assert.Equal((7, 6), (plan.StageOn(day).Semester, plan.DoneOn(day)));
        Assert.Equal("januar 2030", StageExplanation.InWords(plan.GraduationSeenOn(Today)!.Value));

        var back = (onLeave with { Progression = Progression.Ordinary }).After(onLeave, new(2027, Season.Autumn));
        Assert.Equal((2, null), (back.DelayTerms, back.LeaveFrom));
        Assert.Equal(7, StudyPlan.Of(back).StageOn(new(2027, 9, 1)).Semester);
        Assert.Equal("juni 2030", StageExplanation.InWords(StudyPlan.Of(back).GraduationSeenOn(new(2027, 9, 1))!.Value));
        // Who counts the terms by hand is right.
        Assert.Equal(1, (onLeave with { Progression = Progression.Ordinary, DelayTerms = 1 }).After(onLeave, new(2027, Season.Autumn)).DelayTerms);
    }

    [Theory]
    [InlineData("2026-08-20", 2026)]
    [InlineData("2026-08-21", 2027)]
    [InlineData("2026-11-22", 2027)]
    [InlineData("2027-01-01", 2027)]
    public void After_week_33_it_is_the_next_summer(string today, int summer) => Assert.Equal(summer, SummerWork.YearSeenOn(Day(today)));

    [Theory]
    [InlineData("ntnu", 2027, WorkLevel.None, false)]
    [InlineData("ntnu", 2026, WorkLevel.Assistant, false)]
    [InlineData("ntnu", 2025, WorkLevel.Assistant, false)]
    [InlineData("ntnu", 2024, WorkLevel.ExperiencedAssistant, false)]
    [InlineData("ntnu", 2022, WorkLevel.ExperiencedAssistant, true)]
    [InlineData("pl-lodz", 2023, WorkLevel.ExperiencedAssistant, false)]
    [InlineData("pl-lodz", 2022, WorkLevel.ExperiencedAssistant, true)]
    [InlineData("ntnu", 2021, WorkLevel.Doctor, false)]
    public void The_work_of_the_summer_follows_the_semesters_behind_and_never_assumes_a_licence(string place, int startedInAutumn, WorkLevel level, bool may) =>
        Assert.Equal(new SummerWork(2027, level, may), SummerWork.Of(Details(place, new(startedInAutumn, Season.Autumn)), Today));

    [Theory]
    [InlineData("2027-02-01", null, WorkLevel.WithLicence)]
    [InlineData("2027-07-15", null, WorkLevel.WithLicence)]
    [InlineData("2026-01-01", "2027-06-20", WorkLevel.ExperiencedAssistant)]
    [InlineData("2027-08-21", null, WorkLevel.ExperiencedAssistant)]
    public void A_licence_that_is_entered_for_the_summer_counts(string from, string? to, WorkLevel level) =>
        Assert.Equal(level, SummerWork.Of(Details("ntnu", new(2022, Season.Autumn)) with { LicenceFrom = Day(from), LicenceTo = to is null ? null : Day(to) }, Today).Level);

    [Fact]
    public void Completed_is_a_doctor_discontinued_is_nothing_and_unknown_is_not_guessed()
    {
        var details = Details("ntnu", new(2022, Season.Autumn));
        Assert.Equal(WorkLevel.Doctor, SummerWork.Of(details with { Progression = Progression.Completed }, Today).Level);
        Assert.Equal(WorkLevel.None, SummerWork.Of(details with { Progression = Progression.Discontinued }, Today).Level);
        Assert.Equal(WorkLevel.Unknown, SummerWork.Of(Details("ntnu", null), Today).Level);
        Assert.Single(StageExplanation.Of(Details("ntnu", null), Today));
    }

    [Fact]
    public void The_explanation_names_the_rule_and_where_it_stands()
    {
        var norwegian = StageExplanation.Of(Details("ntnu", new(2022, Season.Autumn)), Today);
        Assert.DoesNotContain(norwegian, r => r.Sentence.Contains("januar,", StringComparison.Ordinal));
        Assert.Contains(StageExplanation.Of(Details("uio", new(2023, Season.Spring)), Today), r => r.Sentence.Contains("nytt studieår begynner i januar", StringComparison.Ordinal) && r.Source!.StartsWith("UiO", StringComparison.Ordinal));
        Assert.Contains(norwegian, r => r.Sentence.Contains("4½ år", StringComparison.Ordinal) && r.Source!.EndsWith("§ 1", StringComparison.Ordinal));
        var abroad = StageExplanation.Of(Details("hu-pecs", new(2022, Season.Autumn)), Today);
        Assert.Contains(abroad, r => r.Sentence.Contains("høyst ett år igjen", StringComparison.Ordinal) && r.Source!.EndsWith("§ 2", StringComparison.Ordinal));
        Assert.Contains(abroad, r => r.Sentence.Contains("2 år prekliniske og 4 kliniske", StringComparison.Ordinal));
    }

    private static StudyPlan At(string place, Term start) => StudyPlan.Of(Details(place, start));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static StudentDetails Details(string? place, Term? start) => new()
    {
        FirstName = "Ola",
        LastName = "Nordby",
        StudyPlaceCode = place,
        CountryCode = Places.CountryOf(place),
        StartTerm = start,
        Source = "Egen liste",
        LegalBasis = LegalBasis.PublicTask,
        CollectedOn = new(2026, 9, 1),
    };

    private static class Places
    {
        public static string? CountryOf(string? place) => Domain.Places.StudyPlaceCatalogue.Find(place)?.Country;
    }
}
