using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>/studenter/{id}/sla-sammen/{med}.</summary>
public sealed class MergingStudents(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task Each_field_is_chosen_from_either_with_a_sensible_choice_made()
    {
        var kommune = app.Given.Kommune();
        var kept = await kommune.Student("Aase", d => d with { LastName = "Øveraas", Phone = "+4748353392", Note = "Vil til legevakta.", Email = "gammel@example.com", BirthYear = 2001, Ties = new(GrewUp: "Født her") }, s => s.MarkAddressDead(app.Clock.Now));
        var away = await kommune.Student("Åse", d => d with { LastName = "Øverås", Phone = "+4790000000", Note = "Har bil.", Email = "ny@example.com", StudyPlaceCode = "pl-lodz", CountryCode = "PL", WrittenForm = WrittenForm.Nynorsk, Ties = new(Family: "Mor bor her") });
        var form = await Form(kommune, kept, away);

        Assert.Equal("Er dette samme person?", form.Heading);
        Assert.True(form.Shows("De to har samme navn."));
        Assert.Equal(["fornavn Away", "etternavn Away", "epost Away", "telefon Kept", "fodselsar Kept", "studiested Away", "tilknytning Both", "sprak Away", "merknad Both"], Chosen(form));

        var card = await form.Press("Slå sammen", ("take[telefon]", "Away"), ("take[fornavn]", "Kept"));

        Assert.Equal(("Aase Øverås", $"/studenter/{kept.Id}"), (card.Heading, card.Path));
        Assert.True(card.Shows("Slått sammen med Åse Øverås") && card.Shows("Ikke beholdt: Fornavn: Åse") && card.Shows("Telefon: 483 53 392 → 900 00 000"), card.Text);
        var one = await Find(kept.Id);
        Assert.Equal(("ny@example.com", "+4790000000", 2001, "pl-lodz", "PL", WrittenForm.Nynorsk, "Vil til legevakta.\nHar bil.", null),
            (one!.Email, one.Phone, one.BirthYear, one.StudyPlaceCode, one.CountryCode, one.WrittenForm, one.Note, one.AddressDeadAt));
        Assert.Equal(new Ties(GrewUp: "Født her", Family: "Mor bor her"), one.Ties);
        Assert.Null(await Find(away.Id));
        // An old address of the card, in a mail among colleagues, leads to whom it is about.
        Assert.Equal($"/studenter/{kept.Id}", (await (await kommune.Reader()).Open($"/studenter/{away.Id}")).Path);
    }

    [Fact]
    public async Task All_that_hangs_on_either_hangs_on_the_one_that_stays_and_every_no_holds()
    {
        var kommune = app.Given.Kommune();
        var kept = await kommune.Student("Ola", then: s => s.Reserve(ReservationScope.News, byStudent: false, app.Clock.Now));
        var away = await kommune.Student("Ola", then: s =>
        {
            s.Reserve(ReservationScope.News, byStudent: true, app.Clock.Now);
            s.Reserve(ReservationScope.Jobs, byStudent: true, app.Clock.Now);
            s.MarkInformed(app.Clock.Now.AddDays(-3));
        });
        var offer = await kommune.Offer(await kommune.Job(), away);
        var wishes = Lis1Wishes.For(away, new(2027, Season.Autumn));
        wishes.Restate(["hnt-namsos", "ahus"], null, app.Clock.Now);
        await kommune.Save(wishes, new Inquiry(kommune.Number, away.Id, offer.Id, "Er det hybel?", app.Clock.Now),
            Message.To(away, MessageKind.Campaign, $"test:{away.Id}", app.Clock.Now), new TimelineEntry(kommune.Number, away.Id, TimelineKind.CallLogged, app.Clock.Now, "Snakket om båt"));

        var card = await (await Form(kommune, kept, away)).Press("Slå sammen");

        Assert.True(card.Shows("Snakket om båt") && card.Shows("Er det hybel?") && card.Shows("Assistent på legevakt") && card.Shows("Sykehuset Namsos"), card.Text);
        Assert.Equal([ReservationScope.Jobs, ReservationScope.News], await Noes(kept.Id));
        Assert.Equal(app.Clock.Now.AddDays(-3), (await Find(kept.Id))!.InformedAt);
        Assert.Equal(kept.Id, await app.Look(db => db.Messages.Where(m => m.Key == $"test:{away.Id}").Select(m => m.StudentId).SingleAsync()));
    }

    [Fact]
    public async Task A_link_that_was_sent_to_the_one_that_went_opens_the_one_that_stays_and_opening_changes_nothing()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola", d => d with { Phone = "+4748353392" }), await kommune.Student("Ola"));
        var offer = await kommune.Offer(await kommune.Job(), away);
        await (await Form(kommune, kept, away)).Press("Slå sammen");
        var before = await Everything(kommune);

        var student = app.Visitor();
        var page = await student.Open(offer.Address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True((await student.Open($"/mine-opplysninger/{offer.Token}")).Shows("+4748353392"));
        Assert.Equal(before, await Everything(kommune));

        await student.Open($"/avmelding/{offer.Token}");
        await (await page.Follow("Ja takk")).Press("Send ja takk");
        Assert.Equal((kept.Id, OfferStatus.Accepted), await app.Look(db => db.JobOffers.Where(o => o.Id == offer.Id).Select(o => new ValueTuple<Guid, OfferStatus>(o.StudentId, o.Status)).SingleAsync()));
    }

    [Fact]
    public async Task Two_offers_of_one_job_that_both_hold_are_settled_by_people_first()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola"), await kommune.Student("Ola"));
        var job = await kommune.Job(seats: 2);
        await Accept(kommune, job, kept);
        var second = await Accept(kommune, job, away);
        var form = await Form(kommune, kept, away);
        var before = await Everything(kommune);

        var refused = await form.Press("Slå sammen");

        Assert.Equal(["Begge har et tilbud om «Assistent på legevakt» som gjelder. Trekk det ene tilbudet, eller be studenten gi tilbake den ene plassen med lenken i e-posten. Så kan dere slå sammen."], refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector($"main a[href='/sommerjobber/{job.Id}']"));
        Assert.Equal(before, await Everything(kommune));

        await (await app.Visitor().Open(second.Address + "/nei")).Press("Gi plassen tilbake");
        var card = await refused.Press("Slå sammen");

        Assert.Equal($"/studenter/{kept.Id}", card.Path);
        Assert.Equal(OfferStatus.Accepted, await app.Look(db => db.JobOffers.Where(o => o.JobId == job.Id).Select(o => o.Status).SingleAsync()));
        // The link of the offer that went opens the one that stands.
        Assert.True((await app.Visitor().Open(second.Address)).Shows("Assistent på legevakt"));
    }

    [Fact]
    public async Task Of_two_lists_of_wishes_the_last_stands_and_of_two_mails_of_one_campaign_one_is_sent()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola"), await kommune.Student("Ola"));
        var (old, young) = (Lis1Wishes.For(kept, new(2027, Season.Autumn)), Lis1Wishes.For(away, new(2027, Season.Autumn)));
        old.Restate(["ahus"], null, app.Clock.Now.AddDays(-9));
        young.Restate(["hnt-namsos"], null, app.Clock.Now.AddDays(-2));
        var campaign = await kommune.Campaign();
        var (first, twin) = (Message.To(kept, MessageKind.Campaign, $"a:{kept.Id}", app.Clock.Now, campaign.Id), Message.To(away, MessageKind.Campaign, $"a:{away.Id}", app.Clock.Now, campaign.Id));
        await kommune.Save(old, young, first, twin);

        var card = await (await Form(kommune, kept, away)).Press("Slå sammen");

        Assert.Equal(["Sykehuset Namsos"], card.Document.QuerySelectorAll(".app-wishes li").Select(li => li.TextContent.Trim()));
        var states = await app.Look(db => db.Messages.Where(m => m.CampaignId == campaign.Id).ToDictionaryAsync(m => m.Id, m => m.State));
        Assert.Equal((MessageState.Ready, MessageState.LeftOut), (states[first.Id], states[twin.Id]));
    }

    [Fact]
    public async Task A_change_of_many_that_changed_both_is_one_of_the_one_that_stays_and_erasing_takes_the_old_address_too()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola"), await kommune.Student("Ola", d => d with { Email = "forrige@example.com" }));
        var (both, sole) = (new BulkChange(kommune.Number, BulkKind.Archive, "Arkivert", "Alle", Guid.CreateVersion7(), app.Clock.Now), new BulkChange(kommune.Number, BulkKind.Archive, "Arkivert", "Alle", Guid.CreateVersion7(), app.Clock.Now));
        await kommune.Save(both, sole, new BulkChangeRow(both, kept, "Active", "Archived"), new BulkChangeRow(both, away, "Active", "Archived"), new BulkChangeRow(sole, away, "Active", "Archived"));

        var card = await (await Form(kommune, kept, away)).Press("Slå sammen");

        Assert.Equal(2, await app.Look(db => db.BulkChangeRows.CountAsync(r => r.StudentId == kept.Id)));
        await (await card.Visitor.Open($"/studenter/{kept.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));
        Assert.Null(await Find(kept.Id));
        Assert.Equal(2, await app.Look(db => db.Erasures.CountAsync(e => e.KommuneNumber == kommune.Number && e.AddressHash != null)));
        Assert.False(await app.Look(db => db.StudentMerges.AnyAsync(m => m.KommuneNumber == kommune.Number)) || await app.Look(db => db.StudentAliases.AnyAsync(a => a.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task Nothing_is_merged_that_changed_since_it_was_looked_at_or_while_a_mail_is_on_its_way()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola"), await kommune.Student("Ola"));
        var form = await Form(kommune, kept, away);
        await (await (await kommune.Recruiter()).Open($"/studenter/{away.Id}/rediger")).Press("Lagre", ("Input.Note", "Ny merknad"));

        var told = await form.Press("Slå sammen");
        Assert.StartsWith("Noen andre har endret dette", told.Errors.Single(), StringComparison.Ordinal);

        var mail = Message.To(away, MessageKind.Campaign, $"test:{away.Id}", app.Clock.Now);
        mail.Claim("test", app.Clock.Now.AddMinutes(1));
        await kommune.Save(mail);
        Assert.StartsWith("En e-post er på vei ut", (await told.Press("Slå sammen")).Errors.Single(), StringComparison.Ordinal);
        Assert.NotNull(await Find(away.Id));
    }

    [Fact]
    public async Task Of_two_who_merge_at_once_one_does()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola"), await kommune.Student("Ola"));
        var (one, other) = (await Form(kommune, kept, away), await Form(kommune, away, kept));

        var pages = await Task.WhenAll(one.Press("Slå sammen"), other.Press("Slå sammen"));

        Assert.All(pages, page => Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, page.Text));
        Assert.Equal(1, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number)));
        Assert.Equal(1, await app.Look(db => db.StudentMerges.CountAsync(m => m.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task A_strangers_student_is_not_there_and_a_reader_neither_opens_nor_merges()
    {
        var (kommune, other) = (app.Given.Kommune(), app.Given.Kommune());
        var (mine, twin, theirs) = (await kommune.Student("Ola"), await kommune.Student("Ola"), await other.Student("Ola"));
        var recruiter = await kommune.Recruiter();
        var form = await recruiter.Open($"/studenter/{mine.Id}/sla-sammen/{twin.Id}");
        var token = form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var (one, two) in new[] { (mine, theirs), (theirs, mine), (mine, mine) })
        {
            var address = $"/studenter/{one.Id}/sla-sammen/{two.Id}";
            Assert.Equal(HttpStatusCode.NotFound, (await recruiter.Open(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await recruiter.PostBare(address, ("__RequestVerificationToken", token), ("keptVersion", "1"), ("awayVersion", "1"))).Status);
        }
        var reader = await kommune.Reader();
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Open($"/studenter/{mine.Id}/sla-sammen/{twin.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostBare($"/studenter/{mine.Id}/sla-sammen/{twin.Id}", ("keptVersion", "1"), ("awayVersion", "1"))).Status);
        Assert.Equal(3, await app.Look(db => db.Students.CountAsync(s => s.Id == mine.Id || s.Id == twin.Id || s.Id == theirs.Id)));
    }

    [Fact]
    public async Task The_other_is_found_from_the_card_by_likeness_or_by_name()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Åse", d => d with { LastName = "Øverås" });
        var alike = await kommune.Student("Aase", d => d with { LastName = "Øveraas" });
        var renamed = await kommune.Student("Åse", d => d with { LastName = "Vik" }, s => s.Archive(app.Clock.Now));
        var page = await (await (await kommune.Recruiter()).Open($"/studenter/{student.Id}")).Follow("Slå sammen med en annen");

        Assert.NotNull(page.Document.QuerySelector($"main a[href='/studenter/{student.Id}/sla-sammen/{alike.Id}']"));
        Assert.Null(page.Document.QuerySelector($"main a[href='/studenter/{student.Id}/sla-sammen/{renamed.Id}']"));
        var found = await page.Press("Finn", ("sok", "Vik"));
        Assert.Equal("Er dette samme person?", (await found.Follow("Sammenlign")).Heading);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await kommune.Reader()).Open($"/studenter/{student.Id}/sla-sammen")).Status);
    }

    private static async Task<SeenPage> Form(GivenKommune kommune, Student kept, Student away) => await (await kommune.Recruiter()).Open($"/studenter/{kept.Id}/sla-sammen/{away.Id}");

    private static IEnumerable<string> Chosen(SeenPage form) => form.Document.QuerySelectorAll("input[type=radio][checked]").Select(r => $"{r.GetAttribute("name")![5..^1]} {r.GetAttribute("value")}");

    private async Task<GivenOffer> Accept(GivenKommune kommune, SummerJob job, Student student)
    {
        var offer = await kommune.Offer(job, student);
        await (await (await app.Visitor().Open(offer.Address)).Follow("Ja takk")).Press("Send ja takk");
        return offer;
    }

    private Task<Student?> Find(Guid id) => app.Look(db => db.Students.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id));

    private Task<List<ReservationScope>> Noes(Guid id) => app.Look(db => db.Reservations.Where(r => r.StudentId == id).OrderBy(r => r.Scope).Select(r => r.Scope).ToListAsync());

    private Task<string> Everything(GivenKommune kommune) => MergeSnapshots.Of(app, kommune);
}
