using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Tests.Import;
using Rekruttering.Tests.Joining;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Students;

/// <summary>GDPR art. 17: everything goes but numbers, and no list brings the person back.</summary>
public sealed class ErasingAPerson(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task The_page_says_what_goes_and_what_stays_and_wants_a_tick()
    {
        var (kommune, student, _) = await WithAHistory();
        var kari = await kommune.Recruiter();

        var page = await (await kari.Open($"/studenter/{student.Id}")).Follow("Slett personen");
        Assert.Contains("Slett Ida Nordby", page.Heading);
        Assert.Contains("1 e-post med tekst", page.Text);
        Assert.Contains("1 tilbud om jobb", page.Text);
        Assert.Contains("1 e-post i utsendinger, bare som tall", page.Text);
        var refused = await page.Press("Slett personen");

        Assert.Contains("Kryss av", Assert.Single(refused.Errors));
        Assert.Equal(HttpStatusCode.OK, (await kari.Open($"/studenter/{student.Id}")).Status);
    }

    [Fact]
    public async Task Nothing_of_the_person_is_left_but_numbers()
    {
        var (kommune, student, token) = await WithAHistory();
        var kari = await kommune.Recruiter();

        var after = await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));

        Assert.Equal("Personen er slettet.", after.Said);
        Assert.Equal(HttpStatusCode.NotFound, (await kari.Open($"/studenter/{student.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Open($"/avmelding/{token}")).Status);
        var dump = await Dump();
        Assert.DoesNotContain(student.Email!, dump, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Hemmelig om Ida", dump);
        Assert.DoesNotContain("Hei Ida", dump);
        var campaign = await app.Look(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.KommuneNumber == kommune.Number));
        var row = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal((MessageState.Sent, (Guid?)null, null, null), (row.State, row.StudentId, row.ToAddress, row.Text));
        Assert.Contains("1 av 1 er sendt", (await kari.Open($"/utsendinger/{campaign.Id}")).Text);
        Assert.Contains("1 som er slettet", (await kari.Open($"/utsendinger/{campaign.Id}")).Text);
        Assert.Single(await app.Look(db => db.Erasures.Where(e => e.KommuneNumber == kommune.Number && e.AddressHash!.Length == 64).ToListAsync()));
        Assert.DoesNotContain(student.Email!, app.Log.Text);
    }

    [Fact]
    public async Task A_mail_that_may_have_arrived_asks_nobody_any_more()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student(with: d => d with { Email = "kanskje.framme@example.com" });
        app.Sink.For(student.Email!, MailSinkBehaviour.DropAfterData);
        var campaign = await kommune.Campaign();
        await app.StartAndSend();
        var kari = await kommune.Recruiter();
        var keptOpen = await kari.Open($"/utsendinger/{campaign.Id}?vis=usikre");

        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));

        Assert.False((await kari.Open("/oversikt")).Shows("usikker"));
        Assert.Empty((await kari.Open($"/utsendinger/{campaign.Id}")).Document.QuerySelectorAll("a[href*='vis=usikre']"));
        Assert.StartsWith("Personen er slettet", (await keptOpen.Press($"Send på nytt: {student.FullName}")).Said, StringComparison.Ordinal);
        Assert.Equal(MessageState.Sent, Assert.Single(await app.MessagesOf(campaign)).State);
    }

    [Fact]
    public async Task What_she_signed_up_with_under_an_old_address_goes_too()
    {
        var kommune = await app.OpenKommune();
        var student = await kommune.Student(with: d => d with { Email = "den.gamle@example.com" });
        var kari = await kommune.Recruiter();
        await kommune.SignUp("den.gamle@example.com");
        await (await kari.Open($"/studenter/{student.Id}/rediger")).Press("Lagre", ("Input.Email", "den.nye@example.com"));

        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));

        Assert.DoesNotContain("den.gamle@example.com", await Dump(), StringComparison.OrdinalIgnoreCase);
        Assert.False(await app.Look(db => db.SignUps.AnyAsync(s => s.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task A_mail_that_waits_is_not_sent()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        await kommune.Campaign();
        await app.Start();
        var kari = await kommune.Recruiter();

        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));
        await app.Send();

        Assert.Empty(app.Received(to => to == student.Email));
    }

    [Fact]
    public async Task Who_was_erased_is_written_in_again_only_after_a_step_of_its_own()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student(with: s => s with { Email = $"Ut.Av.Lista@{kommune.Number}.example.com" });
        var other = app.Given.Kommune();
        var kari = await kommune.Recruiter();
        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));
        (string, string)[] form =
        [
            ("Input.FirstName", "Ida"), ("Input.LastName", "Nordby"), ("Input.Email", student.Email!.ToUpperInvariant()),
            ("Input.Source", "En liste"), ("Input.LegalBasis", "PublicTask"), ("Input.CollectedOn", "2026-11-01"),
        ];

        var refused = await (await kari.Open("/studenter/ny")).Press("Legg til", form);
        Assert.Contains("er slettet og skal ikke hentes inn igjen", Assert.Single(refused.Errors));
        Assert.Equal(0, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number)));

        await (await (await other.Recruiter()).Open("/studenter/ny")).Press("Legg til", form);
        Assert.Equal(1, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == other.Number)));
        (string, string)[] ownWish = [.. form.Where(field => field.Item1 != "Input.LegalBasis"), ("Input.LegalBasis", "Application")];
        refused = await refused.Press("Legg til", ownWish);
        Assert.Contains("må sperren løftes først", Assert.Single(refused.Errors));

        var page = await refused.Follow("Løft sperren i en egen fane");
        var unknown = await page.Press("Se hva som ligger på adressen", ("Input.Email", "en.annen@example.com"));
        Assert.Contains("ingen sperre på denne adressen", Assert.Single(unknown.Errors));
        var found = await page.Press("Se hva som ligger på adressen", ("Input.Email", student.Email));
        Assert.Contains("ble slettet 16. november 2026", found.Text);
        Assert.Contains("Lister som importeres siden, kan også ta personen inn.", found.Text);
        var unsure = await found.Press("Løft sperren", ("Input.Reason", "Ringte 3. november og vil ha tilbud"));
        Assert.Contains("selv har bedt om det", Assert.Single(unsure.Errors));
        var wordless = await found.Press("Løft sperren", ("Input.Sure", "true"), ("Input.Reason", "ja"));
        Assert.Contains("hvordan og når personen ba om det", Assert.Single(wordless.Errors));
        await refused.Press("Legg til", ownWish);
        Assert.Equal(0, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number)));

        await found.Press("Løft sperren", ("Input.Sure", "true"), ("Input.Reason", "Ringte 3. november (01010112345) og vil ha tilbud"));
        await refused.Press("Legg til", ownWish);
        Assert.Equal(1, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number)));
        var log = await kari.Open("/studenter/slettet-adresse");
        Assert.Contains("Ringte 3. november", log.Text);
        Assert.DoesNotContain("01010112345", log.Text);
        var row = await app.Look(db => db.Erasures.AsNoTracking().SingleAsync(e => e.KommuneNumber == kommune.Number));
        Assert.True(row is { AddressHash: null, LiftedAt: not null, LiftedById: not null });
    }

    [Fact]
    public async Task A_student_is_not_given_an_address_that_was_erased()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var other = await kommune.Student("Eva");
        var kari = await kommune.Recruiter();
        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));

        var refused = await (await kari.Open($"/studenter/{other.Id}/rediger")).Press("Lagre", ("Input.Email", student.Email!));

        Assert.Contains("er slettet og skal ikke hentes inn igjen", Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task No_list_brings_the_person_back()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student(with: s => s with { Email = $"Borte@{kommune.Number}.example.com" });
        var kari = await kommune.Recruiter();
        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));
        var list = Path.Combine(app.Folder.FullName, $"liste-{kommune.Number}.csv");
        await File.WriteAllTextAsync(list, $"Fornavn;Etternavn;E-post\nIda;Nordby;borte@{kommune.Number}.example.com\nPer;Nyby;per@{kommune.Number}.example.com\n");

        var said = await app.Command($"import persons {list} --kommune {kommune.Number} --source Liste --basis consent --collected 2026-11-01");

        Assert.Contains("er slettet fra registeret og hentes ikke inn igjen", said.Output);
        Assert.Equal(["Per"], await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.FirstName).ToListAsync()));
    }

    [Fact]
    public async Task A_list_that_knows_only_the_name_or_the_telephone_asks_before_anybody_comes_back()
    {
        var kommune = app.Given.Kommune();
        var kari = await kommune.Recruiter();
        foreach (var student in (Student[])[await kommune.Student("Tora", d => d with { LastName = "Utenadresse", Email = null }), await kommune.Student("Odd", d => d with { LastName = "Ringe", Email = null, Phone = "+4748353392" })])
        {
            var page = await kari.Open($"/studenter/{student.Id}/slett");
            Assert.Contains("avtrykk av navnet", page.Text);
            await page.Press("Slett personen", ("Input.Sure", "true"));
        }

        var done = await kari.Import("liste.csv", Csv("Navn;E-post;Mobil", "Utenadresse, Tora;;", "O. Ringen;ny@example.com;48353392", "Per Nyby;per@example.com;"));

        Assert.True(done.Shows("1 ny, 2 mulige dubletter"), done.Text);
        Assert.Equal(["Per"], await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.FirstName).ToListAsync()));
        var question = await (await done.Follow("Bestem hvem de er")).Follow("Bestem hvem rad 2 er");
        Assert.Contains("En med dette navnet er slettet fra registeret", question.Text);
        var next = await question.Press("En annen person: ta inn som ny");
        Assert.Contains("En med dette telefonnummeret er slettet fra registeret", next.Text);
        Assert.Equal(2, await kommune.Students());
    }

    [Fact]
    public async Task Searches_that_were_the_person_go_and_those_that_are_not_stay()
    {
        var kommune = app.Given.Kommune();
        var (student, _) = (await kommune.Student("Ida", d => d with { LastName = "Sjeldnest", StudyPlaceCode = "pl-gdansk", CountryCode = "PL" }), await kommune.Student("Ola"));
        var kari = await kommune.Recruiter();
        async Task Segment(string query, string name) => await (await kari.Open("/studenter/utvalg/nytt" + query)).Press("Lagre utvalget", ("Input.Name", name));
        await Segment("?sok=ida+sjeldnest", "Hun");
        await Segment($"?sok={student.Email}", "Adressen");
        await Segment("?sok=sjeldn&land=PL", "Bare hun");
        await Segment("?land=PL", "Ida Sjeldnest og co");
        await Segment("?sok=gdansk", "Gdansk");
        await Segment("?sok=nordby", "Nordby");
        var draft = await kommune.Campaign(audience: "?sok=Sjeldnest");
        await kommune.Save(new Domain.Privacy.ExportRecord(kommune.Number, null, "Studenter, som passer med «Ida Sjeldnest»", 1, "CSV", app.Clock.Now));

        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));

        Assert.Equal(["Gdansk", "Nordby"], await app.Look(db => db.Segments.Where(s => s.KommuneNumber == kommune.Number).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync()));
        Assert.Equal("?sok=(slettet)", Uri.UnescapeDataString(await app.Look(db => db.Campaigns.Where(c => c.Id == draft.Id).Select(c => c.Audience).SingleAsync())));
        Assert.Equal("Studenter, som passer med «(slettet)»", await app.Look(db => db.Exports.Where(e => e.KommuneNumber == kommune.Number).Select(e => e.Choice).SingleAsync()));
        Assert.DoesNotContain("sjeldnest", await Dump(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Rows_of_lists_with_an_old_address_or_only_the_name_go_too()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ida", d => d with { LastName = "Gammeladr", Email = $"forst@{kommune.Number}.example.com" });
        var kari = await kommune.Recruiter();
        await (await kari.Open($"/studenter/{student.Id}/rediger")).Press("Lagre", ("Input.Email", $"ny@{kommune.Number}.example.com"));
        var import = new ImportBatch(kommune.Number, "liste.csv", """["Navn","E-post"]""", "[]", Guid.CreateVersion7(), app.Clock.Now);
        await kommune.Save(import,
            new ImportRow(import, 2, $"""["Noen","Forst@{kommune.Number}.example.com"]""") { Outcome = ImportOutcome.Refused },
            new ImportRow(import, 3, """["Ida Gammeladr","ida.at.example.com"]""") { Outcome = ImportOutcome.Refused, Who = "ida gammeladr ida.at.example.com" },
            new ImportRow(import, 4, """["Gammeladr, Ida",""]""") { Outcome = ImportOutcome.Refused, Who = "gammeladr, ida" },
            new ImportRow(import, 5, """["Ida Gammeladrsen","x@example.com"]""") { Outcome = ImportOutcome.Refused, Who = "ida gammeladrsen x@example.com" });
        Assert.Contains("3 rader i importerte lister", (await kari.Open($"/studenter/{student.Id}/slett")).Text);

        await (await kari.Open($"/studenter/{student.Id}/slett")).Press("Slett personen", ("Input.Sure", "true"));

        Assert.Equal([5], await app.Look(db => db.ImportRows.Where(r => r.BatchId == import.Id && r.Cells != "[]").Select(r => r.Number).ToListAsync()));
        // And no list brings her back under the address she had.
        var list = Path.Combine(app.Folder.FullName, $"gammel-{kommune.Number}.csv");
        await File.WriteAllTextAsync(list, $"Fornavn;Etternavn;E-post\nIda;Gammeladr;forst@{kommune.Number}.example.com\n");
        Assert.Contains("er slettet fra registeret", (await app.Command($"import persons {list} --kommune {kommune.Number} --source Liste --basis consent --collected 2026-11-01")).Output);
    }

    private async Task<(GivenKommune Kommune, Student Student, string Token)> WithAHistory()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ida", with: s => s with { Note = "Hemmelig om Ida" });
        await kommune.Campaign();
        await app.StartAndSend();
        var job = await kommune.Job();
        var offer = await kommune.Offer(job, student);
        var import = new ImportBatch(kommune.Number, "liste.csv", """["Fornavn","E-post"]""", "[]", Guid.CreateVersion7(), app.Clock.Now);
        await kommune.Save(import, new ImportRow(import, 2, $"""["Ida","{student.Email!.ToUpperInvariant()}"]"""), new ImportRow(import, 3, """["Per","per@example.com"]"""),
            new Inquiry(kommune.Number, student.Id, offer.Id, "Hemmelig om Ida", app.Clock.Now),
            new TimelineEntry(kommune.Number, student.Id, TimelineKind.NoteWritten, app.Clock.Now, "Notat", "Hemmelig om Ida"));
        return (kommune, student, offer.Token);
    }

    // Every text of every table, as somebody with the database would read it.
    private Task<string> Dump() => app.Look(async db =>
    {
        var text = new System.Text.StringBuilder();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        // The table beside the index of words is none of the model's.
        string[] beside = db.IsEmbedded ? ["StudentHits"] : [];
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Concat(beside))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"""SELECT * FROM "{table}" """;
            using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    text.Append(reader.GetValue(i)).Append('\n');
            }
        }
        return text.ToString();
    });
}
