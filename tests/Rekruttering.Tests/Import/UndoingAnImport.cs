using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

public class UndoingAnImport(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task It_says_first_what_it_will_do_and_then_does_that()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var known = await kommune.Student("Åse", d => d with { LastName = "Øverås", Email = "ase@example.com", GraduationYear = 2029, Note = "Ringte i mai" });
        var done = await recruiter.Import("liste.csv", Csv("Fornavn;Etternavn;E-post;Ferdig;Mobil", "Ola;Vik;ola@example.com;2030;", "Kari;Moen;kari@example.com;2031;", "Åse;Øverås;ase@example.com;juni 2030;48353392"));
        Assert.Equal(3, await kommune.Students());

        var preview = await done.Follow("Angre importen");
        Assert.True(preview.Shows("2 studenter tas ut av registeret, 1 endring settes tilbake."), preview.Text);
        Assert.Equal(["Kari Moen", "Ola Vik", "Åse Øverås"], preview.Document.QuerySelectorAll("main .app-names a").Select(who => who.TextContent));
        Assert.True(preview.Shows("Disse får tilbake det som sto der før"), preview.Text);
        Assert.Equal(3, await kommune.Students());

        var undone = await preview.Press("Ja, ta ut 2 studenter");
        Assert.True(undone.Shows("Importen er angret"), undone.Text);
        Assert.True(undone.Shows("2 studenter er tatt ut av registeret, 1 endring er satt tilbake."), undone.Text);
        Assert.Equal(1, await kommune.Students());
        Assert.Equal(known.Details, (await app.Find(known.Id)).Details);
        Assert.Equal(["Importen av liste.csv ble angret: endret telefon og ferdig tilbake", "Endret telefon og ferdig ved import"],
            await app.Look(db => db.Timeline.Where(t => t.KommuneNumber == kommune.Number).OrderByDescending(t => t.Id).Select(t => t.Summary).ToListAsync()));
    }

    [Fact]
    public async Task A_field_that_somebody_changed_since_stays_and_is_named()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var known = await kommune.Student("Åse", d => d with { Email = "ase@example.com", Phone = "+4748353392", GraduationYear = 2029 });
        var done = await recruiter.Import("liste.csv", Csv("Fornavn;Etternavn;E-post;Mobil;Ferdig", "Åse;Nordby;ase@example.com;48353393;2030"));
        await Edit(recruiter, known.Id, ("Input.Phone", "48353394"));

        var preview = await done.Follow("Angre importen");
        Assert.True(preview.Shows("1 rad beholdes helt eller delvis."), preview.Text);
        Assert.True(preview.Shows("Beholdt fordi det er endret siden: Telefon."), preview.Text);
        var undone = await preview.Press("Ja, angre importen");
        var kept = await recruiter.Open(undone.Path + "?vis=beholdt");
        Assert.True(kept.Shows("Beholdt fordi det er endret siden: Telefon."), kept.Text);
        var after = await app.Find(known.Id);
        Assert.Equal(("+4748353394", 2029), (after.Phone, after.GraduationYear));
    }

    [Fact]
    public async Task A_student_that_somebody_has_built_on_since_stays_and_it_says_why()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", "Ola Vik;ola@example.com", "Kari Vik;kari@example.com", "Ida Vik;ida@example.com", "Per Vik;per@example.com", "Liv Vik;liv@example.com"));
        var students = await app.Look(db => db.Students.Include(s => s.Reservations).Where(s => s.KommuneNumber == kommune.Number).ToListAsync());
        Student Named(string name) => students.Single(s => s.FirstName == name);
        await Edit(recruiter, Named("Kari").Id, ("Input.Phone", "48353394"));
        await kommune.Save(Message.To(Named("Ida"), MessageKind.Campaign, $"test:{Named("Ida").Id:N}", app.Clock.Now));
        await kommune.Save(Message.To(Named("Per"), MessageKind.Campaign, $"test:{Named("Per").Id:N}", app.Clock.Now), new TimelineEntry(kommune.Number, Named("Per").Id, TimelineKind.CallLogged, app.Clock.Now, "Snakket på telefon"));
        await (await recruiter.Import("annen.csv", Csv("Navn;E-post", "Liv Vik;liv@example.com"))).Follow("Se studentene");

        var undone = await (await done.Follow("Angre importen")).Press("Ja, ta ut 1 student");
        Assert.True(undone.Shows("1 student er tatt ut av registeret, 4 rader er beholdt helt eller delvis."), undone.Text);
        Assert.True(undone.Shows("Studenten er beholdt: er endret for hånd."), undone.Text);
        Assert.True(undone.Shows("Studenten er beholdt: har fått eller står i en utsending."), undone.Text);
        Assert.True(undone.Shows("Studenten er beholdt: dere har notert noe om studenten og har fått eller står i en utsending."), undone.Text);
        Assert.True(undone.Shows("Studenten er beholdt: står også i annen.csv. Angre den importen også, og så resten av denne, hvis studenten skal ut."), undone.Text);
        Assert.Equal(["Ida", "Kari", "Liv", "Per"], await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.FirstName).Order().ToListAsync()));
        Assert.Equal("+4748353394", (await app.Find(Named("Kari").Id)).Phone);
    }

    [Fact]
    public async Task A_reservation_and_a_consent_given_since_are_never_lost()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var known = await kommune.Student("Åse", d => d with { Email = "ase@example.com", LegalBasis = LegalBasis.Consent });
        var done = await recruiter.Import("liste.csv", Csv("Fornavn;Etternavn;E-post;Mobil", "Åse;Nordby;ase@example.com;48353392", "Ola;Vik;ola@example.com;"));
        var reserved = await app.Look(async db =>
        {
            var student = await db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number && s.FirstName == "Ola");
            student.Reserve(ReservationScope.NoContact, byStudent: true, app.Clock.Now);
            await db.SaveChangesAsync();
            return student;
        });

        await (await done.Follow("Angre importen")).Press("Ja, angre importen");
        Assert.Equal(1, await app.Look(db => db.Reservations.CountAsync(r => r.StudentId == reserved.Id)));
        Assert.Equal((LegalBasis.Consent, known.InformedAt, null), ((await app.Find(known.Id)).LegalBasis, (await app.Find(known.Id)).InformedAt, (await app.Find(known.Id)).Phone));

        var again = await recruiter.Import("igjen.csv", Csv("Fornavn;Etternavn;E-post;Mobil", "Ola;Vik;ola@example.com;48353399"));
        Assert.True(again.Shows("1 endret."), again.Text);
        Assert.Equal(1, await app.Look(db => db.Reservations.CountAsync(r => r.StudentId == reserved.Id && r.Scope == ReservationScope.NoContact)));
    }

    [Fact]
    public async Task A_student_that_a_list_changed_twice_ends_as_before_the_first_time()
    {
        var kommune = app.Given.Kommune();
        var known = await kommune.Student("Ola", d => d with { LastName = "Vik", Email = "ola@example.com", Phone = "+4748353392" });
        var done = await (await kommune.Recruiter()).Import("liste.csv", Csv("Navn;E-post;Mobil", "Ola Vik;ola@example.com;48353393", "Ola Vik;ola@example.com;48353394"));
        Assert.Equal("+4748353394", (await app.Find(known.Id)).Phone);
        await (await done.Follow("Angre importen")).Press("Ja, angre importen");
        Assert.Equal(known.Details, (await app.Find(known.Id)).Details);
    }

    [Fact]
    public async Task What_it_changed_on_the_one_that_was_merged_away_is_not_put_back_on_the_other()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var kept = await kommune.Student("Kari", d => d with { StudyPlaceCode = "ntnu", CountryCode = "NO" });
        var away = await kommune.Student("Kari", d => d with { Email = "kari@example.com", StudyPlaceCode = "uib", CountryCode = "NO", Phone = "+4748353392" });
        var done = await recruiter.Import("liste.csv", Csv("Fornavn;Etternavn;E-post;Studiested;Mobil", "Kari;Nordby;kari@example.com;NTNU;48353393"));
        await (await recruiter.Open($"/studenter/{kept.Id}/sla-sammen/{away.Id}")).Press("Slå sammen");
        Assert.Equal(("ntnu", "+4748353393"), ((await app.Find(kept.Id)).StudyPlaceCode, (await app.Find(kept.Id)).Phone));

        var preview = await done.Follow("Angre importen");
        Assert.True(preview.Shows("Beholdt fordi studenten er slått sammen med en annen siden: Studiested."), preview.Text);
        await preview.Press("Ja, angre importen");

        // The phone came from the one that went, and goes back to what that one had.
        Assert.Equal(("ntnu", "+4748353392"), ((await app.Find(kept.Id)).StudyPlaceCode, (await app.Find(kept.Id)).Phone));
    }

    [Fact]
    public async Task Cut_off_in_the_middle_it_goes_on_by_itself()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", Enumerable.Range(0, 1_300).Select(i => $"Ola{Letters(i)} Vik;ola{i}@example.com")));
        await app.Run<ContinueImports>(job => job.ExecuteAsync());
        var running = await (await (await recruiter.Open(done.Path)).Follow("Angre importen")).Press("Ja, ta ut 1300 studenter");
        Assert.True(running.Shows("Importen angres nå"), running.Text);
        Assert.Equal(300, await kommune.Students());

        await app.Run<ContinueImports>(job => job.ExecuteAsync(atMost: 100));
        Assert.Equal(200, await kommune.Students());
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => app.Run<ContinueImports>(job => job.ExecuteAsync()))));
        Assert.Equal(0, await kommune.Students());
        Assert.Equal(ImportStatus.Undone, (await app.Look(db => db.ImportBatches.SingleAsync(b => b.KommuneNumber == kommune.Number))).Status);
        Assert.True((await recruiter.Open(done.Path)).Shows("1300 studenter er tatt ut av registeret"));
    }

    [Fact]
    public async Task Undone_the_list_can_be_taken_in_again_and_does_not_bring_back_the_archived()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var list = Csv("Navn;E-post", "Ola Vik;ola@example.com", "Kari Vik;kari@example.com");
        var done = await recruiter.Import("liste.csv", list);
        var archived = await app.Look(async db =>
        {
            var student = await db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number && s.FirstName == "Kari");
            _ = student.Archive(app.Clock.Now);
            db.Timeline.Add(new TimelineEntry(kommune.Number, student.Id, TimelineKind.Archived, app.Clock.Now, "Arkivert"));
            await db.SaveChangesAsync();
            return student;
        });
        await (await done.Follow("Angre importen")).Press("Ja, ta ut 1 student");
        var again = await recruiter.Import("liste.csv", list);
        Assert.True(again.Shows("1 ny, 1 lik."), again.Text);
        Assert.Equal(StudentStatus.Archived, (await app.Find(archived.Id)).Status);
    }

    [Fact]
    public async Task A_second_time_it_says_so()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", "Ola Vik;ola@example.com"));
        var (one, other) = (await done.Follow("Angre importen"), await done.Follow("Angre importen"));
        await one.Press("Ja, ta ut 1 student");
        Assert.Equal(["Importen ble angret 16. november 2026. Det er ikke mer å angre."], (await other.Press("Ja, ta ut 1 student")).Errors);
        var id = (await app.Look(db => db.ImportBatches.SingleAsync(b => b.KommuneNumber == kommune.Number))).Id;
        var outcome = await app.Command($"import undo {id}");
        Assert.Equal((1, "Importen ble angret 16. november 2026. Det er ikke mer å angre."), (outcome.Code, outcome.Error.Trim()));
    }

    [Fact]
    public async Task The_command_does_the_same_and_counts()
    {
        var kommune = app.Given.Kommune();
        var file = Path.Combine(app.Folder.FullName, "angre.csv");
        await File.WriteAllBytesAsync(file, Csv("Navn;E-post;Mobil", "Ola Vik;ola@example.com;", "Kari Vik;kari@example.com;", "Åse Nordby;ase@example.com;48353392"));
        var known = await kommune.Student("Åse", d => d with { Email = "ase@example.com" });
        var imported = await app.Command($"import persons {file} --kommune {kommune.Number} --source Test --basis public-task --collected 2026-01-02 --json");
        var id = JsonDocument.Parse(imported.Output).RootElement.GetProperty("id").GetGuid();
        await kommune.Save(new TimelineEntry(kommune.Number, await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number && s.FirstName == "Kari").Select(s => s.Id).SingleAsync()), TimelineKind.MeetingLogged, app.Clock.Now, "Møttes"));

        var outcome = await app.Command($"import undo {id} --json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        var report = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal((1, 1, 1), (report.GetProperty("removed").GetInt32(), report.GetProperty("restored").GetInt32(), report.GetProperty("kept").GetInt32()));
        Assert.Equal("Studenten er beholdt: dere har notert noe om studenten.", report.GetProperty("keptRows")[0].GetProperty("reason").GetString());
        Assert.Equal(known.Details, (await app.Find(known.Id)).Details);
        Assert.Equal("There is no import '019aaaaa-0000-7000-8000-000000000000'.", (await app.Command("import undo 019aaaaa-0000-7000-8000-000000000000")).Error.Trim());
    }

    [Fact]
    public async Task The_very_same_list_read_again_keeps_nobody()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var list = Csv("Navn;E-post", "Ola Vik;ola@example.com", "Kari Vik;");
        var done = await recruiter.Import("feil.csv", list);
        Assert.True((await recruiter.Import("feil igjen.csv", list)).Shows("1 lik, 1 mulig dublett."));

        var preview = await done.Follow("Angre importen");
        Assert.True(preview.Shows("2 studenter tas ut av registeret."), preview.Text);
        await preview.Press("Ja, ta ut 2 studenter");
        Assert.Equal(0, await kommune.Students());
    }

    [Fact]
    public async Task A_student_kept_for_another_list_goes_once_that_one_is_taken_back_too()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var done = await recruiter.Import("feil.csv", Csv("Navn;E-post", "Ola Vik;ola@example.com", "Kari Vik;kari@example.com", "Ida Vik;ida@example.com", "Per Vik;per@example.com"));
        var same = await recruiter.Import("lik.csv", Csv("E-post;Navn", "ola@example.com;Ola Vik"));
        var other = await recruiter.Import("annen.csv", Csv("Navn;E-post;Mobil", "Kari Vik;kari@example.com;48353392"));
        await Edit(recruiter, (await app.Look(db => db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number && s.FirstName == "Ida"))).Id, ("Input.Phone", "48353394"));

        var undone = await (await done.Follow("Angre importen")).Press("Ja, ta ut 1 student");
        Assert.True(undone.Shows("1 student er tatt ut av registeret, 3 rader er beholdt helt eller delvis."), undone.Text);
        Assert.True(undone.Shows("Studenten er beholdt: står også i lik.csv. Angre den importen også, og så resten av denne, hvis studenten skal ut."), undone.Text);
        Assert.True(undone.Shows("Studenten er beholdt: står også i annen.csv."), undone.Text);
        var nothing = await undone.Follow("Se om mer kan angres");
        Assert.True(nothing.Shows("Ikke noe av det som ble beholdt, kan angres nå."), nothing.Text);
        Assert.DoesNotContain(nothing.Document.QuerySelectorAll("main button"), button => button.TextContent.Contains("angre", StringComparison.OrdinalIgnoreCase));

        await (await other.Follow("Angre importen")).Press("Ja, angre importen");
        var harmless = await (await same.Follow("Angre importen")).Press("Ja, angre importen");
        Assert.True(harmless.Shows("Ingenting i registeret ble endret."), harmless.Text);
        var rest = await (await recruiter.Open(undone.Path)).Follow("Se om mer kan angres");
        Assert.True(rest.Shows("2 studenter tas ut av registeret, 1 rad beholdes helt eller delvis."), rest.Text);
        var more = await rest.Press("Ja, ta ut 2 studenter");
        Assert.True(more.Shows("3 studenter er tatt ut av registeret, 1 rad er beholdt helt eller delvis."), more.Text);
        Assert.Equal(["Ida"], await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.FirstName).ToListAsync()));
        Assert.Equal(["Importen ble angret 16. november 2026. Det er ikke mer å angre."], (await rest.Press("Ja, ta ut 2 studenter")).Errors);
        // What stays says so once.
        Assert.Equal(1, await app.Look(db => db.Timeline.CountAsync(t => t.KommuneNumber == kommune.Number && t.Kind == TimelineKind.ImportUndone)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_was_changed_gets_the_old_values_back_also_after_a_merge_with_one_that_it_made(bool knownStays)
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var known = await kommune.Student("Mona", d => d with { LastName = "Slåsen", Email = "mona@example.com", Phone = "+4741260001", GraduationYear = 2029 });
        var done = await recruiter.Import("liste.csv", Csv("Fornavn;Etternavn;E-post;Mobil;Ferdig", "Mona;Slåsen;mona@example.com;41260002;2030", "Mona Marie;Slåsen;mm@example.com;41260003;", "Nova;Lund;nova@example.com;;"));
        var made = await app.Look(db => db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number && s.FirstName == "Mona Marie"));
        var (kept, away) = knownStays ? (known.Id, made.Id) : (made.Id, known.Id);
        await (await recruiter.Open($"/studenter/{kept}/sla-sammen/{away}")).Press("Slå sammen", ("take[telefon]", knownStays ? "Kept" : "Away"));
        await Edit(recruiter, kept, ("Input.GraduationYear", "2031"));

        var preview = await done.Follow("Angre importen");
        Assert.True(preview.Shows("1 student tas ut av registeret, 2 rader beholdes helt eller delvis."), preview.Text);
        Assert.True(preview.Shows("Beholdt fordi det er endret siden: Ferdig."), preview.Text);
        Assert.True(preview.Shows("er slått sammen med en annen"), preview.Text);
        await preview.Press("Ja, ta ut 1 student");
        var after = await app.Look(db => db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number));
        Assert.Equal((kept, "+4741260001", 2031), (after.Id, after.Phone, after.GraduationYear));
    }

    [Fact]
    public async Task A_list_that_was_never_brought_in_leaves_nothing_to_take_back()
    {
        var kommune = app.Given.Kommune();
        var dryRun = await (await kommune.Recruiter()).DryRun("liste.csv", Csv("Navn;E-post", "Ola Vik;ola@example.com"));
        var outcome = await app.Command($"import undo {dryRun.Path.Split('/')[3]}");
        Assert.Equal((1, "Listen er aldri hentet inn i registeret. Det er ingenting å angre."), (outcome.Code, outcome.Error.Trim()));
        await dryRun.Press("Ja, slett den ene raden");
        Assert.Equal("Listen er aldri hentet inn i registeret. Det er ingenting å angre.", (await app.Command($"import undo {dryRun.Path.Split('/')[3]}")).Error.Trim());
    }

    private static async Task Edit(Visitor recruiter, Guid student, params (string, string)[] fields) =>
        await (await recruiter.Open($"/studenter/{student}/rediger")).Press("Lagre", fields);
}
