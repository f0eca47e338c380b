using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

public class DecidingHeldBackRows(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private const string Same = "Samme person som Kari Moen";
    private const string Another = "En annen person: ta inn som ny";

    [Fact]
    public async Task The_same_person_is_shown_field_by_field_changed_and_taken_back_with_the_import()
    {
        var (kommune, recruiter, kari) = await WithKari();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post;Mobil;Ferdig", "Kari Moen;kari.moen@example.net;48353392;2031", "Ola Vik;ola@example.com;;"));
        Assert.True(done.Shows("1 ny, 1 mulig dublett. Mulige dubletter ble holdt tilbake"), done.Text);

        var row = await (await done.Follow("Bestem hvem de er")).Follow("Bestem hvem rad 2 er");
        Assert.Equal("Hvem er Kari Moen i rad 2?", row.Heading);
        Assert.Equal(["Fornavn|Kari|likt|som før", "Etternavn|Moen|likt|som før", "E-post|kari@example.com|kari.moen@example.net|kari.moen@example.net", "Telefon|(tomt)|483 53 392|483 53 392", "Ferdig|2029|2031|2031"],
            Sides(row).Where(side => side[..4] is not ("Hjem" or "Stud")));
        Assert.Equal(2029, (await app.Find(kari.Id)).GraduationYear);

        var decided = await row.Press(Same);
        Assert.Equal("Rad 2 er hentet inn: endret. Ingen flere venter.", decided.Said);
        Assert.True(decided.Shows("1 ny, 1 endret."), decided.Text);
        Assert.True(decided.Shows("Dere har sagt at det er samme person."), decided.Text);
        var after = await app.Find(kari.Id);
        Assert.Equal(("kari.moen@example.net", "+4748353392", 2031, "Ringte i mai"), (after.Email, after.Phone, after.GraduationYear, after.Note));
        Assert.Equal(2, await kommune.Students());

        var undo = await (await recruiter.Open(done.Path)).Follow("Angre importen");
        Assert.True(undo.Shows("1 student tas ut av registeret, 1 endring settes tilbake"), undo.Text);
        await undo.Press("Ja, ta ut 1 student");
        Assert.Equal(kari.Details, (await app.Find(kari.Id)).Details);
        Assert.Equal(1, await kommune.Students());
    }

    [Fact]
    public async Task Another_person_is_a_student_of_its_own_and_the_two_are_no_pair_any_more()
    {
        var (kommune, recruiter, kari) = await WithKari();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", "Kari Moen;kari.moen@example.net"));
        var decided = await (await Question(recruiter, done, 2)).Press(Another);
        Assert.Equal("Rad 2 er hentet inn: ny. Ingen flere venter.", decided.Said);
        Assert.Equal(2, await kommune.Students());
        Assert.Equal(kari.Details, (await app.Find(kari.Id)).Details);
        Assert.True((await recruiter.Open("/studenter/like")).Shows("Ingen dobbeltføringer"));
        var other = await app.Look(db => db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number && s.Id != kari.Id));
        Assert.NotNull(await app.Look(db => db.Timeline.Where(t => t.StudentId == other.Id && t.Kind == TimelineKind.Imported).Select(t => t.ActorId).SingleAsync()));

        // The list that comes again next year meets each of the two.
        Assert.True((await recruiter.DryRun("igjen.csv", Csv("Navn;E-post", "Kari Moen;kari.moen@example.net", "Kari Moen;kari@example.com"))).Shows("2 like."));
        var undo = await (await recruiter.Open(done.Path)).Follow("Angre importen");
        await undo.Press("Ja, ta ut 1 student");
        Assert.Equal(1, await kommune.Students());
        Assert.Equal(0, await app.Look(db => db.TwoPersons.CountAsync(p => p.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task What_is_left_stays_held_back_and_the_next_one_is_offered()
    {
        var (kommune, recruiter, _) = await WithKari();
        await kommune.Student("Ola", d => d with { LastName = "Vik", Email = "ola@example.com" });
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", "Kari Moen;kari.moen@example.net", "Ola Vik;ola.vik@example.net", "Per Lie;per@example.com"));
        var list = await (await Question(recruiter, done, 2)).Follow("La den stå");
        Assert.True(list.Shows("1 ny, 2 mulige dubletter."), list.Text);
        var next = await (await list.Follow("Bestem hvem rad 2 er")).Press(Another);
        Assert.Equal("Rad 2 er hentet inn: ny. Her er den neste.", next.Said);
        Assert.Equal("Hvem er Ola Vik i rad 3?", next.Heading);
    }

    [Fact]
    public async Task Sent_twice_or_by_two_it_is_done_once()
    {
        var (kommune, recruiter, kari) = await WithKari();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", "Kari Moen;kari.moen@example.net"));
        var row = await Question(recruiter, done, 2);
        var colleague = await Question(await kommune.Recruiter(), done, 2);
        await row.Press(Another);
        Assert.Equal(["Det er allerede bestemt hvem raden er. Last siden på nytt for å se hva som ble av den."], (await row.Press(Another)).Errors);
        Assert.Equal(["Det er allerede bestemt hvem raden er. Last siden på nytt for å se hva som ble av den."], (await colleague.Press(Same)).Errors);
        Assert.Equal(2, await kommune.Students());
        Assert.Equal(kari.Details, (await app.Find(kari.Id)).Details);
    }

    [Fact]
    public async Task At_the_same_moment_one_of_two_wins()
    {
        var (kommune, recruiter, _) = await WithKari();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", "Kari Moen;kari.moen@example.net"));
        var rows = new[] { await Question(recruiter, done, 2), await Question(await kommune.Recruiter(), done, 2), await Question(await kommune.Recruiter(), done, 2) };
        var answers = await Task.WhenAll(rows.Select(row => Task.Run(() => row.Press(Another))));
        Assert.Single(answers, answer => answer.Errors.Count == 0);
        Assert.Equal(2, await kommune.Students());
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_shown_again_first()
    {
        var (kommune, recruiter, kari) = await WithKari();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post;Mobil", "Kari Moen;kari.moen@example.net;48353392"));
        var row = await Question(recruiter, done, 2);
        await (await recruiter.Open($"/studenter/{kari.Id}/rediger")).Press("Lagre", ("Input.Phone", "48353399"));
        var again = await row.Press(Same);
        Assert.Equal(["Registeret er endret siden du åpnet siden. Se på raden igjen før du bestemmer."], again.Errors);
        Assert.Contains("Telefon|483 53 399|483 53 392|483 53 392", Sides(again));
        await kommune.Student("Kari", d => d with { LastName = "Moen", Email = "en.tredje@example.org" });
        Assert.Equal(["Registeret er endret siden du åpnet siden. Se på raden igjen før du bestemmer."], (await again.Press(Another)).Errors);
        Assert.Equal(2, await kommune.Students());
        var three = await Question(recruiter, done, 2);
        Assert.Equal(["Samme person som Kari Moen (1)", "Samme person som Kari Moen (2)"], three.Document.QuerySelectorAll("main form button").Select(button => button.TextContent).Where(text => text.StartsWith("Samme", StringComparison.Ordinal)));
        Assert.Equal("Rad 2 er hentet inn: ny. Ingen flere venter.", (await three.Press(Another)).Said);
        Assert.Equal(2, await app.Look(db => db.TwoPersons.CountAsync(p => p.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task Said_in_the_dry_run_it_holds_when_the_list_is_taken_in()
    {
        var (kommune, recruiter, kari) = await WithKari();
        await kommune.Student("Ola", d => d with { LastName = "Vik", Email = "ola@example.com" });
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post;Kommune", "Kari Moen;kari.moen@example.net;Namsos", "Ola Vik;ola.vik@example.net;Namsos", "Per Lie;per@example.com;1613"));
        Assert.True(dryRun.Shows("2 mulige dubletter, 1 kan ikke leses."), dryRun.Text);
        var next = await (await Question(recruiter, dryRun, 2)).Press(Same);
        Assert.Equal("Rad 2 er bestemt: endret. Her er den neste.", next.Said);
        var said = await next.Press(Another);
        Assert.True(said.Shows("1 ny, 1 endret, 1 kan ikke leses."), said.Text);
        Assert.Equal(kari.Details, (await app.Find(kari.Id)).Details);

        // Another dry run for another answer does not forget it; another meaning of the columns does.
        var answered = await (await recruiter.Open(dryRun.Path)).Press("Bruk svaret og prøvekjør på nytt", ("number", "5056"));
        Assert.True(answered.Shows("2 nye, 1 endret."), answered.Text);
        var done = await answered.Press("Hent inn i registeret");
        Assert.True(done.Shows("2 nye, 1 endret."), done.Text);
        Assert.Equal("kari.moen@example.net", (await app.Find(kari.Id)).Email);
        Assert.Equal(1, await app.Look(db => db.TwoPersons.CountAsync(p => p.KommuneNumber == kommune.Number)));
        Assert.True((await recruiter.Open("/studenter/like")).Shows("Ingen dobbeltføringer"));
    }

    [Fact]
    public async Task Until_the_list_is_taken_in_the_answer_can_be_another_one()
    {
        var (kommune, recruiter, kari) = await WithKari();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post;Rart", "Kari Moen;kari.moen@example.net;x"));
        var said = await (await Question(recruiter, dryRun, 2)).Press(Same);
        var again = await said.Follow("Endre svaret om rad 2");
        Assert.True(again.Shows("Du har sagt at det er samme person"), again.Text);
        Assert.True((await (await again.Press(Another)).Follow("Endre svaret om rad 2")).Shows("Du har sagt at det er en annen person"));
        var open = await (await recruiter.Open(again.Path)).Press("Ta tilbake svaret");
        Assert.True(open.Shows("1 mulig dublett."), open.Text);

        await (await open.Follow("Bestem hvem rad 2 er")).Press(Another);
        var columns = await (await recruiter.Open(dryRun.Path + "/kolonner")).Press("Prøvekjør", ("Input.Fields[2]", "Notes"));
        Assert.True(columns.Shows("1 mulig dublett."), columns.Text);
        Assert.Equal(kari.Details, (await app.Find(kari.Id)).Details);
        Assert.Equal(1, await kommune.Students());
    }

    [Fact]
    public async Task Two_rows_of_one_file_may_be_one_person_or_two()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post;Mobil", "Kari Moen;kari@example.com;", "Kari Moen;kari.moen@example.net;48353392", "Kari Moen;en.tredje@example.org;"));
        Assert.True(dryRun.Shows("1 ny, 2 mulige dubletter."), dryRun.Text);
        var one = await Question(recruiter, dryRun, 3);
        Assert.True(one.Shows("Kari Moen, rad 2 i samme fil"), one.Text);
        var said = await (await one.Press(Same)).Press(Another);
        Assert.True(said.Shows("2 nye, 1 endret."), said.Text);
        Assert.True((await (await recruiter.Open(dryRun.Path)).Press("Hent inn i registeret")).Shows("2 nye, 1 endret."));
        var students = await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).OrderByDescending(s => s.Email).Select(s => new { s.Email, s.Phone }).ToListAsync());
        Assert.Equal([("kari.moen@example.net", "+4748353392"), ("en.tredje@example.org", null)], students.Select(s => (s.Email, s.Phone)));
        Assert.Equal(1, await app.Look(db => db.TwoPersons.CountAsync(p => p.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task Whoever_was_meant_and_is_gone_by_then_makes_it_a_question_again()
    {
        var (kommune, recruiter, kari) = await WithKari();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post", "Kari Moen;kari.moen@example.net"));
        await (await Question(recruiter, dryRun, 2)).Press(Same);
        await app.Look(db => db.Students.Where(s => s.Id == kari.Id).ExecuteDeleteAsync());
        var done = await (await recruiter.Open(dryRun.Path)).Press("Hent inn i registeret");
        Assert.True(done.Shows("1 mulig dublett."), done.Text);
        Assert.True(done.Shows("Noen har sagt hvem dette er, men den personen finnes ikke lenger"), done.Text);
        Assert.Equal(0, await kommune.Students());
        Assert.Equal("Rad 2 er hentet inn: ny. Ingen flere venter.", (await (await Question(recruiter, done, 2)).Press(Another)).Said);
        Assert.Equal(1, await kommune.Students());
    }

    [Fact]
    public async Task Whoever_was_meant_and_is_called_otherwise_by_then_is_still_the_one()
    {
        var (kommune, recruiter, kari) = await WithKari();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post;Mobil", "Kari Moen;kari.moen@example.net;48353392"));
        await (await Question(recruiter, dryRun, 2)).Press(Same);
        await (await recruiter.Open($"/studenter/{kari.Id}/rediger")).Press("Lagre", ("Input.LastName", "Nordby"), ("Input.Email", "nordby@example.com"));
        Assert.True((await (await recruiter.Open(dryRun.Path)).Press("Hent inn i registeret")).Shows("1 endret."));
        Assert.Equal("+4748353392", (await app.Find(kari.Id)).Phone);
        Assert.Equal(1, await kommune.Students());
    }

    [Fact]
    public async Task The_archived_stay_as_they_are()
    {
        var (kommune, recruiter, kari) = await WithKari();
        await app.Look(async db => (await db.Students.Where(s => s.Id == kari.Id).ToListAsync()).ConvertAll(s => s.Archive(app.Clock.Now)) is { } _ ? await db.SaveChangesAsync() : 0);
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", "Kari Moen;kari.moen@example.net"));
        var row = await Question(recruiter, done, 2);
        Assert.True(row.Shows("Studenten er arkivert. Er det samme person, endres ingenting"), row.Text);
        Assert.Equal("Rad 2 er hentet inn: lik. Ingen flere venter.", (await row.Press(Same)).Said);
        Assert.Equal(("kari@example.com", StudentStatus.Archived), ((await app.Find(kari.Id)).Email, (await app.Find(kari.Id)).Status));
        Assert.Equal(1, await kommune.Students());
    }

    [Fact]
    public async Task A_row_that_is_no_question_is_not_asked_about()
    {
        var (kommune, recruiter, _) = await WithKari();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", "Kari Moen;kari.moen@example.net", "Ola Vik;ola@example.com"));
        var rows = await app.Look(db => db.ImportRows.Where(r => r.KommuneNumber == kommune.Number).OrderBy(r => r.Number).ToListAsync());
        Assert.Equal(done.Path.Split('?')[0], (await recruiter.Open($"/import/personer/rad/{rows[1].Id}/hvem")).Path);
        Assert.Equal(404, (int)(await recruiter.Open($"/import/personer/rad/{Guid.CreateVersion7()}/hvem")).Status);
        Assert.Equal(403, (int)(await (await kommune.SignedIn(Application.Identity.Role.Reader)).Open($"/import/personer/rad/{rows[0].Id}/hvem")).Status);
        Assert.False((await (await kommune.SignedIn(Application.Identity.Role.Reader)).Open(done.Path + "?vis=dubletter")).Shows("Bestem hvem"));
        var row = await Question(recruiter, done, 2);
        await (await (await recruiter.Open(done.Path)).Follow("Angre importen")).Press("Ja, ta ut 1 student");
        Assert.StartsWith("Importen er allerede kommet videre.", Assert.Single((await row.Press(Another)).Errors));
        Assert.Equal(ImportOutcome.PossibleDuplicate, await app.Look(db => db.ImportRows.Where(r => r.Id == rows[0].Id).Select(r => r.Outcome).SingleAsync()));
    }

    private async Task<(GivenKommune, Visitor, Student)> WithKari()
    {
        var kommune = app.Given.Kommune();
        return (kommune, await kommune.Recruiter(), await kommune.Student("Kari", d => d with { LastName = "Moen", Email = "kari@example.com", GraduationYear = 2029, Note = "Ringte i mai" }));
    }

    private static IEnumerable<string> Sides(SeenPage page) =>
        page.Document.QuerySelectorAll("main tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())));

    private static async Task<SeenPage> Question(Visitor recruiter, SeenPage import, int number) =>
        await (await recruiter.Open($"{import.Path.Split('?')[0]}?vis=dubletter")).Follow($"Bestem hvem rad {number} er");
}
