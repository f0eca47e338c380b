using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>A filter with a name, shared in the kommune, and what is made of it.</summary>
public sealed class KeepingSegments(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task It_is_saved_from_the_list_and_chosen_there_by_a_colleague()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Åse", d => d with { CountryCode = "PL" });
        await kommune.Student("Ola", d => d with { CountryCode = "NO" });

        var save = await (await (await kommune.Recruiter()).Open("/studenter?land=PL")).Follow("Lagre utvalget");
        Assert.True(save.Shows("Studenter i Polen: 1 student i dag."), save.Text);
        Assert.Equal("Utvalget «Til Polen» er lagret.", (await save.Press("Lagre utvalget", ("Input.Name", " Til Polen "))).Said);

        var colleague = await kommune.Reader();
        var list = await (await colleague.Open("/studenter")).Follow("Til Polen");
        Assert.Equal("/studenter?land=PL", list.Path);
        Assert.Equal(["Til Polen"], list.Document.QuerySelectorAll(".app-tabs [aria-current=page]").Select(tab => tab.TextContent));
        Assert.True(list.Shows("Åse Nordby") && !list.Shows("Ola Nordby"));
        Assert.False((await (await app.Given.Kommune().Recruiter()).Open("/studenter/utvalg")).Shows("Til Polen"));
    }

    [Fact]
    public async Task A_name_is_one_segment_and_is_replaced_only_when_asked()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        await Saved(kommune, "Polen", "?land=PL");
        var recruiter = await kommune.Recruiter();

        var empty = await (await recruiter.Open("/studenter/utvalg/nytt?land=HU")).Press("Lagre utvalget", ("Input.Name", " "));
        Assert.Equal(["Navn på utvalget: Skriv et navn på utvalget."], empty.Errors);
        var refused = await empty.Press("Lagre utvalget", ("Input.Name", "POLEN"));
        Assert.Contains("Det finnes allerede et utvalg som heter «Polen».", Assert.Single(refused.Errors));
        Assert.Equal("?land=PL", await Query(kommune));

        await refused.Press("Bytt ut filtrene i det som finnes");
        Assert.Equal("?land=HU", await Query(kommune));
    }

    [Fact]
    public async Task It_is_renamed_and_deleted_with_a_second_look()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Åse", d => d with { CountryCode = "PL" });
        await Saved(kommune, "Polen", "?land=PL");
        var recruiter = await kommune.Recruiter();

        var renamed = await (await recruiter.Open("/studenter/utvalg")).Press("Lagre navnet", ("Input.Name", "Polakker"));
        Assert.Equal("Utvalget har fått nytt navn.", renamed.Said);
        Assert.True(renamed.Shows("Polakker Studenter i Polen 1"), renamed.Text);
        Assert.True(renamed.Shows("Studentene blir ikke rørt"));
        var deleted = await renamed.Press("Ja, slett Polakker");
        Assert.Equal("Utvalget er slettet.", deleted.Said);
        Assert.Equal(1, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task A_campaign_takes_a_copy_that_later_changes_and_deletion_do_not_touch()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Åse", d => d with { CountryCode = "PL", Ties = new(GrewUp: "") });
        await kommune.Student("Ola", d => d with { CountryCode = "NO" });
        var (segment, template, recruiter) = (await Saved(kommune, "Polen", "?land=PL&tilknytning=oppvokst"), await kommune.Template(), await kommune.Recruiter());

        var draft = await (await recruiter.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Hilsen"), ("Input.TemplateId", template.Id.ToString()), ("utvalg", segment.Id.ToString()));
        Assert.True(draft.Shows("1 student får e-posten. Studenter i Polen, vokst opp her"), draft.Text);
        Assert.True(draft.Shows("Filtrene under er som i «Polen». Filtrene kopieres hit når du lagrer."), draft.Text);

        var taken = await (await recruiter.Open("/studenter/utvalg/nytt?land=NO")).Press("Lagre utvalget", ("Input.Name", "Polen"));
        await taken.Press("Bytt ut filtrene i det som finnes");
        Assert.Equal("?land=NO", await Query(kommune));
        draft = await recruiter.Open(draft.Path);
        Assert.True(draft.Shows("1 student får e-posten. Studenter i Polen, vokst opp her"), draft.Text);
        Assert.False(draft.Shows("Filtrene under er som i"));

        await (await recruiter.Open("/studenter/utvalg")).Press("Ja, slett Polen");
        // Saved again with the filters as they stand: the copy is the campaign's own.
        draft = await (await recruiter.Open(draft.Path)).Press("Lagre utkastet");
        Assert.True(draft.Shows("1 student får e-posten. Studenter i Polen, vokst opp her"), draft.Text);
        var campaign = await app.Look(db => db.Campaigns.SingleAsync(c => c.KommuneNumber == kommune.Number));
        Assert.Equal((CampaignStatus.Draft, "?land=PL&tilknytning=oppvokst"), (campaign.Status, campaign.Audience));
    }

    [Fact]
    public async Task Another_kommunes_segment_gives_a_campaign_nothing()
    {
        var foreign = await Saved(app.Given.Kommune(), "Polen", "?land=PL");
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var template = await kommune.Template();
        await Saved(kommune, "Norge", "?land=NO");

        var refused = await (await (await kommune.Recruiter()).Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Hilsen"), ("Input.TemplateId", template.Id.ToString()), ("utvalg", foreign.Id.ToString()));

        // The same words as of one that a colleague has deleted.
        Assert.Equal(["Utvalget du valgte, finnes ikke lenger. Velg et annet, eller bruk filtrene under."], refused.Errors);
        Assert.False(await app.Look(db => db.Campaigns.AnyAsync(c => c.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task An_offer_goes_to_all_of_a_segment_also_by_what_has_no_field_there()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Åse", d => d with { StudyPlaceCode = "pl-lodz", StartTerm = new(2023, Season.Autumn) });
        var ola = await kommune.Student("Ola", d => d with { StudyPlaceCode = "ntnu", StartTerm = new(2023, Season.Autumn) });
        await Saved(kommune, "Łódź", "?sted=pl-lodz");
        var job = await kommune.Job();

        var choose = await (await (await kommune.Recruiter()).Open($"/sommerjobber/{job.Id}/tilby")).Follow("Łódź");
        Assert.True(choose.Shows("1 student."), choose.Text);
        var review = await choose.Press("Se over for den ene");

        Assert.True(review.Shows("Åse Nordby") && !review.Shows("Ola Nordby"), review.Text);

        // Who was ticked before stays so when a segment is chosen.
        var ticked = await (await (await kommune.Recruiter()).Open($"/sommerjobber/{job.Id}/tilby?valgt={ola.Id}")).Follow("Łódź");
        Assert.True((await ticked.Press("Se over tilbudet")).Shows("Ola Nordby"), ticked.Text);
    }

    private async Task<Segment> Saved(GivenKommune kommune, string name, string query)
    {
        var segment = new Segment(kommune.Number, name, query, Guid.CreateVersion7(), app.Clock.Now);
        await kommune.Save(segment);
        return segment;
    }

    private Task<string> Query(GivenKommune kommune) => app.Look(db => db.Segments.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.Query).SingleAsync());
}
