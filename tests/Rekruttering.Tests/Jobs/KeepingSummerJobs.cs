using Microsoft.EntityFrameworkCore;
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
    public async Task Cancelling_shows_whom_to_call_and_ends_every_offer_with_its_unsent_mail()
    {
        var kommune = app.Given.Kommune();
        var (job, recruiter) = (await kommune.Job(seats: 2), await kommune.Recruiter());
        var offer = await kommune.Offer(job, await kommune.Student("Kari", s => s with { Phone = "+4748353392" }));
        await (await app.Visitor().Open(offer.Address + "/ja")).Press("Send ja takk");

        var page = await recruiter.Open($"/sommerjobber/{job.Id}");
        Assert.True(page.Shows("Ring dem som har takket ja, før du avlyser: Kari Nordby, +4748353392"));
        var done = await page.Press("Ja, avlys jobben");

        Assert.Equal("Jobben er avlyst.", done.Said);
        Assert.Equal(OfferStatus.Withdrawn, await app.Look(db => db.JobOffers.Where(o => o.Id == offer.Id).Select(o => o.Status).SingleAsync()));
        Assert.Equal("Cancelled", (await app.Look(db => db.Messages.Where(m => m.SubjectId == offer.Id).Select(m => m.State).SingleAsync())).ToString());
        Assert.True((await recruiter.Open("/sommerjobber?vis=avsluttede")).Shows("Avlyst"));
    }
}
