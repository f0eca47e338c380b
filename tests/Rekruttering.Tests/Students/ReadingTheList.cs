using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>/studenter as a recruiter reads it.</summary>
public sealed class ReadingTheList(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_name_and_a_town_are_found_without_their_diacritics()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Åse", d => d with { LastName = "Øverås", StudyPlaceCode = "pl-lodz", CountryCode = "PL" });
        await kommune.Student("Per", d => d with { StudyPlaceCode = "ntnu", CountryCode = "NO" });
        var recruiter = await kommune.Recruiter();

        Assert.Equal(["Åse Øverås"], Names(await recruiter.Open("/studenter?sok=ase")));
        Assert.Equal(["Åse Øverås"], Names(await recruiter.Open("/studenter?sok=LODZ")));
        Assert.Equal(["Per Nordby"], Names(await recruiter.Open("/studenter?sok=ntnu")));
    }

    [Fact]
    public async Task A_line_tells_stage_licence_place_last_contact_and_what_is_wrong()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Åse", d => d with
        {
            LastName = "Dvo?ák",
            StudyPlaceCode = "pl-lodz",
            CountryCode = "PL",
            StartTerm = new(2022, Season.Autumn),
            LicenceFrom = new(2027, 1, 1),
        }, s => { s.Reserve(ReservationScope.Jobs, true, app.Clock.Now); s.MarkAddressDead(app.Clock.Now); });
        await kommune.Save(
            new TimelineEntry(kommune.Number, student.Id, TimelineKind.CallLogged, app.Clock.Now.AddDays(-20), "Ringte"),
            new TimelineEntry(kommune.Number, student.Id, TimelineKind.CallLogged, app.Clock.Now.AddDays(-80), "Ringte"),
            new TimelineEntry(kommune.Number, student.Id, TimelineKind.NoteWritten, app.Clock.Now, "Notat"));

        var line = (await (await kommune.Reader()).Open("/studenter")).Document.QuerySelector("tbody tr")!;

        var text = string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("5. år, lisens fra januar 2027", text, StringComparison.Ordinal);
        Assert.Contains("Uniwersytet Medyczny w Łodzi Łódź, Polen", text, StringComparison.Ordinal);
        Assert.Contains("for 2 uker siden", text, StringComparison.Ordinal);
        Assert.Contains("reservert", text, StringComparison.Ordinal);
        Assert.Contains("navn må rettes", text, StringComparison.Ordinal);
        Assert.Contains("adressen virker ikke", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_register_says_what_it_is_for_and_how_to_begin()
    {
        var page = await (await app.Given.Kommune().Recruiter()).Open("/studenter");

        Assert.True(page.Shows("Ingen studenter ennå"));
        Assert.Equal("Ny student", (await page.Follow("Legg til en student")).Heading);
    }

    [Fact]
    public async Task A_reader_of_an_empty_register_is_offered_nothing_to_change()
    {
        var page = await (await app.Given.Kommune().Reader()).Open("/studenter");

        Assert.True(page.Shows("Ingen studenter ennå"));
        Assert.Null(page.Document.QuerySelector("main a"));
    }

    [Fact]
    public async Task No_hit_offers_to_take_the_filter_away()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Ola");
        var page = await (await kommune.Recruiter()).Open("/studenter?sok=finnesikke&ar=5");

        Assert.True(page.Shows("Studenter, 5. år, som passer med «finnesikke»: det er ingen."));
        var all = await page.Follow("Fjern filtrene");
        Assert.Equal("/studenter", all.Path);
        Assert.Equal(["Ola Nordby"], Names(all));
    }

    [Fact]
    public async Task The_form_puts_only_what_was_asked_for_into_the_address()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Ola", d => d with { CountryCode = "PL" });
        var page = await (await kommune.Recruiter()).Open("/studenter?sortering=sted");

        var found = await page.Press("Vis", ("land", "PL"));

        Assert.Equal("/studenter?land=PL&sortering=sted", found.Path);
        Assert.True(found.Shows("1 treff: Studenter i Polen"));
        Assert.Equal("PL", found.Document.QuerySelector("#filter-land option[selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("navn", "Anne,Bo,Cato,Dag")]
    [InlineData("navn-synkende", "Dag,Cato,Bo,Anne")]
    [InlineData("ar", "Cato,Bo,Anne,Dag")]
    [InlineData("ar-synkende", "Anne,Bo,Cato,Dag")]
    [InlineData("sted", "Dag,Cato,Anne,Bo")]
    [InlineData("sted-synkende", "Bo,Anne,Cato,Dag")]
    [InlineData("kontakt", "Cato,Dag,Bo,Anne")]
    [InlineData("kontakt-synkende", "Anne,Bo,Cato,Dag")]
    [InlineData("tull", "Anne,Bo,Cato,Dag")]
    public async Task It_is_sorted_by_what_was_asked(string order, string expected)
    {
        var kommune = app.Given.Kommune();
        var anne = await kommune.Student("Anne", d => d with { StartTerm = new(2021, Season.Autumn), StudyPlaceCode = "ntnu" });
        var bo = await kommune.Student("Bo", d => d with { StartTerm = new(2022, Season.Autumn), StudyPlaceCode = "pl-lodz" });
        await kommune.Student("Cato", d => d with { StartTerm = new(2023, Season.Autumn), StudyPlaceCode = "cz-brno" });
        await kommune.Student("Dag");
        await kommune.Save(
            new TimelineEntry(kommune.Number, anne.Id, TimelineKind.CallLogged, app.Clock.Now.AddDays(-1), "Ringte"),
            new TimelineEntry(kommune.Number, bo.Id, TimelineKind.MeetingLogged, app.Clock.Now.AddDays(-2), "Møttes"));

        var page = await (await kommune.Reader()).Open("/studenter?sortering=" + order);

        Assert.Equal(expected, string.Join(',', Names(page).Select(n => n.Split(' ')[0])));
    }

    [Theory]
    [InlineData("ar", "Dag,Cato,Anne,Bo,Frode,Eva")]
    [InlineData("ar-synkende", "Bo,Anne,Cato,Dag,Eva,Frode")]
    public async Task Sorted_by_year_a_leave_holds_the_student_in_her_year(string order, string expected)
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Anne", d => d with { StartTerm = new(2020, Season.Autumn), Progression = Progression.OnLeave, LeaveFrom = new(2023, Season.Spring) });
        await kommune.Student("Bo", d => d with { StartTerm = new(2022, Season.Autumn) });
        await kommune.Student("Cato", d => d with { StartTerm = new(2025, Season.Spring) });
        await kommune.Student("Dag", d => d with { StartTerm = new(2026, Season.Autumn) });
        await kommune.Student("Eva", d => d with { StartTerm = new(2021, Season.Autumn), Progression = Progression.Discontinued });
        await kommune.Student("Frode");
        var page = await (await kommune.Reader()).Open("/studenter?sortering=" + order);
        Assert.Equal(expected, string.Join(',', Names(page).Select(n => n.Split(' ')[0])));
    }

    [Fact]
    public async Task The_header_turns_the_order_round_and_keeps_the_filter()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Anne");
        await kommune.Student("Bo");
        var page = await (await kommune.Reader()).Open("/studenter?ar=ukjent");

        var turned = await page.Press("Navn");

        Assert.Equal("/studenter?ar=ukjent&sortering=navn-synkende", turned.Path);
        Assert.Equal(["Bo Nordby", "Anne Nordby"], Names(turned));
        Assert.Equal("descending", turned.Document.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Fifty_a_page_and_nobody_twice()
    {
        var kommune = app.Given.Kommune();
        for (var i = 0; i < 60; i++)
            await kommune.Student("Like");
        var reader = await kommune.Reader();

        var first = await reader.Open("/studenter");
        var second = await first.Follow("Neste");

        Assert.True(first.Shows("60 studenter"));
        Assert.Equal("/studenter?side=2", second.Path);
        Assert.Equal((50, 10), (Links(first).Count, Links(second).Count));
        Assert.Equal(60, Links(first).Union(Links(second)).Count());
        Assert.Equal(10, Links(await reader.Open("/studenter?side=99")).Count);
        Assert.Equal(50, Links(await reader.Open("/studenter?side=-1")).Count);
    }

    [Fact]
    public async Task A_name_that_many_have_is_counted_paged_and_put_in_order()
    {
        var kommune = app.Given.Kommune();
        for (var i = 0; i < 55; i++)
            await kommune.Student("Aase", d => d with { LastName = $"Nordby {i:00}" });
        await kommune.Student("Per");
        var gone = await kommune.Student("Åse", d => d with { LastName = "Aas" });
        await app.Given.Kommune("Oslo").Student("Åse");
        var recruiter = await kommune.Recruiter();
        Assert.True((await recruiter.Open("/studenter?sok=åse")).Shows("56 treff"));

        await app.In(kommune.Number, async services =>
        {
            var db = services.GetRequiredService<RekrutteringDb>();
            (await db.Students.SingleAsync(s => s.Id == gone.Id)).Archive(app.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var first = await recruiter.Open("/studenter?sok=åse");
        var second = await first.Follow("Neste");

        Assert.True(first.Shows("55 treff"));
        Assert.Equal("Aase Nordby 00", Names(first)[0]);
        Assert.Equal(Enumerable.Range(50, 5).Select(i => $"Aase Nordby {i:00}"), Names(second));
        Assert.Equal("Aase Nordby 54", Names(await recruiter.Open("/studenter?sok=åse&sortering=navn-synkende"))[0]);
        Assert.Equal(50, Names(await recruiter.Open("/studenter?sok=åse&sortering=kontakt")).Count);
        Assert.Equal(["Åse Aas"], Names(await recruiter.Open("/studenter?sok=åse&status=arkiverte")));
        Assert.True((await recruiter.Open("/studenter?sok=åse&status=alle")).Shows("56 treff"));
        Assert.Empty(Names(await recruiter.Open("/studenter?sok=åse&land=PL")));
    }

    [Fact]
    public async Task What_stands_around_the_list_is_the_kommunes_own()
    {
        var (here, there) = (app.Given.Kommune(), app.Given.Kommune());
        foreach (var kommune in new[] { here, there })
        {
            await kommune.Student("Ola");
            await kommune.Save(new Segment(kommune.Number, $"Polen i {kommune.Name}", "?land=PL", Guid.Empty, app.Clock.Now), new Segment(kommune.Number, "Åse og Øystein", "?sok=o", Guid.Empty, app.Clock.Now));
        }
        var colleague = await here.User(Role.Reader);
        var (mine, theirs) = (await here.Recruiter(), await there.Recruiter());

        foreach (var (recruiter, name, colleagues) in new[] { (mine, here.Name, 2), (theirs, there.Name, 1), (mine, here.Name, 2) })
        {
            var page = await recruiter.Open("/studenter");
            Assert.Equal(["Alle", "Åse og Øystein", $"Polen i {name}", "Alle utvalg …"], page.Document.QuerySelectorAll(".app-tabs a").Select(a => a.TextContent));
            Assert.Equal(2 + colleagues, page.Document.QuerySelectorAll("#filter-kontaktperson option").Length);
            Assert.Equal(colleagues == 2, page.Document.QuerySelector($"#filter-kontaktperson option[value='{colleague.Id}']") is not null);
        }
    }

    [Fact]
    public async Task A_national_id_is_not_searched_for_and_leaves_the_address()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Ola");

        var page = await (await kommune.Recruiter()).Open("/studenter?sok=010199%2012345");

        Assert.Equal((HttpStatusCode.OK, "/studenter"), (page.Status, page.Path));
        Assert.Contains("Fødselsnummer står ikke i registeret", page.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kommunes_students_are_not_there()
    {
        await app.Given.Kommune("Oslo").Student("Fremmed");
        var kommune = app.Given.Kommune();
        await kommune.Student("Egen");

        Assert.Equal(["Egen Nordby"], Names(await (await kommune.Recruiter()).Open("/studenter?status=alle")));
    }

    [Fact]
    public async Task Those_who_are_ticked_go_on_to_an_open_job_and_all_to_a_mailing()
    {
        var kommune = app.Given.Kommune();
        var (ola, _) = (await kommune.Student("Ola"), await kommune.Student("Per"));
        var recruiter = await kommune.Recruiter();
        Assert.Null((await recruiter.Open("/studenter")).Document.QuerySelector("button[formaction^='/sommerjobber']"));
        var job = SummerJob.Create(kommune.Number, new SummerJobDetails { Title = "Legevakt", Workplace = "Legevakta", Description = "Vakter", From = new(2027, 6, 21), To = new(2027, 8, 15), Seats = 2, AnswerDeadline = app.Clock.Now.AddDays(10) }, app.Clock.Now).Value!;
        job.Open();
        await kommune.Save(job);

        var page = await recruiter.Open("/studenter?ar=ukjent");
        var review = await page.Press("Legevakt", ("valgt", ola.Id.ToString()));

        Assert.Equal($"/sommerjobber/{job.Id}/tilby/se-over?valgt={ola.Id}", review.Path);
        Assert.True(review.Shows("Ola Nordby") && !review.Shows("Per Nordby"));
        Assert.NotNull(page.Document.QuerySelector("main a[href='/utsendinger/ny?ar=ukjent']"));
        Assert.Empty((await (await kommune.Reader()).Open("/studenter")).Document.QuerySelectorAll("[name=valgt], main a[href^='/utsendinger']"));
    }

    [Fact]
    public async Task Archived_students_are_shown_when_asked_for()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Borte", then: s => s.Archive(app.Clock.Now));
        var reader = await kommune.Reader();

        var page = await reader.Open("/studenter");

        Assert.True(page.Shows("Alle studentene i registeret er arkivert."));
        Assert.Equal(["Borte Nordby"], Names(await page.Follow("Vis arkiverte")));
    }

    private static List<string> Names(SeenPage page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent.Trim())];

    private static List<string?> Links(SeenPage page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href"))];
}
