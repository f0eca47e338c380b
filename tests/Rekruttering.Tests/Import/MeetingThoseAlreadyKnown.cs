using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

public class MeetingThoseAlreadyKnown(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task The_same_list_twice_changes_nothing()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await recruiter.Import("studentliste-namsos.csv");
        var before = await Snapshot(kommune);
        var again = await recruiter.Import("studentliste-namsos.csv");
        Assert.True(again.Shows("51 like, 2 mulige dubletter, 7 kan ikke leses."), again.Text);
        Assert.Equal(before, await Snapshot(kommune));
    }

    [Fact]
    public async Task A_changed_row_shows_old_and_new_before_it_is_carried_out()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var student = await kommune.Student("Åse", d => d with { LastName = "Øverås", Email = "ase@example.com", GraduationYear = 2029 });
        var dryRun = await (await recruiter.Upload("liste.csv", Csv("Fornavn;Etternavn;E-post;Ferdig;Telefon", "Åse;Øverås;ASE@example.com;juni 2030;"))).Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows("1 endret."), dryRun.Text);
        Assert.True(dryRun.Shows("Ferdig: 2029 → juni 2030"), dryRun.Text);
        Assert.Equal(2029, (await app.Find(student.Id)).GraduationYear);
        await dryRun.Press("Hent inn i registeret");
        var after = await app.Find(student.Id);
        Assert.Equal((2030, 6, "ase@example.com", "Oppgitt av studenten"), (after.GraduationYear, after.GraduationMonth, after.Email, after.Source));
    }

    [Fact]
    public async Task Later_rows_of_the_same_person_follow_the_first()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await (await recruiter.Upload("liste.csv", Csv("Navn;E-post;Telefon", "Ola Vik;ola@example.com;48353392", "Ola Vik;;48353392", "Vik, Ola;ola.vik@example.com;+47 483 53 392"))).Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows("1 ny, 1 endret, 1 lik."), dryRun.Text);
        var done = await dryRun.Press("Hent inn i registeret");
        Assert.True(done.Shows("1 ny, 1 endret, 1 lik."), done.Text);
        Assert.Equal("ola.vik@example.com", (await app.Look(db => db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number))).Email);
    }

    [Fact]
    public async Task Of_two_from_one_home_with_one_mailbox_neither_overwrites_the_other()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var dryRun = await (await recruiter.Upload("liste.csv", Csv("Fornavn;Etternavn;E-post;Mobil;Studiested", "Kari;Vik;vik@example.com;41270001;NTNU", "Kåre;Vik;vik@example.com;41270002;UiO", "Knut;Vik;vik@example.com;41270003;UiB")))
            .Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows("1 ny, 2 mulige dubletter."), dryRun.Text);
    }

    [Fact]
    public async Task Another_spelling_with_another_address_is_held_back_until_somebody_has_looked()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Åse", d => d with { LastName = "Øverås", Email = "ase@example.com" });
        var list = Csv("Fornavn;Etternavn;E-post", "Aase;Øveraas;aase@example.com");

        var held = await recruiter.Import("liste.csv", list);
        Assert.True(held.Shows("1 mulig dublett. Mulige dubletter ble holdt tilbake."), held.Text);
        Assert.True(held.Shows("Samme navn som en student i registeret"), held.Text);
        Assert.Equal(1, await kommune.Students());

        var taken = await (await (await recruiter.Upload("liste.csv", list)).Press("Prøvekjør", Source)).Press("Hent inn i registeret", ("takeDuplicates", "true"));
        Assert.True(taken.Shows("1 ny."), taken.Text);
        Assert.Equal(2, await kommune.Students());
    }

    [Fact]
    public async Task One_address_of_a_household_does_not_make_two_people_one()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Ola", d => d with { LastName = "Vik", Email = "vik@example.com" });
        var held = await (await kommune.Recruiter()).Import("liste.csv", Csv("Fornavn;Etternavn;E-post", "Kari;Vik;vik@example.com"));
        Assert.True(held.Shows("Samme e-post som en student i registeret, men et annet navn."), held.Text);
        Assert.Equal("Ola", (await app.Look(db => db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number))).FirstName);
    }

    [Fact]
    public async Task The_archived_stay_archived_and_reservations_stay()
    {
        var kommune = app.Given.Kommune();
        var gone = await kommune.Student("Ola", d => d with { Email = "ola@example.com" }, s => s.Archive(app.Clock.Now));
        var reserved = await kommune.Student("Kari", d => d with { Email = "kari@example.com" }, s => s.Reserve(ReservationScope.NoContact, byStudent: true, app.Clock.Now));
        var done = await (await kommune.Recruiter()).Import("liste.csv", Csv("Fornavn;Etternavn;E-post;Mobil", "Ola;Nordby;ola@example.com;48353392", "Kari;Nordby;kari@example.com;48353393"));
        Assert.True(done.Shows("1 endret, 1 lik."), done.Text);
        Assert.True(done.Shows("Studenten er arkivert i registeret."), done.Text);
        Assert.Equal((StudentStatus.Archived, null), ((await app.Find(gone.Id)).Status, (await app.Find(gone.Id)).Phone));
        Assert.Equal(1, await app.Look(db => db.Reservations.CountAsync(r => r.StudentId == reserved.Id)));
    }

    [Fact]
    public async Task What_changed_in_the_register_since_the_dry_run_is_seen()
    {
        var kommune = app.Given.Kommune();
        var dryRun = await (await (await kommune.Recruiter()).Upload("liste.csv", Csv("Fornavn;Etternavn;E-post", "Ola;Nordby;ola@example.com"))).Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows("1 ny."));
        await kommune.Student("Ola", d => d with { Email = "ola@example.com" });
        Assert.True((await dryRun.Press("Hent inn i registeret")).Shows("1 lik."));
        Assert.Equal(1, await kommune.Students());
    }

    private async Task<string> Snapshot(GivenKommune kommune) =>
        string.Join('\n', await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).OrderBy(s => s.Id).Select(s => $"{s.Id} {s.Version} {s.UpdatedAt:O} {s.Email}").ToListAsync()));
}
