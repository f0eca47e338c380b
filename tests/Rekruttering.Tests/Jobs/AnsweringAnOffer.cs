using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Jobs;

/// <summary>A student answers by the link in the mail.</summary>
public sealed class AnsweringAnOffer(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_yes_takes_the_seat_and_the_same_page_is_the_receipt()
    {
        var namsos = app.Given.Kommune("Namsos");
        var offer = await namsos.Offer(await namsos.Job());

        var receipt = await Say(offer, "Ja takk", "Send ja takk");

        Assert.Equal(offer.Address, receipt.Path);
        Assert.Equal("Du har takket ja, og plassen er din", receipt.Heading);
        var (row, messages, timeline, _) = await Written(offer);
        Assert.Equal(OfferStatus.Accepted, row.Status);
        Assert.Equal(MessageKind.AnswerReceipt, Assert.Single(messages).Kind);
        Assert.Equal("Takket ja til «Assistent på legevakt».", Assert.Single(timeline).Summary);
    }

    [Fact]
    public async Task The_question_says_what_where_when_and_by_when_before_anything_is_sent()
    {
        var kommune = app.Given.Kommune();
        var job = await kommune.Job(with: d => d with { Pay = "Fagarbeiderlønn", Housing = "Hybel for 150 kr døgnet", ContactName = "Kari Holm", ContactPhone = "74 21 00 00", AdUrl = "https://example.com/stilling/12" });
        var page = await app.Visitor().Open((await kommune.Offer(job)).Address);

        Assert.Equal("Assistent på legevakt", page.Heading);
        foreach (var fact in (string[])[job.Workplace, "21. juni – 13. august 2027", "Fagarbeiderlønn", "Hybel for 150 kr døgnet", "Kari Holm", "74 21 00 00", "Svar innen fredag 5. februar kl. 15", "Vil du ha jobben?"])
            Assert.True(page.Shows(fact), fact);
        Assert.NotNull(page.Document.QuerySelector("a[href='https://example.com/stilling/12']"));
        Assert.NotNull(page.Document.QuerySelector("a[href='tel:+4774210000']"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_answers_once()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());
        var form = await (await app.Visitor().Open(offer.Address)).Follow("Nei takk");

        await form.Press("Send nei takk", ("message", "Jeg har fått en annen jobb."));
        await form.Press("Send nei takk", ("message", "Jeg har fått en annen jobb."));

        var (row, messages, timeline, inquiries) = await Written(offer);
        Assert.Equal((OfferStatus.Declined, 1), (row.Status, row.AnswerNumber));
        Assert.Single(messages);
        Assert.Single(timeline);
        Assert.Single(inquiries);
    }

    [Fact]
    public async Task Words_with_the_answer_become_a_question_that_waits_and_hold_no_national_number()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());

        var receipt = await Say(offer, "Ja takk", "Send ja takk", "Kan jeg få hybel?\r\nFnr 01010112345");

        Assert.True(receipt.Shows("Kan jeg få hybel? Fnr [fjernet]"));
        var (row, _, timeline, inquiries) = await Written(offer);
        Assert.Equal("Kan jeg få hybel?\nFnr [fjernet]", row.StudentMessage);
        Assert.Equal(row.StudentMessage, Assert.Single(timeline).Text);
        Assert.Equal((row.StudentMessage, null, offer.Id), (Assert.Single(inquiries).Text, inquiries[0].SettledAt, inquiries[0].OfferId!.Value));
    }

    [Fact]
    public async Task Ask_me_later_waits_for_the_kommune_until_the_student_answers()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());

        var receipt = await Say(offer, "Spør meg senere", "Send «spør meg senere»");
        Assert.Equal("Du trenger mer tid", receipt.Heading);
        Assert.Null(Assert.Single((await Written(offer)).Inquiries).SettledAt);

        var changed = await Say(offer, "Ja takk", "Send ja takk", from: "/endre");
        Assert.Equal("Du har takket ja, og plassen er din", changed.Heading);
        var (_, messages, timeline, inquiries) = await Written(offer);
        Assert.NotNull(Assert.Single(inquiries).SettledAt);
        Assert.Equal(2, timeline.Count);
        // The first receipt had not left, and is not true any more.
        Assert.Equal([MessageState.Cancelled, MessageState.Ready], messages.Select(m => m.State).Order().Reverse());
    }

    [Theory]
    [InlineData(WrittenForm.Bokmaal, "Svar innen fredag 5. februar: Assistent på legevakt, ", "Vi har fått vite at du trenger mer tid", "Svarfristen er fortsatt fredag 5. februar kl. 15.")]
    [InlineData(WrittenForm.Nynorsk, "Svar innan fredag 5. februar: Assistent på legevakt, ", "Vi har fått vite at du treng meir tid", "Svarfristen er framleis fredag 5. februar kl. 15.")]
    [InlineData(WrittenForm.English, "Please answer by Friday 5 February: Assistent på legevakt, ", "You have told us that you need more time", "The deadline is still 15:00 on Friday 5 February.")]
    public async Task Who_needs_more_time_is_told_by_mail_that_the_deadline_stands(WrittenForm form, string subject, string need, string deadline)
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job(), await kommune.Student(with: s => s with { WrittenForm = form }));

        var mail = Assert.Single(await app.MailFrom(async () => await (await app.Visitor().Open(offer.Address + "/senere?sprak=nb")).Press("Send «spør meg senere»")));

        Assert.StartsWith(subject, mail.Subject);
        Assert.Contains(need, mail.Text.ReplaceLineEndings(" "));
        Assert.Contains(deadline, mail.Text.ReplaceLineEndings(" "));
        Assert.Contains(deadline, mail.Html);
    }

    [Fact]
    public async Task Who_has_a_seat_is_asked_about_that_seat_and_keeping_it_comes_first()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());
        var old = await app.Visitor().Open(offer.Address + "/senere");
        await Say(offer, "Ja takk", "Send ja takk");

        var change = await app.Visitor().Open(offer.Address + "/endre");

        Assert.Equal(["Behold plassen", "Gi plassen tilbake"], Choices(change));
        Assert.Equal("Du har takket ja, og plassen er din", (await change.Follow("Behold plassen")).Heading);
        Assert.False(change.Shows("Vil du ha jobben?") || change.Shows("Svar innen"), change.Text);
        // Nor by an old page: a seat is given back by who means to.
        Assert.Equal(offer.Address, (await app.Visitor().Open(offer.Address + "/senere")).Path);
        await old.Press("Send «spør meg senere»");
        Assert.Equal(OfferStatus.Accepted, (await Written(offer)).Row.Status);
    }

    [Fact]
    public async Task Who_waits_for_a_seat_is_told_that_the_place_in_the_queue_goes()
    {
        var kommune = app.Given.Kommune();
        var job = await kommune.Job();
        var (has, waits) = (await kommune.Offer(job), await kommune.Offer(job));
        await Say(has, "Ja takk", "Send ja takk");
        await Say(waits, "Ja takk", "Send ja takk");

        var change = await app.Visitor().Open(waits.Address + "/endre");
        Assert.Equal(["Bli stående på ventelisten", "Nei takk"], Choices(change));
        Assert.Equal("Du har takket ja, og står på venteliste", (await change.Follow("Bli stående på ventelisten")).Heading);
        var no = await change.Follow("Nei takk");

        Assert.True(no.Shows("Da mister du plassen i køen, og får den ikke igjen om du ombestemmer deg.") && !no.Shows("Da går plassen til en annen"), no.Text);
    }

    [Fact]
    public async Task Who_is_kept_a_seat_is_told_that_it_goes_with_a_no_and_with_a_later()
    {
        var kommune = app.Given.Kommune();
        var job = await kommune.Job();
        var (has, waits) = (await kommune.Offer(job), await kommune.Offer(job, await kommune.Student("Wenche")));
        await Say(has, "Ja takk", "Send ja takk");
        await Say(waits, "Ja takk", "Send ja takk");
        await Say(has, "Gi plassen tilbake", "Gi plassen tilbake", from: "/endre");
        await (await (await kommune.Recruiter()).Open($"/sommerjobber/{job.Id}/tilbud/{waits.Id}")).Press("Send tilbudet til Wenche", ("Input.Deadline", "2026-11-20"));

        foreach (var part in (string[])["/senere", "/nei"])
            Assert.True((await app.Visitor().Open(waits.Address + part)).Shows("Plassen som holdes av til deg, kan da gå til den neste på ventelisten."), part);
    }

    [Fact]
    public async Task Too_long_words_come_back_as_they_were_typed()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());
        var words = new string('å', Inquiry.MostCharacters + 1);

        var page = await Say(offer, "Ja takk", "Send ja takk", words);

        Assert.True(page.Shows("Skriv høyst 2000 tegn."));
        Assert.Equal(words, page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(OfferStatus.Offered, (await Written(offer)).Row.Status);
    }

    [Fact]
    public async Task After_the_deadline_the_student_is_told_kindly_and_nothing_is_taken()
    {
        using var late = new RekrutteringApp();
        var kommune = late.Given.Kommune("Namsos");
        var offer = await kommune.Offer(await kommune.Job(with: d => d with { ContactName = "Kari Holm", ContactPhone = "74 21 00 00" }));
        var form = await (await late.Visitor().Open(offer.Address)).Follow("Ja takk");
        late.Clock.MoveTo(GivenKommune.Deadline.AddSeconds(1));

        var page = await form.Press("Send ja takk");

        Assert.Equal("Svarfristen har gått ut", page.Heading);
        Assert.True(page.Shows("Fristen var fredag 5. februar kl. 15."));
        Assert.True(page.Shows("Kari Holm, 74 21 00 00"));
        Assert.Equal(OfferStatus.Offered, await late.Look(db => db.JobOffers.Where(o => o.Id == offer.Id).Select(o => o.Status).SingleAsync()));
        Assert.Empty(await late.Look(db => db.Inquiries.ToListAsync()));
        // What was written with it is not lost, and reaches the kommune once.
        Assert.Equal("Svaret kunne ikke tas imot. Meldingen din er gitt videre til kommunen.", (await form.Press("Send ja takk", ("message", "Kan jeg begynne 1. juli?"))).Said);
        await form.Press("Send ja takk", ("message", "Kan jeg begynne 1. juli?"));
        var asked = Assert.Single(await late.Look(db => db.Inquiries.ToListAsync()));
        Assert.Equal(("Kan jeg begynne 1. juli?", offer.Id, null), (asked.Text, asked.OfferId!.Value, asked.SettledAt));
        Assert.True((await (await kommune.Recruiter()).Open($"/studenter/{offer.Student.Id}")).Shows("Svarte «ja takk» til «Assistent på legevakt» da svaret ikke kunne tas imot, og skrev en melding."));
    }

    [Fact]
    public async Task A_seat_may_be_given_back_after_the_deadline_until_the_job_begins()
    {
        using var late = new RekrutteringApp();
        var kommune = late.Given.Kommune("Namsos");
        var offer = await kommune.Offer(await kommune.Job());
        var visitor = late.Visitor();
        await (await (await visitor.Open(offer.Address)).Follow("Ja takk")).Press("Send ja takk");
        late.Clock.MoveTo(new DateTime(2027, 6, 20, 21, 0, 0));

        var receipt = await (await (await visitor.Open(offer.Address)).Follow("Gi plassen tilbake")).Press("Gi plassen tilbake");

        Assert.Equal("Du har takket nei", receipt.Heading);
        Assert.Equal("Ga tilbake plassen i «Assistent på legevakt».", await late.Look(db => db.Timeline.OrderByDescending(e => e.At).Select(e => e.Summary).FirstAsync()));
        Assert.Null((await visitor.Open(offer.Address)).Document.QuerySelector("main .app-answers"));
    }

    [Fact]
    public async Task A_withdrawn_offer_and_a_closed_job_say_so()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(seats: 3), await kommune.Recruiter());
        var (withdrawn, closed) = (await kommune.Offer(job), await kommune.Offer(job));
        var jobPage = await recruiter.Open($"/sommerjobber/{job.Id}");
        await recruiter.PostFrom(jobPage, "Withdraw", ("offer", withdrawn.Id.ToString()));
        Assert.Equal("Tilbudet gjelder ikke lenger", (await app.Visitor().Open(withdrawn.Address)).Heading);

        await recruiter.PostFrom(jobPage, "Close");

        Assert.Equal("Sommerjobben er avsluttet", (await app.Visitor().Open(closed.Address)).Heading);
    }

    [Fact]
    public async Task A_phone_that_has_forgotten_every_cookie_answers_all_the_same()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());

        await app.Visitor().PostBare(offer.Address + "/ja", ("message", "Jeg kommer!"));

        var row = (await Written(offer)).Row;
        Assert.Equal((OfferStatus.Accepted, "Jeg kommer!"), (row.Status, row.StudentMessage));
    }

    private async Task<SeenPage> Say(GivenOffer offer, string choice, string send, string? message = null, string from = "") =>
        await (await (await app.Visitor().Open(offer.Address + from)).Follow(choice)).Press(send, message is null ? [] : [("message", message)]);

    private static IEnumerable<string> Choices(SeenPage page) => page.Document.QuerySelectorAll("main .app-answers a").Select(a => a.TextContent.Trim());

    private async Task<(JobOffer Row, List<Message> Messages, List<TimelineEntry> Timeline, List<Inquiry> Inquiries)> Written(GivenOffer offer) =>
        await app.Look(async db => (
            await db.JobOffers.SingleAsync(o => o.Id == offer.Id),
            await db.Messages.Where(m => m.SubjectId == offer.Id).ToListAsync(),
            await db.Timeline.Where(e => e.StudentId == offer.Student.Id && e.Kind == TimelineKind.OfferAnswered).ToListAsync(),
            await db.Inquiries.Where(i => i.StudentId == offer.Student.Id).ToListAsync()));
}
