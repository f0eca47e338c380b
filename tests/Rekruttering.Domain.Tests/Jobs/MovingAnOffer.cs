using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Tests.Jobs;

/// <summary>One offer alone: every move that is legal, and those that are not.</summary>
public sealed class MovingAnOffer
{
    private static readonly DateTime Now = new(2027, 1, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Deadline = new(2027, 2, 5, 14, 0, 0, DateTimeKind.Utc);
    private static readonly SeatCount Free = new(Seats: 1, Taken: 0, Held: 0, Waiting: 0);
    private static readonly SeatCount Full = new(Seats: 1, Taken: 1, Held: 0, Waiting: 0);

    private readonly SummerJob _job = AJob();

    [Fact]
    public void A_yes_takes_a_free_seat_and_touches_the_job()
    {
        var (offer, before) = (Offered(), _job.SeatChanges);

        Assert.True(offer.Accept(_job, Free, null, Now).Value);

        Assert.Equal(OfferStatus.Accepted, offer.Status);
        Assert.True(_job.SeatChanges > before);
    }

    [Fact]
    public void A_yes_without_a_free_seat_waits_in_line()
    {
        var offer = Offered();

        offer.Accept(_job, Full, null, Now);

        Assert.Equal((OfferStatus.WaitingList, Now), (offer.Status, offer.WaitingSince));
    }

    [Fact]
    public void A_new_yes_does_not_pass_those_who_wait()
    {
        var offer = Offered();

        offer.Accept(_job, new SeatCount(Seats: 2, Taken: 1, Held: 0, Waiting: 1), null, Now);

        Assert.Equal(OfferStatus.WaitingList, offer.Status);
    }

    [Fact]
    public void A_freed_seat_is_held_for_the_one_who_was_asked()
    {
        var offer = Waiting();
        Assert.True(offer.OfferAgain(_job, Free, Deadline.AddDays(3), Now.AddDays(1)).IsOk);
        Assert.True(offer.HoldsSeat);

        offer.Accept(_job, new SeatCount(Seats: 1, Taken: 0, Held: 0, Waiting: 4), null, Now.AddDays(2));

        Assert.Equal(OfferStatus.Accepted, offer.Status);
    }

    [Fact]
    public void A_seat_is_not_offered_to_one_who_waits_before_it_is_free() =>
        Assert.IsType<NoSeatFree>(Waiting().OfferAgain(_job, Full, Deadline, Now).Refusal);

    [Fact]
    public void The_same_answer_again_is_no_change()
    {
        var offer = Offered();
        offer.Accept(_job, Free, "Gleder meg!", Now);

        Assert.False(offer.Accept(_job, Free, "Gleder meg!", Now.AddHours(1)).Value);
        Assert.False(offer.Accept(_job, Free, null, Now.AddHours(1)).Value);
        Assert.Equal((1, Now), (offer.AnswerNumber, offer.AnsweredAt));
    }

    [Theory]
    [InlineData(OfferStatus.Declined)]
    [InlineData(OfferStatus.AskLater)]
    public void The_same_no_and_the_same_later_are_no_change_either(OfferStatus status)
    {
        var offer = In(status);

        var again = status == OfferStatus.Declined ? offer.Decline(_job, null, Now.AddHours(1)) : offer.AskLater(_job, null, Now.AddHours(1));

        Assert.False(again.Value);
        Assert.Equal(1, offer.AnswerNumber);
    }

    [Fact]
    public void The_same_answer_with_new_words_is_heard()
    {
        var offer = Offered();
        offer.Accept(_job, Free, null, Now);

        Assert.True(offer.Accept(_job, Free, "Kan jeg ta med hunden?", Now.AddHours(1)).Value);
        Assert.Equal((OfferStatus.Accepted, "Kan jeg ta med hunden?"), (offer.Status, offer.StudentMessage));
    }

    [Fact]
    public void An_answer_is_taken_at_the_very_deadline_and_not_after()
    {
        Assert.True(Offered().Accept(_job, Free, null, Deadline).IsOk);
        Assert.IsType<OfferExpired>(Offered().Accept(_job, Free, null, Deadline.AddTicks(10)).Refusal);
        Assert.IsType<OfferExpired>(Offered().Decline(_job, null, Deadline.AddTicks(10)).Refusal);
        Assert.IsType<OfferExpired>(Offered().AskLater(_job, null, Deadline.AddTicks(10)).Refusal);
    }

    [Fact]
    public void A_seat_may_be_given_back_until_the_job_begins()
    {
        var dayBefore = OsloTime.ToUtc(_job.From.AddDays(-1).ToDateTime(new TimeOnly(23, 59)));
        Assert.True(In(OfferStatus.Accepted).Decline(_job, null, dayBefore).Value);
        Assert.False(In(OfferStatus.Accepted).Decline(_job, null, OsloTime.StartOf(_job.From)).IsOk);
    }

    [Fact]
    public void A_seat_may_be_given_back_also_after_the_job_is_closed()
    {
        var offer = In(OfferStatus.Accepted);
        _job.Close();

        Assert.True(offer.Decline(_job, null, Now.AddDays(1)).Value);
        Assert.IsType<JobOver>(offer.Accept(_job, Free, null, Now.AddDays(1)).Refusal);
    }

    [Theory]
    [InlineData(OfferStatus.Offered, true)]
    [InlineData(OfferStatus.AskLater, true)]
    [InlineData(OfferStatus.WaitingList, true)]
    [InlineData(OfferStatus.Accepted, false)]
    [InlineData(OfferStatus.Declined, false)]
    [InlineData(OfferStatus.Expired, false)]
    [InlineData(OfferStatus.Withdrawn, false)]
    public void Only_what_is_open_and_has_no_seat_is_withdrawn(OfferStatus status, bool may) =>
        Assert.Equal(may, In(status).Withdraw(_job).IsOk);

    [Theory]
    [InlineData(OfferStatus.Withdrawn)]
    [InlineData(OfferStatus.Expired)]
    public void What_is_over_takes_no_answer(OfferStatus status)
    {
        Assert.False(In(status).Accept(_job, Free, null, Now).IsOk);
        Assert.False(In(status).Decline(_job, null, Now).IsOk);
        Assert.False(In(status).AskLater(_job, null, Now).IsOk);
    }

    [Theory]
    [InlineData(OfferStatus.Offered, true)]
    [InlineData(OfferStatus.AskLater, true)]
    [InlineData(OfferStatus.Accepted, false)]
    [InlineData(OfferStatus.WaitingList, false)]
    [InlineData(OfferStatus.Declined, false)]
    public void Only_what_waits_for_the_student_runs_out_and_once(OfferStatus status, bool runsOut)
    {
        var offer = In(status);

        Assert.False(offer.ExpireIfDue(_job, Deadline));
        Assert.Equal(runsOut, offer.ExpireIfDue(_job, Deadline.AddMinutes(1)));
        Assert.False(offer.ExpireIfDue(_job, Deadline.AddMinutes(2)));
    }

    [Fact]
    public void An_offer_made_anew_is_a_new_round_and_never_shortens_the_time_of_an_open_one()
    {
        var expired = In(OfferStatus.Expired);
        Assert.True(expired.OfferAgain(_job, Full, Now.AddDays(20), Now).IsOk);
        Assert.Equal((OfferStatus.Offered, 2), (expired.Status, expired.Round));
        Assert.IsType<DeadlineShortened>(Offered().OfferAgain(_job, Free, Deadline.AddDays(-1), Now).Refusal);
        Assert.IsType<OfferAlreadyAccepted>(In(OfferStatus.Accepted).OfferAgain(_job, Free, Deadline, Now).Refusal);
        Assert.IsType<DeadlinePassed>(In(OfferStatus.Declined).OfferAgain(_job, Free, Now, Now).Refusal);
    }

    [Fact]
    public void A_deadline_after_the_first_day_is_for_a_job_that_has_begun_and_never_after_the_last()
    {
        var (before, begun) = (OsloTime.StartOf(_job.From).AddHours(-1), OsloTime.StartOf(_job.From));

        Assert.True(In(OfferStatus.Declined).OfferAgain(_job, Free, before.AddMinutes(59), before).IsOk);
        Assert.IsType<DeadlineAfterJob>(In(OfferStatus.Declined).OfferAgain(_job, Free, begun, before).Refusal);
        Assert.True(In(OfferStatus.Declined).OfferAgain(_job, Free, OsloTime.StartOf(_job.To).AddHours(23), begun).IsOk);
        Assert.IsType<DeadlineAfterJob>(In(OfferStatus.Declined).OfferAgain(_job, Free, OsloTime.StartOf(_job.To).AddHours(24), begun).Refusal);
    }

    [Theory]
    [InlineData(OfferStatus.Accepted)]
    [InlineData(OfferStatus.WaitingList)]
    public void Who_has_a_seat_or_waits_for_one_does_not_lose_it_by_asking_for_time(OfferStatus status)
    {
        var offer = In(status);

        Assert.IsType<YesStands>(offer.AskLater(_job, null, Now).Refusal);
        Assert.Equal(status, offer.Status);
    }

    [Fact]
    public void A_moved_deadline_lengthens_and_never_shortens()
    {
        var offer = Offered();

        Assert.False(offer.Extend(Deadline.AddDays(-1)));
        Assert.True(offer.Extend(Deadline.AddDays(1)));
        Assert.Equal(Deadline.AddDays(1), offer.Deadline);
    }

    [Fact]
    public void A_closed_job_keeps_its_seats_and_a_cancelled_one_does_not()
    {
        var (seat, waiting) = (In(OfferStatus.Accepted), In(OfferStatus.WaitingList));
        _job.Close();
        Assert.False(seat.EndWith(_job));
        Assert.True(waiting.EndWith(_job));
        _job.Cancel();
        Assert.True(seat.EndWith(_job));
        Assert.Equal(OfferStatus.Withdrawn, seat.Status);
    }

    private JobOffer Waiting() => In(OfferStatus.WaitingList);

    private JobOffer In(OfferStatus status)
    {
        var offer = Offered();
        switch (status)
        {
            case OfferStatus.Accepted: offer.Accept(_job, Free, null, Now); break;
            case OfferStatus.WaitingList: offer.Accept(_job, Full, null, Now); break;
            case OfferStatus.Declined: offer.Decline(_job, null, Now); break;
            case OfferStatus.AskLater: offer.AskLater(_job, null, Now); break;
            case OfferStatus.Withdrawn: offer.Withdraw(_job); break;
            case OfferStatus.Expired: offer.ExpireIfDue(_job, Deadline.AddDays(1)); break;
        }
        Assert.Equal(status, offer.Status);
        return offer;
    }

    [Theory]
    [InlineData(0, OfferStatus.Offered)]
    [InlineData(1, OfferStatus.WaitingList)]
    public void A_held_seat_that_was_withdrawn_by_mistake_is_held_again_or_waited_for(int taken, OfferStatus becomes)
    {
        var offer = In(OfferStatus.WaitingList);
        offer.OfferAgain(_job, Free, Deadline, Now);
        offer.Withdraw(_job);
        var before = _job.SeatChanges;

        Assert.True(offer.TakeUpAgain(_job, Free with { Taken = taken }, OfferStatus.Offered, Now, Now));

        Assert.Equal((becomes, Now, true), (offer.Status, offer.WaitingSince, _job.SeatChanges > before));
    }

    [Fact]
    public void What_somebody_has_touched_or_time_has_ended_is_not_taken_up_again()
    {
        Assert.False(In(OfferStatus.Declined).TakeUpAgain(_job, Free, OfferStatus.Offered, null, Now));
        Assert.False(In(OfferStatus.Withdrawn).TakeUpAgain(_job, Free, OfferStatus.Offered, null, Deadline.AddMinutes(1)));
        var withdrawn = In(OfferStatus.Withdrawn);
        _job.Close();
        Assert.False(withdrawn.TakeUpAgain(_job, Free, OfferStatus.Offered, null, Now));
    }

    private JobOffer Offered() => new(_job, AStudent(), Guid.CreateVersion7(), Now);

    private static SummerJob AJob()
    {
        var job = SummerJob.Create("5007", new SummerJobDetails
        {
            Title = "Assistent",
            Workplace = "Namsos legevakt",
            Description = "Hjelpe til.",
            From = new(2027, 6, 21),
            To = new(2027, 8, 13),
            Seats = 1,
            AnswerDeadline = Deadline,
        }, Now).Value!;
        job.Open();
        return job;
    }

    private static Student AStudent() => Student.Create("5007", new StudentDetails
    {
        FirstName = "Kari",
        LastName = "Nordmann",
        Source = "Egen liste",
        LegalBasis = LegalBasis.PublicTask,
        CollectedOn = new(2026, 9, 1),
    }, Now);
}
