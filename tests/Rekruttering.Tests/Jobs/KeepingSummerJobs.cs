using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Jobs;

/// <summary>Writing, changing and ending a job.</summary>
public sealed class KeepingSummerJobs(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private static readonly (string, string)[] Filled =
    [
        ("Input.Title", "Assistent på legevakt"), ("Input.Workplace", "Namsos legevakt"), ("Input.Description", "Du følger en lege."),
        ("Input.From", "2027-06-21"), ("Input.To", "2027-08-13"), ("Input.Seats", "3"), ("Input.AnswerDeadline", "2027-02-05"),
    ];

    [Fact]
    public async Task A_draft_is_written_opened_and_offered_with_its_deadline_at_three_in_oslo()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var form = await (await recruiter.Open("/sommerjobber")).Follow("Skriv den første");

        var draft = await form.Press("Lagre utkastet", Filled);
        Assert.Equal("Assistent på legevakt Utkast", draft.Heading);
        Assert.True(draft.Shows("Svarfrist fredag 5. februar 2027 kl. 15"));
        Assert.True((await recruiter.Open(draft.Path + "/tilby")).Shows("Åpne sommerjobben før du tilbyr den."));

        var open = await draft.Press("Åpne jobben");
        Assert.Equal("Assistent på legevakt Åpen", open.Heading);
        var job = await app.Look(db => db.SummerJobs.SingleAsync(j => j.KommuneNumber == kommune.Number));
        Assert.Equal(new DateTime(2027, 2, 5, 14, 0, 0, DateTimeKind.Utc), job.AnswerDeadline);
    }

    [Theory]
    [InlineData("2027-03-28", "2", "2027-03-28T01:00")]
    [InlineData("2027-03-28", "15", "2027-03-28T13:00")]
    [InlineData("2026-10-25", "2", "2026-10-25T00:00")]
    [InlineData("2026-10-25", "15", "2026-10-25T14:00")]
    public async Task A_deadline_on_the_days_when_the_clocks_change_is_the_hour_that_was_typed(string day, string hour, string utc)
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();

        var page = await (await recruiter.Open("/sommerjobber/ny")).Press("Lagre utkastet", [.. Filled.Where(f => f.Item1 != "Input.AnswerDeadline"), ("Input.AnswerDeadline", day), ("Input.AnswerHour", hour)]);

        var job = await app.Look(db => db.SummerJobs.SingleAsync(j => j.KommuneNumber == kommune.Number));
        Assert.Equal(DateTime.SpecifyKind(DateTime.Parse(utc), DateTimeKind.Utc), job.AnswerDeadline);
        // Saved again unchanged, it stays where it is.
        await (await recruiter.Open(page.Path + "/rediger")).Press("Lagre");
        Assert.Equal(job.AnswerDeadline, (await app.Look(db => db.SummerJobs.SingleAsync(j => j.Id == job.Id))).AnswerDeadline);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_says_what_to_do()
    {
        var recruiter = await app.Given.Kommune().Recruiter();

        var page = await (await recruiter.Open("/sommerjobber/ny")).Press("Lagre utkastet",
            ("Input.Title", "Assistent"), ("Input.Workplace", "Legevakta"), ("Input.Description", "Hjelpe til"), ("Input.From", "2027-06-21"), ("Input.To", "2027-06-20"), ("Input.AnswerDeadline", "2027-02-05"));
        Assert.Equal(["Siste dag: Siste dag kan ikke være før første dag."], page.Errors);
        Assert.Equal("Assistent", page.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));

        var empty = await (await recruiter.Open("/sommerjobber/ny")).Press("Lagre utkastet", ("Input.From", "2027-02-31"));
        Assert.Contains(empty.Errors, e => e.Contains("2027-02-31 er ikke en dato som finnes. Skriv dag, måned og år", StringComparison.Ordinal));
        Assert.Contains(empty.Errors, e => e.EndsWith("Fyll ut dette feltet.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_later_deadline_is_for_those_who_have_not_answered_too_and_seats_do_not_go_below_the_taken()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(seats: 2), await kommune.Recruiter());
        var (yes, also, silent) = (await kommune.Offer(job), await kommune.Offer(job), await kommune.Offer(job));
        foreach (var offer in (GivenOffer[])[yes, also])
            await (await app.Visitor().Open(offer.Address + "/ja")).Press("Send ja takk");
        var edit = await recruiter.Open($"/sommerjobber/{job.Id}/rediger");

        Assert.Equal(["Antall plasser: 2 har allerede takket ja. Antall plasser kan ikke være lavere."], (await edit.Press("Lagre", ("Input.Seats", "1"))).Errors);
        await edit.Press("Lagre", ("Input.AnswerDeadline", "2027-02-12"));

        Assert.Equal(GivenKommune.Deadline.AddDays(7), await app.Look(db => db.JobOffers.Where(o => o.Id == silent.Id).Select(o => o.Deadline).SingleAsync()));
        Assert.Equal(GivenKommune.Deadline, await app.Look(db => db.JobOffers.Where(o => o.Id == yes.Id).Select(o => o.Deadline).SingleAsync()));
        // The first form is old by now.
        Assert.Contains("Noen andre har endret dette", Assert.Single((await edit.Press("Lagre")).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_of_ones_own_stays_when_something_else_of_the_job_is_changed()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(), await kommune.Recruiter());
        var (silent, other) = (await kommune.Offer(job, await kommune.Student("Kari")), await kommune.Offer(job));
        await (await app.Visitor().Open(silent.Address + "/nei")).Press("Send nei takk");
        await (await recruiter.Open($"/sommerjobber/{job.Id}/tilbud/{silent.Id}")).Press("Send tilbudet til Kari", ("Input.Deadline", "2026-12-01"));
        var edit = $"/sommerjobber/{job.Id}/rediger";

        await (await recruiter.Open(edit)).Press("Lagre", ("Input.Pay", "Fagarbeiderlønn"));
        await (await recruiter.Open(edit)).Press("Lagre", ("Input.AnswerDeadline", "2027-02-01"));
        Assert.Equal(new DateTime(2026, 12, 1, 14, 0, 0, DateTimeKind.Utc), await DeadlineOf(silent));
        Assert.Equal(GivenKommune.Deadline, await DeadlineOf(other));

        await (await recruiter.Open(edit)).Press("Lagre", ("Input.AnswerDeadline", "2027-02-12"));
        Assert.Equal(GivenKommune.Deadline.AddDays(7), await DeadlineOf(silent));
    }

    [Fact]
    public async Task Other_days_show_whom_to_call_of_those_who_said_yes()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(seats: 3), await kommune.Recruiter());
        var yes = await kommune.Offer(job, await kommune.Student("Kari", s => s with { Phone = "+4748353392" }));
        await kommune.Offer(job, await kommune.Student("Per"));
        var edit = $"/sommerjobber/{job.Id}/rediger";
        Assert.Equal("Lagret.", (await (await recruiter.Open(edit)).Press("Lagre", ("Input.From", "2027-06-20"))).Said);
        await (await app.Visitor().Open(yes.Address + "/ja")).Press("Send ja takk");

        Assert.Equal("Lagret.", (await (await recruiter.Open(edit)).Press("Lagre", ("Input.Pay", "Fagarbeiderlønn"))).Said);
        var moved = await (await recruiter.Open(edit)).Press("Lagre", ("Input.From", "2027-06-28"));

        Assert.Equal("Lagret. Det går ingen e-post om de nye dagene. Ring dem som har takket ja: Kari Nordby, 483 53 392.", moved.Said);
    }

    [Fact]
    public async Task Seats_that_are_taken_and_seats_that_are_held_are_told_apart()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(seats: 2), await kommune.Recruiter());
        var (yes, back, waits) = (await kommune.Offer(job), await kommune.Offer(job), await kommune.Offer(job, await kommune.Student("Wenche")));
        foreach (var offer in (GivenOffer[])[yes, back, waits])
            await (await app.Visitor().Open(offer.Address + "/ja")).Press("Send ja takk");
        await (await app.Visitor().Open(back.Address + "/nei")).Press("Gi plassen tilbake");
        await (await recruiter.Open($"/sommerjobber/{job.Id}/tilbud/{waits.Id}")).Press("Send tilbudet til Wenche", ("Input.Deadline", "2026-12-01"));

        var refused = await (await recruiter.Open($"/sommerjobber/{job.Id}/rediger")).Press("Lagre", ("Input.Seats", "1"));

        Assert.Equal(["Antall plasser: 1 har takket ja, og 1 plass er holdt av. Antall plasser kan ikke være lavere enn 2."], refused.Errors);
    }

    [Fact]
    public async Task A_job_whose_offers_have_all_ended_has_had_offers()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(seats: 2), await kommune.Recruiter());
        await kommune.Job(with: d => d with { Title = "Ferievikar" });
        foreach (var offer in (GivenOffer[])[await kommune.Offer(job), await kommune.Offer(job)])
            await recruiter.PostFrom(await recruiter.Open($"/sommerjobber/{job.Id}"), "Withdraw", ("offer", offer.Id.ToString()));

        var list = await recruiter.Open("/sommerjobber");

        Assert.Equal(["2 trukket", "ingen tilbud"], list.Document.QuerySelectorAll("td[data-label=Svar]").Select(td => td.TextContent.Trim()));
    }

    [Theory]
    [InlineData("0001-01-01", "0", "Svarfristen må være fram i tid.")]
    [InlineData("2062-11-26", "15", "Svarfristen må være før jobben begynner.")]
    [InlineData("2027-06-21", "15", "Svarfristen må være før jobben begynner.")]
    public async Task A_deadline_that_no_one_can_mean_is_refused(string day, string hour, string why)
    {
        var kommune = app.Given.Kommune();
        var job = await kommune.Job();
        var offer = await kommune.Offer(job, await kommune.Student("Kari"));
        var recruiter = await kommune.Recruiter();

        var refused = await (await recruiter.Open($"/sommerjobber/{job.Id}/tilbud/{offer.Id}")).Press("Send tilbudet til Kari", ("Input.Deadline", day), ("Input.Hour", hour));

        Assert.Equal(["Dag: " + why], refused.Errors);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await recruiter.Open($"/sommerjobber/{job.Id}/forhandsvis?student={offer.Student.Id}&dag={day}&time={hour}")).Status);
    }

    [Fact]
    public async Task Cancelling_shows_whom_it_tells_and_ends_every_offer_with_its_unsent_mail()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(seats: 2), await kommune.Recruiter());
        var offer = await kommune.Offer(job, await kommune.Student("Kari", s => s with { Phone = "+4748353392" }));
        await (await app.Visitor().Open(offer.Address + "/ja")).Press("Send ja takk");

        var page = await recruiter.Open($"/sommerjobber/{job.Id}");
        Assert.True(page.Shows("1 student som har takket ja, får e-post om at jobben er avlyst."));
        Assert.True(page.Shows("Kari Nordby, 483 53 392"));
        var done = await page.Press("Ja, avlys og send e-post til 1");

        Assert.Equal("Jobben er avlyst.", done.Said);
        Assert.StartsWith("Trukket svarte", string.Join(' ', done.Document.QuerySelector("td[data-label=Svar]")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("Ledig", done.Text);
        Assert.DoesNotContain("Svarfrist", done.Text);
        Assert.Equal(OfferStatus.Withdrawn, await app.Look(db => db.JobOffers.Where(o => o.Id == offer.Id).Select(o => o.Status).SingleAsync()));
        Assert.Equal(MessageState.Cancelled, await app.Look(db => db.Messages.Where(m => m.SubjectId == offer.Id && m.Kind == MessageKind.AnswerReceipt).Select(m => m.State).SingleAsync()));
        Assert.True((await recruiter.Open("/sommerjobber?vis=avsluttede")).Shows("Avlyst"));
    }

    private Task<DateTime> DeadlineOf(GivenOffer offer) => app.Look(db => db.JobOffers.Where(o => o.Id == offer.Id).Select(o => o.Deadline).SingleAsync());
}
