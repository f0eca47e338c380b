using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>/studenter/sammenslaing/{id}, and what stands after it.</summary>
public sealed class UndoingAMerge(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task Two_are_two_again_with_all_that_was_theirs()
    {
        var kommune = app.Given.Kommune();
        var kept = await kommune.Student("Aase", d => d with { LastName = "Øveraas", Email = "gammel@example.com" }, s => s.MarkAddressDead(app.Clock.Now));
        var away = await kommune.Student("Åse", d => d with { LastName = "Øverås", Phone = "+4790000000", StartTerm = new(2024, Season.Spring), Progression = Progression.OnLeave }, s =>
        {
            s.Reserve(ReservationScope.Jobs, byStudent: true, app.Clock.Now.AddDays(-1));
            s.MarkInformed(app.Clock.Now);
        });
        var third = await kommune.Student("Åse", d => d with { LastName = "Øverås" });
        var (job, sole) = (await kommune.Job(seats: 2), await kommune.Job());
        await kommune.Offer(job, kept);
        var declined = await kommune.Offer(job, away);
        await (await (await app.Visitor().Open(declined.Address)).Follow("Nei takk")).Press("Send nei takk", ("message", "Har fått noe annet"));
        await kommune.Offer(sole, away);
        var (old, young) = (Lis1Wishes.For(kept, new(2027, Season.Autumn)), Lis1Wishes.For(away, new(2027, Season.Autumn)));
        old.Restate(["ahus", "hnt-namsos"], "Helst ikke", app.Clock.Now.AddDays(-9));
        young.Restate(["hnt-namsos"], null, app.Clock.Now.AddDays(-2));
        await kommune.Save(old, young, Message.To(away, MessageKind.Campaign, $"test:{away.Id}", app.Clock.Now), new TimelineEntry(kommune.Number, away.Id, TimelineKind.CallLogged, app.Clock.Now, "Snakket"),
            new TwoPersons(kommune.Number, away.Id, third.Id, null, app.Clock.Now));
        var before = await MergeSnapshots.Of(app, kommune);

        var card = await Merge(kommune, kept, away);
        Assert.NotEqual(before, await MergeSnapshots.Of(app, kommune));
        var undo = await card.Follow("Se eller angre sammenslåingen");
        Assert.Equal("Åse Øverås ble slått sammen med Åse Øverås", undo.Heading);
        var back = await undo.Press("Ja, angre", ("areTwoPersons", "false"));

        Assert.Equal(($"/studenter/{away.Id}", "Sammenslåingen er angret. Åse Øverås står i registeret igjen."), (back.Path, back.Said));
        Assert.Equal(before, await MergeSnapshots.Of(app, kommune));
        Assert.Equal(["Sammenslåingen er allerede angret."], (await undo.Press("Ja, angre")).Errors);
        // They still look alike: nobody said that they are two.
        Assert.True((await back.Visitor.Open("/studenter/like")).Shows("Aase Øveraas"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_no_contact_that_a_merge_brings_ends_what_is_open_on_either_and_undoing_lets_it_stand_again(bool offerOnTheOneThatStays)
    {
        var kommune = app.Given.Kommune();
        var (asked, silent) = (await kommune.Student("Åse", d => d with { LastName = "Øverås" }), await kommune.Student("Åse", d => d with { LastName = "Øverås" }, s => s.Reserve(ReservationScope.NoContact, byStudent: true, app.Clock.Now)));
        var (kept, away) = offerOnTheOneThatStays ? (asked, silent) : (silent, asked);
        var (first, second) = (await kommune.Job(with: j => j with { Title = "Sommervikar" }), await kommune.Job(with: j => j with { Title = "Prosjekthjelp" }));
        var (open, taken) = (await kommune.Offer(first, asked), await kommune.Offer(second, asked));
        await (await (await app.Visitor().Open(taken.Address)).Follow("Ja takk")).Press("Send ja takk");

        var page = await (await kommune.Recruiter()).Open($"/studenter/{kept.Id}/sla-sammen/{away.Id}");
        Assert.True(page.Shows("1 tilbud om sommerjobb faller bort, fordi en av dem ikke vil kontaktes: «Sommervikar»."));
        var card = await page.Press("Slå sammen");

        Assert.Equal((OfferStatus.Withdrawn, OfferStatus.Accepted), (await StatusOf(open), await StatusOf(taken)));
        Assert.True(card.Shows("Tilbudet om «Sommervikar» falt bort: studenten vil ikke kontaktes."));
        Assert.DoesNotContain((await app.Visitor().Open(open.Address)).Document.QuerySelectorAll("a"), link => link.TextContent.Trim() == "Ja takk");

        var undo = await card.Follow("Se eller angre sammenslåingen");
        Assert.True(undo.Shows("gjelder igjen for den andre"));
        await undo.Press("Ja, angre");

        Assert.Equal((OfferStatus.Offered, OfferStatus.Accepted), (await StatusOf(open), await StatusOf(taken)));
        var back = await card.Visitor.Open($"/studenter/{asked.Id}");
        Assert.True(back.Shows("Tilbudet om «Sommervikar» gjelder igjen"));
        Assert.False((await card.Visitor.Open($"/studenter/{silent.Id}")).Shows("Sommervikar"));
        await (await (await app.Visitor().Open(open.Address)).Follow("Ja takk")).Press("Send ja takk");
        Assert.Equal(OfferStatus.Accepted, await StatusOf(open));

        Task<OfferStatus> StatusOf(GivenOffer offer) => app.Look(db => db.JobOffers.Where(o => o.Id == offer.Id).Select(o => o.Status).SingleAsync());
    }

    [Fact]
    public async Task What_was_edited_since_stands_and_a_no_that_came_since_holds_for_both()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola", d => d with { Phone = "+4748353392" }), await kommune.Student("Ola", d => d with { BirthYear = 2001, HomeKommune = "5007" }));
        var link = await kommune.Link(away);
        var card = await Merge(kommune, kept, away);
        await (await card.Visitor.Open($"/studenter/{kept.Id}/rediger")).Press("Lagre", ("Input.BirthYear", "2002"));
        await kommune.Save(new TimelineEntry(kommune.Number, kept.Id, TimelineKind.CallLogged, app.Clock.Now, "Ringte etterpå"));
        await app.Visitor().PostBare($"/avmelding/{link}", ("List-Unsubscribe", "One-Click"));
        Assert.True(await app.Look(db => db.Reservations.AnyAsync(r => r.StudentId == kept.Id)));

        var back = await (await card.Follow("Se eller angre sammenslåingen")).Press("Ja, angre");

        var (one, other) = (await app.Look(db => db.Students.SingleAsync(s => s.Id == kept.Id)), await app.Look(db => db.Students.SingleAsync(s => s.Id == away.Id)));
        Assert.Equal((2002, null), (one.BirthYear, one.HomeKommune));
        Assert.Equal((2001, "5007"), (other.BirthYear, other.HomeKommune));
        Assert.Equal(2, await app.Look(db => db.Reservations.CountAsync(r => r.Scope == ReservationScope.AllCampaigns && (r.StudentId == kept.Id || r.StudentId == away.Id))));
        Assert.Equal(kept.Id, await app.Look(db => db.Timeline.Where(e => e.KommuneNumber == kommune.Number && e.Summary == "Ringte etterpå").Select(e => e.StudentId).SingleAsync()));
        Assert.True((await back.Visitor.Open("/studenter/like")).Shows("Ola Nordby og Ola Nordby"));
    }

    [Fact]
    public async Task Wishes_that_were_stated_anew_since_stand_and_the_older_ones_stay_away()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola"), await kommune.Student("Ola"));
        var (old, young) = (Lis1Wishes.For(kept, new(2027, Season.Autumn)), Lis1Wishes.For(away, new(2027, Season.Autumn)));
        old.Restate(["ahus"], null, app.Clock.Now.AddDays(-9));
        young.Restate(["hnt-namsos"], null, app.Clock.Now.AddDays(-2));
        await kommune.Save(old, young);
        var link = await kommune.Link(kept);
        var card = await Merge(kommune, kept, away);
        var form = await app.Visitor().Open($"/lis1/{link}/2027-09");
        await form.Press("Ta tilbake ønskene");
        await (await form.Visitor.Open($"/lis1/{link}/2027-09")).Press("Lagre ønskene", ("hospital", "ahus"), ("hospital", "hnt-namsos"));

        var back = await (await card.Follow("Se eller angre sammenslåingen")).Press("Ja, angre");

        Assert.Equal($"/studenter/{away.Id}", back.Path);
        Assert.Equal((kept.Id, 2), await app.Look(db => db.Lis1Wishes.Where(w => w.KommuneNumber == kommune.Number).Select(w => new ValueTuple<Guid, int>(w.StudentId, w.Hospitals.Count)).SingleAsync()));
    }

    [Fact]
    public async Task A_colleague_who_has_left_meanwhile_is_nobodys_contact_person_again()
    {
        var kommune = app.Given.Kommune();
        var (gone, here) = (await kommune.User(Role.Recruiter), await kommune.User(Role.Recruiter));
        var (kept, away) = (await kommune.Student("Ola", d => d with { ContactPersonId = gone.Id }), await kommune.Student("Ola", d => d with { ContactPersonId = gone.Id, Phone = "+4748353392" }));
        var other = await kommune.Student("Ola", d => d with { ContactPersonId = here.Id });
        await Merge(kommune, other, away);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        var card = await (await (await kommune.Recruiter()).Open($"/studenter/{kept.Id}/sla-sammen/{other.Id}")).Press("Slå sammen", ("take[kontaktperson]", "Away"));
        await (await (await kommune.Administrator()).Open($"/brukere/{gone.Id}")).Press($"Ja, fjern {gone.Email}");

        foreach (var merge in await app.Look(db => db.StudentMerges.Where(m => m.KommuneNumber == kommune.Number).OrderByDescending(m => m.At).Select(m => m.Id).ToListAsync()))
            await (await card.Visitor.Open($"/studenter/sammenslaing/{merge}")).Press("Ja, angre");

        var whose = await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).ToDictionaryAsync(s => s.Id, s => s.ContactPersonId));
        Assert.Equal((null, null, here.Id), (whose[kept.Id], whose[away.Id], whose[other.Id]));
    }

    [Fact]
    public async Task The_last_merge_is_taken_back_first()
    {
        var kommune = app.Given.Kommune();
        var (a, b, c) = (await kommune.Student("Ola", d => d with { Phone = "+4748353392" }), await kommune.Student("Ola"), await kommune.Student("Ola"));
        var link = await kommune.Link(a);
        var before = await MergeSnapshots.Of(app, kommune);
        var first = await (await Merge(kommune, b, a)).Follow("Se eller angre sammenslåingen");
        app.Clock.Move(TimeSpan.FromMinutes(1));
        var second = (await Merge(kommune, c, b)).Document.QuerySelector(".app-timeline a")!.GetAttribute("href")!;
        Assert.Equal($"/studenter/{c.Id}", (await first.Visitor.Open($"/studenter/{a.Id}")).Path);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Open($"/mine-opplysninger/{link}")).Status);

        Assert.Equal(["Studenten er slått sammen med flere. Angre den siste sammenslåingen først."], (await first.Press("Ja, angre")).Errors);
        await (await first.Visitor.Open(second)).Press("Ja, angre", ("areTwoPersons", "false"));
        await first.Press("Ja, angre", ("areTwoPersons", "false"));

        Assert.Equal(before, await MergeSnapshots.Of(app, kommune));
    }

    [Fact]
    public async Task A_reader_sees_it_and_cannot_and_a_stranger_sees_nothing()
    {
        var kommune = app.Given.Kommune();
        var (kept, away) = (await kommune.Student("Ola"), await kommune.Student("Ola"));
        var page = await (await Merge(kommune, kept, away)).Follow("Se eller angre sammenslåingen");

        var reader = await (await kommune.Reader()).Open(page.Path);
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Empty(reader.Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Visitor.PostBare(page.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Given.Kommune().Recruiter()).Open(page.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Given.Kommune().Recruiter()).Open($"/studenter/{away.Id}")).Status);
    }

    private static async Task<SeenPage> Merge(GivenKommune kommune, Student kept, Student away) =>
        await (await (await kommune.Recruiter()).Open($"/studenter/{kept.Id}/sla-sammen/{away.Id}")).Press("Slå sammen");
}
