using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Jobs;

/// <summary>A recruiter offers a job to chosen students, and follows it up.</summary>
public sealed class OfferingAJob(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task The_review_names_who_gets_it_who_does_not_and_why_and_sends_only_what_was_agreed()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(seats: 3, with: d => d with { Level = JobLevel.ExperiencedAssistant }), await kommune.Recruiter());
        var ready = await kommune.Student("Kari", Started(2023));
        var early = await kommune.Student("Nora", Started(2026));
        var reserved = await kommune.Student("Per", Started(2023), s => s.Reserve(ReservationScope.Jobs, byStudent: true, app.Clock.Now));
        var silent = await kommune.Student("Ida", s => Started(2023)(s) with { Email = null });
        var choose = await recruiter.Open($"/sommerjobber/{job.Id}/tilby");
        Assert.True(choose.Shows("2 studenter kan ikke få tilbudet"));

        var review = await choose.Press("Se over for alle 2");
        foreach (var line in (string[])["Kari Nordby " + ready.Email, "Nora Nordby Merk: er ikke kommet langt nok i studiet", "Per Nordby: vil ikke ha e-post om sommerjobb", "Ida Nordby: mangler e-postadresse"])
            Assert.True(review.Shows(line), line);
        Assert.Empty(await Offers(job));

        var done = await review.Press("Send tilbudet", ("Words", "Vi gleder oss. Fnr 01010112345."));
        Assert.Equal("1 tilbud er på vei. 1 student fikk det ikke.", done.Said);
        var offer = Assert.Single(await Offers(job));
        Assert.Equal((ready.Id, "Vi gleder oss. Fnr [fjernet]."), (offer.StudentId, offer.PersonalWords));
        var message = await app.Look(db => db.Messages.SingleAsync(m => m.SubjectId == offer.Id));
        Assert.Equal((MessageKind.Offer, $"offer:{offer.Id:N}:1", ready.Email), (message.Kind, message.Key, message.ToAddress));
        Assert.Equal(TimelineKind.OfferMade, (await app.Look(db => db.Timeline.SingleAsync(e => e.StudentId == ready.Id))).Kind);

        var again = await recruiter.Open($"/sommerjobber/{job.Id}/tilby/se-over?valgt={early.Id}&valgt={ready.Id}");
        Assert.True(again.Shows("Kari Nordby: har allerede fått tilbudet"));
        Assert.Equal("1 tilbud er på vei.", (await again.Press("Send tilbudet", ("likevel", early.Id.ToString()))).Said);
        Assert.DoesNotContain(await Offers(job), o => o.StudentId == reserved.Id || o.StudentId == silent.Id);
    }

    [Fact]
    public async Task The_same_review_sent_twice_and_by_two_at_once_offers_once()
    {
        var kommune = app.Given.Kommune();
        var job = await kommune.Job();
        var student = await kommune.Student(with: Started(2024));
        var address = $"/sommerjobber/{job.Id}/tilby/se-over?valgt={student.Id}";
        var (one, other) = (await (await kommune.Recruiter()).Open(address), await (await kommune.Recruiter()).Open(address));

        await Task.WhenAll(one.Press("Send 1 tilbud"), other.Press("Send 1 tilbud"));
        var third = await one.Press("Send 1 tilbud");

        Assert.Equal("0 tilbud er på vei. 1 student fikk det ikke.", third.Said);
        Assert.Single(await Offers(job));
        Assert.Equal(1, await app.Look(db => db.Messages.CountAsync(m => m.StudentId == student.Id)));
    }

    [Fact]
    public async Task What_is_ticked_stays_ticked_when_the_filter_changes()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(), await kommune.Recruiter());
        var (first, second) = (await kommune.Student("Kari", Started(2024)), await kommune.Student("Łukasz", Started(2025)));

        var page = await (await recruiter.Open($"/sommerjobber/{job.Id}/tilby?valgt={first.Id}")).Press("Vis", ("sok", "lukasz"));

        Assert.Equal([first.Id.ToString(), second.Id.ToString()], page.Document.QuerySelectorAll("input[name=valgt]").Select(i => i.GetAttribute("value")));
        Assert.Equal(first.Id.ToString(), Assert.Single(page.Document.QuerySelectorAll("input[name=valgt][checked]")).GetAttribute("value"));
    }

    [Fact]
    public async Task The_mail_is_shown_as_it_will_be_with_the_recruiters_words_and_opens_nothing()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        var (job, recruiter) = (await kommune.Job(), await kommune.Recruiter());
        var student = await kommune.Student("Åse", Started(2024));
        var review = await recruiter.Open($"/sommerjobber/{job.Id}/tilby/se-over?valgt={student.Id}");

        var mail = await review.Press("Vis e-posten med dine ord", ("Words", "Hilsen fra legevakta."));

        Assert.True(mail.Shows("Hei Åse,") && mail.Shows("Hilsen fra legevakta.") && mail.Shows("Svar innen fredag 5. februar kl. 15"));
        Assert.Contains("Hilsen fra legevakta.", mail.Document.QuerySelector("iframe")!.GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", Assert.Single(mail.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Empty(await Offers(job));
        Assert.Equal(0, await app.Look(db => db.PersonalLinks.CountAsync(l => l.StudentId == student.Id)));
    }

    [Fact]
    public async Task A_free_seat_is_offered_to_the_first_in_line_and_held_for_that_student()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(), await kommune.Recruiter());
        var (has, waits, also, late) = (await kommune.Offer(job), await kommune.Offer(job, await kommune.Student("Wenche")), await kommune.Offer(job), await kommune.Offer(job));
        foreach (var offer in (GivenOffer[])[has, waits, also])
            await Yes(offer);
        await (await (await app.Visitor().Open(has.Address + "/endre")).Follow("Gi plassen tilbake")).Press("Gi plassen tilbake");

        // The seat goes to the queue before it goes to a new yes.
        Assert.Equal("Du har takket ja, og står på venteliste", (await Yes(late)).Heading);
        var page = await recruiter.Open($"/sommerjobber/{job.Id}");
        Assert.True(page.Shows("Ledig plass: tilby nestemann"));
        Assert.True((await recruiter.Open("/sommerjobber")).Shows("Ledig plass: tilby nestemann"));
        var form = await page.Follow("Tilby plassen til Wenche");
        var done = await form.Press("Send tilbudet til Wenche", ("Input.Deadline", "2026-11-20"), ("Input.Hour", "12"));

        Assert.Equal("Tilbudet til Wenche Nordby er på vei.", done.Said);
        Assert.False(done.Shows("Ledig plass: tilby nestemann"));
        var row = (await Offers(job)).Single(o => o.Id == waits.Id);
        Assert.Equal((OfferStatus.Offered, 2, new DateTime(2026, 11, 20, 11, 0, 0, DateTimeKind.Utc)), (row.Status, row.Round, row.Deadline));
        Assert.Equal(1, await app.Look(db => db.Messages.CountAsync(m => m.SubjectId == waits.Id && m.Kind == MessageKind.SeatFree)));
        // A colleague with an old page is told, and nobody is asked twice.
        Assert.NotEmpty((await form.Press("Send tilbudet til Wenche", ("Input.Deadline", "2026-11-19"))).Errors);
        Assert.Equal("Du har takket ja, og plassen er din", (await Yes(waits)).Heading);
    }

    [Fact]
    public async Task An_archived_student_who_is_first_in_line_holds_nobody_up_once_somebody_has_decided()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(), await kommune.Recruiter());
        var (has, first, second) = (await kommune.Offer(job), await kommune.Offer(job, await kommune.Student("Wenche")), await kommune.Offer(job, await kommune.Student("Nils")));
        foreach (var offer in (GivenOffer[])[has, first, second])
        {
            await Yes(offer);
            app.Clock.Move(TimeSpan.FromMinutes(1));
        }
        var card = await recruiter.Open($"/studenter/{first.Student.Id}");
        Assert.True(card.Shows("Plassen i 1 venteliste blir stående: trekk tilbudet, ellers får ikke den neste spørsmålet."));
        await card.Press("Ja, arkiver Wenche");
        await (await (await app.Visitor().Open(has.Address + "/endre")).Follow("Gi plassen tilbake")).Press("Gi plassen tilbake");

        var form = await recruiter.Open($"/sommerjobber/{job.Id}/tilbud/{first.Id}");
        Assert.True(form.Shows("Hent studenten tilbake på kortet, eller trekk tilbudet: da er det den nestes tur."));
        var withdrawn = await (await recruiter.Open($"/sommerjobber/{job.Id}")).Press("Ja, trekk tilbudet");

        Assert.Equal("Tilbudet er trukket.", withdrawn.Said);
        Assert.NotNull(await withdrawn.Follow("Tilby plassen til Nils"));
    }

    [Fact]
    public async Task Who_waits_for_a_seat_is_offered_it_also_after_saying_no_to_mailings()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(), await kommune.Recruiter());
        var (has, waits) = (await kommune.Offer(job), await kommune.Offer(job, await kommune.Student("Wenche")));
        await Yes(has);
        await Yes(waits);
        await (await app.Visitor().Open($"/avmelding/{waits.Token}")).Press("Stopp alle utsendinger");
        await (await app.Visitor().Open(has.Address + "/nei")).Press("Gi plassen tilbake");
        var form = await recruiter.Open($"/sommerjobber/{job.Id}/tilbud/{waits.Id}");

        var mail = Assert.Single(await app.MailFrom(async () => Assert.Equal("Tilbudet til Wenche Nordby er på vei.",
            (await form.Press("Send tilbudet til Wenche", ("Input.Deadline", "2026-11-20"))).Said)));

        Assert.Equal(waits.Student.Email, mail.To.Address);
        // More time for the seat that is kept is the same answer; an offer that nobody waits for is not.
        await (await recruiter.Open($"/sommerjobber/{job.Id}/tilbud/{waits.Id}")).Press("Send tilbudet til Wenche", ("Input.Deadline", "2026-11-23"));
        Assert.Equal(3, (await Offers(job)).Single(o => o.Id == waits.Id).Round);
        await (await app.Visitor().Open(waits.Address + "/nei")).Press("Send nei takk");
        var anew = await recruiter.Open($"/sommerjobber/{job.Id}/tilbud/{waits.Id}");
        Assert.True(anew.Shows("Studenten vil ikke ha slik e-post."), anew.Text);
        Assert.Empty(anew.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task More_time_is_a_new_mail_with_a_later_deadline_and_never_an_earlier_one()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(), await kommune.Recruiter());
        var offer = await kommune.Offer(job, await kommune.Student("Kari"));
        var form = await recruiter.Open($"/sommerjobber/{job.Id}/tilbud/{offer.Id}");

        var refused = await form.Press("Send tilbudet til Kari", ("Input.Deadline", "2027-02-04"));
        Assert.Equal(["Dag: Studenten har fått en senere svarfrist enn dette. Velg samme frist eller en senere."], refused.Errors);
        Assert.Equal("2027-02-04", refused.Document.QuerySelector("#Input_Deadline")!.GetAttribute("value"));

        await form.Press("Send tilbudet til Kari", ("Input.Deadline", "2027-02-12"));
        Assert.Equal(2, (await Offers(job)).Single().Round);
        Assert.Equal($"offer:{offer.Id:N}:2", (await app.Look(db => db.Messages.SingleAsync(m => m.SubjectId == offer.Id))).Key);
    }

    [Fact]
    public async Task A_reader_changes_nothing_and_another_kommunes_job_is_not_there()
    {
        var kommune = app.Given.Kommune();
        var job = await kommune.Job();
        var offer = await kommune.Offer(job);
        var (reader, stranger) = (await kommune.Reader(), await app.Given.Kommune().Recruiter());

        Assert.Equal(HttpStatusCode.OK, (await reader.Open($"/sommerjobber/{job.Id}")).Status);
        Assert.Empty((await reader.Open($"/sommerjobber/{job.Id}")).Document.QuerySelectorAll("main form"));
        foreach (var path in (string[])["", "/rediger", "/tilby", $"/tilby/se-over?valgt={offer.Student.Id}", $"/tilbud/{offer.Id}", $"/forhandsvis?student={offer.Student.Id}"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/sommerjobber/{job.Id}{path}")).Status);
        Assert.DoesNotContain(job.Title, (await stranger.Open("/sommerjobber")).Text, StringComparison.Ordinal);
    }

    private static Func<StudentDetails, StudentDetails> Started(int year) => s => s with { StartTerm = new Term(year, Season.Autumn) };

    private async Task<SeenPage> Yes(GivenOffer offer) => await (await app.Visitor().Open(offer.Address + "/ja")).Press("Send ja takk");

    private Task<List<JobOffer>> Offers(SummerJob job) => app.Look(db => db.JobOffers.AsNoTracking().Where(o => o.JobId == job.Id).ToListAsync());
}
