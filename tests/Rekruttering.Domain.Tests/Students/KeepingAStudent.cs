using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Tests.Students;

/// <summary>What holds for a student whoever changes it: a form, a file or the student.</summary>
public sealed class KeepingAStudent
{
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    private static readonly StudentDetails Details = new()
    {
        FirstName = "Åse",
        LastName = "Øverås",
        Email = "Ase@example.com",
        StudyPlaceCode = "pl-lodz",
        CountryCode = "PL",
        StartTerm = new(2022, Season.Autumn),
        Source = "Ringte kommunen",
        LegalBasis = LegalBasis.PublicTask,
        CollectedOn = new(2026, 11, 1),
    };

    [Fact]
    public void It_is_found_by_folded_name_and_place()
    {
        var student = Student.Create("5007", Details, Now);

        Assert.Equal("ase overas", student.SearchName);
        Assert.Equal("uniwersytet medyczny w lodzi lodz polen", student.SearchPlace);
        Assert.Equal("ase@example.com", student.EmailKey);
    }

    [Fact]
    public void A_place_that_no_catalogue_knows_is_found_as_it_was_written() =>
        Assert.Equal("skolen i malmo sverige", Student.Create("5007", Details with { StudyPlaceCode = null, StudyPlaceText = "Skolen i Malmö", CountryCode = "SE" }, Now).SearchPlace);

    [Fact]
    public void Terms_lost_move_the_start_that_years_are_counted_from()
    {
        var student = Student.Create("5007", Details with { DelayTerms = 3 }, Now);

        Assert.Equal(new Term(2024, Season.Spring), student.StagedFrom);
        student.Update(Details with { StartTerm = null }, Now);
        Assert.Null(student.StagedFrom);
    }

    [Fact]
    public void The_same_details_change_nothing()
    {
        var student = Student.Create("5007", Details, Now);

        student.Update(student.Details, Now.AddDays(1));

        Assert.Equal(Now, student.UpdatedAt);
    }

    [Fact]
    public void A_dead_address_lives_again_only_when_it_is_another_mailbox()
    {
        var student = Student.Create("5007", Details, Now);
        student.MarkAddressDead(Now);

        student.Update(Details with { Email = "ASE@example.com" }, Now);
        Assert.NotNull(student.AddressDeadAt);
        student.Update(Details with { Email = "ny@example.com" }, Now);
        Assert.Null(student.AddressDeadAt);
    }

    [Fact]
    public void Only_consent_says_that_the_student_was_told()
    {
        Assert.Null(Student.Create("5007", Details, Now).InformedAt);
        Assert.Equal(new DateTime(2026, 10, 31, 23, 0, 0, DateTimeKind.Utc), Student.Create("5007", Details with { LegalBasis = LegalBasis.Consent }, Now).InformedAt);
    }

    [Fact]
    public void Archiving_and_taking_back_always_answer()
    {
        var student = Student.Create("5007", Details, Now);

        Assert.IsType<NotArchived>(student.Restore(Now).Refusal);
        Assert.True(student.Archive(Now).IsOk);
        Assert.IsType<AlreadyArchived>(student.Archive(Now).Refusal);
        Assert.Equal(LeftOutReason.Archived, Message.ReasonToLeaveOut(student, ReservationScope.Jobs));
        Assert.True(student.Restore(Now).IsOk);
        Assert.Null(student.ArchivedAt);
    }

    [Theory]
    [InlineData(ReservationScope.Jobs, ReservationScope.Jobs, true)]
    [InlineData(ReservationScope.Jobs, ReservationScope.Lis1, false)]
    [InlineData(ReservationScope.AllCampaigns, ReservationScope.News, true)]
    [InlineData(ReservationScope.NoContact, ReservationScope.Lis1, true)]
    public void A_reservation_stands_against_its_topic_and_the_wide_ones_against_all(ReservationScope noted, ReservationScope topic, bool stops)
    {
        var student = Student.Create("5007", Details, Now);
        student.Reserve(noted, byStudent: true, Now);
        student.Reserve(noted, byStudent: false, Now);

        Assert.True(Assert.Single(student.Reservations).ByStudent);
        Assert.Equal(stops, student.IsReservedAgainst(topic));
        student.LiftReservation(noted);
        Assert.False(student.IsReservedAgainst(topic));
    }

    [Fact]
    public void A_lost_letter_stops_mail_in_that_name()
    {
        var student = Student.Create("5007", Details with { LastName = "Dvo?ák" }, Now);

        Assert.True(student.HasDamagedName);
        Assert.Equal(LeftOutReason.NameDamaged, Message.ReasonToLeaveOut(student, topic: null));
    }
}
