using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Tests.Jobs;

public sealed class FittingALevel
{
    [Theory]
    [InlineData(JobLevel.Assistant, 2026, LevelFit.Fits)]
    [InlineData(JobLevel.Assistant, 2027, LevelFit.TooEarly)]
    [InlineData(JobLevel.ExperiencedAssistant, 2024, LevelFit.Fits)]
    [InlineData(JobLevel.ExperiencedAssistant, 2025, LevelFit.TooEarly)]
    [InlineData(JobLevel.WithLicence, 2022, LevelFit.LicenceNotNoted)]
    [InlineData(JobLevel.WithLicence, 2023, LevelFit.TooEarly)]
    public void Counts_the_semesters_that_are_done_when_the_job_begins(JobLevel level, int startedInAutumn, LevelFit expected) =>
        Assert.Equal(expected, LevelCheck.Of(AStudent(new Term(startedInAutumn, Season.Autumn)), AJob(level)));

    [Fact]
    public void An_unknown_start_is_said_so_and_not_guessed() =>
        Assert.Equal(LevelFit.Unknown, LevelCheck.Of(AStudent(null), AJob(JobLevel.Assistant)));

    [Theory]
    [InlineData("2027-01-15", null, LevelFit.Fits)]
    [InlineData("2027-01-15", "2027-08-13", LevelFit.Fits)]
    [InlineData("2027-01-15", "2027-08-12", LevelFit.LicenceDoesNotCover)]
    [InlineData("2027-06-22", null, LevelFit.LicenceDoesNotCover)]
    public void A_licence_must_cover_all_of_the_job(string from, string? to, LevelFit expected)
    {
        var student = AStudent(new Term(2022, Season.Autumn), DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to));

        Assert.Equal(expected, LevelCheck.Of(student, AJob(JobLevel.WithLicence)));
    }

    private static SummerJob AJob(JobLevel level) => SummerJob.Create("5007", new SummerJobDetails
    {
        Title = "Jobb",
        Workplace = "Namsos helsehus",
        Description = "Hjelpe til.",
        From = new(2027, 6, 21),
        To = new(2027, 8, 13),
        Level = level,
        Seats = 2,
        AnswerDeadline = new(2027, 2, 5, 14, 0, 0, DateTimeKind.Utc),
    }, new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc)).Value!;

    private static Student AStudent(Term? start, DateOnly? licenceFrom = null, DateOnly? licenceTo = null) => Student.Create("5007", new StudentDetails
    {
        FirstName = "Ola",
        LastName = "Nordmann",
        StartTerm = start,
        LicenceFrom = licenceFrom,
        LicenceTo = licenceTo,
        Source = "Egen liste",
        LegalBasis = LegalBasis.PublicTask,
        CollectedOn = new(2026, 9, 1),
    }, new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));
}
