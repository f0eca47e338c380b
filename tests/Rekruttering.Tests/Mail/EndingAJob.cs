using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Mail;

/// <summary>A summer job ends with an answer to each who waits for one.</summary>
public sealed class EndingAJob(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task Closing_tells_who_waits_that_there_was_no_seat_and_who_has_not_answered_that_there_is_none()
    {
        var (kommune, job, seat, waits, asked) = await Job();
        var unheard = await kommune.Offer(job, await kommune.Student("Oline"));
        var kari = await kommune.Recruiter();

        var page = await kari.Open($"/sommerjobber/{job.Id}");
        Assert.True(page.Shows("Den som har plass, beholder den."), page.Text);
        Assert.True(page.Shows("1 student som har takket ja og venter på plass, får e-post om at det ikke ble plass. Åse Nordby, 900 00 001"), page.Text);
        Assert.True(page.Shows("1 student som ikke har svart ja, får e-post om at tilbudet ikke gjelder lenger: Brit Nordby."));
        Assert.True(page.Shows("Får ikke e-post om det: Oline Nordby."));
        var before = app.Sink.Messages.Count;
        var closed = await page.Press("Ja, avslutt og send e-post til 2");
        Assert.True(page.Shows("Svarfrist") && page.Shows("Svar innen"));
        Assert.False(closed.Shows("Svarfrist") || closed.Shows("Svar innen"));
        await app.Send();

        var mails = app.Sink.Messages.Skip(before).ToDictionary(mail => mail.EnvelopeTo);
        Assert.Equal(new[] { asked.Email, waits.Student.Email }.Order(), mails.Keys.Order());
        Assert.Equal("Ingen ledig plass: Assistent på legevakt, Namsos legevakt", mails[waits.Student.Email!].Subject);
        Assert.Contains("Det vart diverre ingen ledig plass til deg", mails[waits.Student.Email!].Text);
        Assert.DoesNotContain("List-Unsubscribe", mails[waits.Student.Email!].Raw);
        Assert.Equal("Ikke ledig lenger: Assistent på legevakt, Namsos legevakt", mails[asked.Email!].Subject);
        Assert.Contains("List-Unsubscribe", mails[asked.Email!].Raw);
        Assert.False(await app.Look(db => db.Messages.AnyAsync(m => m.StudentId == unheard.Student.Id)));
        Assert.Equal(OfferStatus.Accepted, await app.Look(db => db.JobOffers.Where(o => o.Id == seat.Id).Select(o => o.Status).SingleAsync()));
        Assert.True((await kari.Open($"/studenter/{waits.Student.Id}")).Shows("E-post sendt: Ingen ledig plass: Assistent på legevakt"));
    }

    [Fact]
    public async Task Cancelling_tells_who_waits_and_who_has_not_answered_too()
    {
        var (kommune, job, seat, waits, asked) = await Job();
        var kari = await kommune.Recruiter();

        var page = await kari.Open($"/sommerjobber/{job.Id}");
        Assert.True(page.Shows("2 studenter som har takket ja, får e-post om at jobben er avlyst."), page.Text);
        var before = app.Sink.Messages.Count;
        await page.Press("Ja, avlys og send e-post til 3");
        await app.Send();

        var mails = app.Sink.Messages.Skip(before).ToDictionary(mail => mail.EnvelopeTo);
        Assert.Equal(3, mails.Count);
        Assert.All(mails.Values, mail => Assert.Equal("Avlyst: Assistent på legevakt, Namsos legevakt", mail.Subject));
        Assert.Single(mails[seat.Student.Email!].Attachments);
        Assert.Empty(mails[waits.Student.Email!].Attachments);
        Assert.Contains("Sommarjobben som du har takka ja til", mails[waits.Student.Email!].Text);
        Assert.Contains("Sommerjobben som vi har tilbudt deg, blir det dessverre ikke noe av", mails[asked.Email!].Text);
    }

    [Fact]
    public async Task Who_wants_no_mail_about_jobs_is_told_what_came_of_a_yes_alone()
    {
        var (kommune, job, _, waits, asked) = await Job();
        var kari = await kommune.Recruiter();
        var page = await kari.Open($"/sommerjobber/{job.Id}");
        foreach (var student in new[] { waits.Student, asked })
            await (await kari.Open($"/studenter/{student.Id}")).Press("Noter", ("scope", nameof(ReservationScope.Jobs)));

        var before = app.Sink.Messages.Count;
        await page.Press("Ja, avslutt og send e-post til 2");
        await app.Send();

        Assert.Equal(waits.Student.Email, Assert.Single(app.Sink.Messages.Skip(before)).EnvelopeTo);
        Assert.Equal(LeftOutReason.Reserved, await app.Look(db => db.Messages.Where(m => m.StudentId == asked.Id && m.Kind == MessageKind.OfferGone).Select(m => m.LeftOutReason).SingleAsync()));
    }

    [Fact]
    public async Task Who_waited_and_cannot_be_mailed_is_shown_to_be_called()
    {
        var (kommune, job, _, waits, _) = await Job();
        var kari = await kommune.Recruiter();
        await app.Look(db => db.Students.Where(s => s.Id == waits.Student.Id).ExecuteUpdateAsync(row => row.SetProperty(s => s.AddressDeadAt, app.Clock.Now)));

        var page = await kari.Open($"/sommerjobber/{job.Id}");
        Assert.True(page.Shows("Denne har takket ja, men får ikke e-post. Gi beskjed på en annen måte: Åse Nordby"), page.Text);
        var closed = await page.Press("Ja, avslutt og send e-post til 1");

        Assert.True(closed.Shows("Gi beskjed om at det ikke ble plass Denne hadde takket ja, men får ikke e-post om det: Åse Nordby"), closed.Text);
    }

    [Fact]
    public async Task Who_closes_while_a_seat_is_free_is_asked_to_offer_it_to_who_waits()
    {
        var (kommune, job, seat, _, _) = await Job();
        await (await app.Visitor().Open(seat.Address + "/nei")).Press("Gi plassen tilbake");

        var page = await (await kommune.Recruiter()).Open($"/sommerjobber/{job.Id}");

        Assert.True(page.Shows("1 plass er ledig. Tilby den heller til Åse Nordby først: e-posten sier at ingen plass ble ledig."), page.Text);
    }

    [Fact]
    public async Task A_job_whose_days_are_over_is_closed_without_a_mail()
    {
        var (kommune, job, _, _, _) = await Job(j => j with { From = new DateOnly(2026, 6, 22), To = DateOnly.FromDateTime(app.Clock.Now.AddDays(1)), AnswerDeadline = app.Clock.Now.AddHours(20) });
        app.Clock.Move(TimeSpan.FromDays(3));
        var before = app.Sink.Messages.Count;

        await (await (await kommune.Recruiter()).Open($"/sommerjobber/{job.Id}")).Press("Ja, avslutt jobben");
        await app.Send();

        Assert.Equal(before, app.Sink.Messages.Count);
    }

    /// <summary>A job with one seat that is taken, one student who waits for it, and one who has got the offer by mail and not answered.</summary>
    private async Task<(GivenKommune Kommune, SummerJob Job, GivenOffer Seat, GivenOffer Waits, Student Asked)> Job(Func<SummerJobDetails, SummerJobDetails>? with = null)
    {
        var kommune = app.Given.Kommune("Namsos");
        await kommune.Settings();
        var job = await kommune.Job(seats: 1, with: with);
        var seat = await kommune.Offer(job, await kommune.Student("Stein"));
        var waits = await kommune.Offer(job, await kommune.Student("Åse", d => d with { WrittenForm = WrittenForm.Nynorsk, Phone = "+4790000001" }));
        foreach (var offer in new[] { seat, waits })
            await (await (await app.Visitor().Open(offer.Address)).Follow("Ja takk")).Press("Send ja takk");
        var asked = await kommune.Student("Brit");
        await (await (await kommune.Recruiter()).Open($"/sommerjobber/{job.Id}/tilby/se-over?valgt={asked.Id}")).Press("Send tilbudet", ("likevel", asked.Id.ToString()));
        await app.Send();
        Assert.NotNull(app.Sink.Messages.SingleOrDefault(mail => mail.EnvelopeTo == asked.Email));
        return (kommune, job, seat, waits, asked);
    }
}
