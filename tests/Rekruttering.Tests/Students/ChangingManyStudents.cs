using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>One change for many students: seen first, done at once, and taken back.</summary>
public sealed class ChangingManyStudents(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_contact_person_is_set_for_all_in_the_filter_and_taken_back_where_nobody_changed_it()
    {
        var kommune = app.Given.Kommune();
        var (colleague, other) = (await kommune.User(Role.Recruiter), await kommune.User(Role.Recruiter));
        var named = await kommune.Student("Åse", d => d with { CountryCode = "PL", ContactName = "Ine Berg" });
        var none = await kommune.Student("Bo", d => d with { CountryCode = "PL" });
        var same = await kommune.Student("Cecilie", d => d with { CountryCode = "PL", ContactPersonId = colleague.Id });
        var archived = await kommune.Student("Dag", d => d with { CountryCode = "PL" }, s => s.Archive(app.Clock.Now));
        var outside = await kommune.Student("Eli", d => d with { CountryCode = "NO" });
        var recruiter = await kommune.Recruiter();

        var choose = await (await (await recruiter.Open("/studenter?land=PL&status=alle")).Follow("Endre alle 4")).Press("Fortsett", ("Input.Kind", "ContactPerson"));
        var preview = await choose.Press("Se hvem det gjelder", ("Input.ContactPersonId", colleague.Id.ToString()));
        foreach (var line in (string[])[$"Sett kontaktperson til {colleague.Email}: 2 studenter", "Åse Nordby nå: Ine Berg", "Bo Nordby nå: ingen kontaktperson", "Blir ikke rørt: 2 studenter", "1 har denne kontaktpersonen fra før Cecilie Nordby", "1 er arkivert Dag Nordby"])
            Assert.True(preview.Shows(line), line + " / " + preview.Text);
        Assert.Null((await Find(none.Id)).ContactPersonId);

        var done = await preview.Press($"Sett kontaktperson til {colleague.Email} for 2 studenter");
        Assert.Equal("Endringen er gjort.", done.Said);
        Assert.Equal([colleague.Id, colleague.Id, colleague.Id, null, null], await Of(s => s.ContactPersonId, named, none, same, archived, outside));
        Assert.Equal("Endret kontaktperson (flere samlet)", (await app.Look(db => db.Timeline.SingleAsync(e => e.StudentId == named.Id && e.Kind == TimelineKind.Edited))).Summary);

        // By hand since.
        await (await recruiter.Open($"/studenter/{none.Id}/rediger")).Press("Lagre", ("Input.ContactPersonId", other.Id.ToString()));
        var undo = await recruiter.Open(done.Path);
        Assert.True(undo.Shows("Er endret for hånd siden, og blir ikke rørt om du angrer 1 Bo Nordby"), undo.Text);
        var undone = await undo.Press("Ja, angre for 1 student");

        Assert.Equal("Angret: 1 student fikk tilbake det som sto der. 1 student var endret for hånd og er som de er.", undone.Said);
        Assert.True(undone.Shows("Står som før, fordi noen hadde endret det i mellomtiden 1 Bo Nordby"), undone.Text);
        Assert.Equal(("Ine Berg", null), ((await Find(named.Id)).ContactName, (await Find(named.Id)).ContactPersonId));
        Assert.Equal([other.Id, colleague.Id], await Of(s => s.ContactPersonId, none, same));
        Assert.True((await recruiter.Open("/studenter/endringer")).Shows($"Sett kontaktperson til {colleague.Email} angret Studenter, også arkiverte i Polen 2"));
    }

    [Fact]
    public async Task What_only_the_one_that_was_merged_away_got_is_not_taken_from_the_other()
    {
        var kommune = app.Given.Kommune();
        var (recruiter, colleague) = (await kommune.Recruiter(), await kommune.User(Role.Recruiter));
        var (kept, away, taken, empty, third) = (await kommune.Student("Kari"), await kommune.Student("Kari"), await kommune.Student("Liv"), await kommune.Student("Liv"), await kommune.Student("Bo"));
        await SetContact(recruiter, colleague, kept);
        var second = await SetContact(recruiter, colleague, away, taken, third);
        await (await recruiter.Open($"/studenter/{kept.Id}/sla-sammen/{away.Id}")).Press("Slå sammen");
        await (await recruiter.Open($"/studenter/{empty.Id}/sla-sammen/{taken.Id}")).Press("Slå sammen");
        Assert.Equal([colleague.Id, colleague.Id, colleague.Id], await Of(s => s.ContactPersonId, kept, empty, third));

        var page = await recruiter.Open(second.Path);
        Assert.True(page.Shows("Er slått sammen med en annen siden, og blir ikke rørt om du angrer 1 Kari Nordby"), page.Text);
        var undone = await page.Press("Ja, angre for 2 studenter");

        Assert.Equal("Angret: 2 studenter fikk tilbake det som sto der. 1 student er slått sammen med en annen og er som de er.", undone.Said);
        Assert.True(undone.Shows("Står som før, fordi studenten er slått sammen med en annen 1 Kari Nordby"), undone.Text);
        Assert.Equal([colleague.Id, null, null], await Of(s => s.ContactPersonId, kept, empty, third));
    }

    [Fact]
    public async Task A_colleague_who_has_left_meanwhile_is_not_put_back()
    {
        var kommune = app.Given.Kommune();
        var (administrator, former, colleague) = (await kommune.Administrator(), await kommune.User(Role.Recruiter), await kommune.User(Role.Recruiter));
        var student = await kommune.Student("Kari", d => d with { ContactPersonId = former.Id });
        var done = await SetContact(administrator, colleague, student);
        await (await administrator.Open($"/brukere/{former.Id}")).Press($"Ja, fjern {former.Email}");

        await (await administrator.Open(done.Path)).Press("Ja, angre for 1 student");

        Assert.Equal([null], await Of(s => s.ContactPersonId, student));
    }

    [Fact]
    public async Task The_ticked_are_archived_and_come_back()
    {
        var kommune = app.Given.Kommune();
        var (one, two, three) = (await kommune.Student("Åse"), await kommune.Student("Bo"), await kommune.Student("Cecilie"));
        var recruiter = await kommune.Recruiter();

        var preview = await (await recruiter.Open("/studenter")).Press("Arkiver", ("valgt", one.Id.ToString()), ("valgt", two.Id.ToString()));
        Assert.True(preview.Shows("2 valgte studenter: 2 studenter.") && preview.Shows("Arkiver: 2 studenter"), preview.Text);
        var done = await preview.Press("Arkiver for 2 studenter");
        Assert.Equal([StudentStatus.Archived, StudentStatus.Archived, StudentStatus.Active], await Of(s => s.Status, one, two, three));

        await done.Press("Ja, angre for 2 studenter");
        Assert.Equal([StudentStatus.Active, StudentStatus.Active, StudentStatus.Active], await Of(s => s.Status, one, two, three));
        var again = await done.Press("Ja, angre for 2 studenter");
        Assert.Equal(["Endringen er allerede angret."], again.Errors);
    }

    [Fact]
    public async Task A_study_status_and_what_it_moved_go_back_together()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Åse", d => d with { StudyPlaceCode = "ntnu", StartTerm = new(2023, Season.Autumn), Progression = Progression.OnLeave, LeaveFrom = new(2026, Season.Spring) });
        var recruiter = await kommune.Recruiter();

        var done = await (await recruiter.Open($"/studenter/endre?valgt={student.Id}&Input.Kind=Progression&vis=ja&Input.Progression=Ordinary")).Press("Sett studieløp til «I ordinært løp» for 1 student");
        var back = await Find(student.Id);
        // One term away, counted as lost: the sixth semester begins where it was left.
        Assert.Equal((Progression.Ordinary, 1, null), (back.Progression, back.DelayTerms, back.LeaveFrom));
        Assert.Equal(6, back.Plan.StageOn(new(2026, 11, 16)).Semester);

        await done.Press("Ja, angre for 1 student");
        var undone = await Find(student.Id);
        Assert.Equal((Progression.OnLeave, 0, new Term(2026, Season.Spring)), (undone.Progression, undone.DelayTerms, undone.LeaveFrom!.Value));
    }

    [Fact]
    public async Task A_tie_is_added_to_those_without_it_and_the_others_keep_their_words()
    {
        var kommune = app.Given.Kommune();
        var tied = await kommune.Student("Åse", d => d with { Ties = new(Family: "Mormor") });
        var other = await kommune.Student("Bo", d => d with { Ties = new(Partner: "") });
        var recruiter = await kommune.Recruiter();

        var preview = await recruiter.Open("/studenter/endre?Input.Kind=AddTie&vis=ja&Input.Tie=Family&Input.Words=Foreldre");
        Assert.True(preview.Shows("1 har denne tilknytningen fra før"), preview.Text);
        var done = await preview.Press("Legg til tilknytning «Har familie her: Foreldre» for 1 student");
        Assert.Equal([new Ties(Family: "Mormor"), new Ties(Family: "Foreldre", Partner: "")], await Of(s => s.Ties, tied, other));

        await done.Press("Ja, angre for 1 student");
        Assert.Equal([new Ties(Family: "Mormor"), new Ties(Partner: "")], await Of(s => s.Ties, tied, other));
    }

    [Fact]
    public async Task What_is_done_is_what_was_shown_or_nothing()
    {
        var kommune = app.Given.Kommune();
        var first = await kommune.Student("Åse");
        var recruiter = await kommune.Recruiter();
        var preview = await recruiter.Open("/studenter/endre?Input.Kind=Archive");
        var late = await kommune.Student("Bo");

        var refused = await preview.Press("Arkiver for 1 student");

        Assert.Equal(["Utvalget er ikke lenger det samme som da du så over det. Se over det på nytt."], refused.Errors);
        Assert.Equal([StudentStatus.Active, StudentStatus.Active], await Of(s => s.Status, first, late));
        await refused.Press("Arkiver for 2 studenter");
        Assert.Equal([StudentStatus.Archived, StudentStatus.Archived], await Of(s => s.Status, first, late));
    }

    [Theory]
    [InlineData("Input.Kind=Progression&vis=ja", "Nytt studieløp: Velg et studieløp.")]
    [InlineData("Input.Kind=AddTie&vis=ja", "Tilknytning: Velg en tilknytning.")]
    [InlineData("Input.Kind=AddTie&vis=ja&Input.Tie=Other&Input.Words=01010112345", "Noen ord om den: Her sto det et fødselsnummer. Det skal ikke lagres i registeret, og vi har tatt det bort.")]
    [InlineData("Input.Kind=ContactPerson&vis=ja&Input.ContactPersonId=019a0000-0000-7000-8000-000000000001", "Ny kontaktperson: Velg en kollega fra listen.")]
    public async Task What_is_missing_or_wrong_is_said_before_anything_is_shown(string query, string sentence)
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var page = await (await kommune.Recruiter()).Open("/studenter/endre?" + query);
        Assert.Equal([sentence], page.Errors);
        Assert.False(page.Shows("Blir ikke rørt"));
        Assert.DoesNotContain("01010112345", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kommunes_students_are_not_touched_and_a_reader_is_not_let_in()
    {
        var foreign = await app.Given.Kommune().Student("Åse");
        var kommune = app.Given.Kommune();
        await kommune.Student("Bo");

        var page = await (await kommune.Recruiter()).Open($"/studenter/endre?valgt={foreign.Id}&Input.Kind=Archive");

        Assert.True(page.Shows("Ingen er valgt"), page.Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await kommune.Reader()).Open("/studenter/endre?Input.Kind=Archive")).Status);
    }

    private Task<Student> Find(Guid id) => app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.Id == id));

    private static async Task<SeenPage> SetContact(Visitor recruiter, GivenUser colleague, params Student[] students) =>
        await (await recruiter.Open($"/studenter/endre?{string.Join('&', students.Select(s => $"valgt={s.Id}"))}&Input.Kind=ContactPerson&vis=ja&Input.ContactPersonId={colleague.Id}"))
            .Press($"Sett kontaktperson til {colleague.Email} for {(students.Length == 1 ? "1 student" : $"{students.Length} studenter")}");

    private async Task<List<T>> Of<T>(Func<Student, T> value, params Student[] students)
    {
        var found = new List<T>();
        foreach (var student in students)
            found.Add(value(await Find(student.Id)));
        return found;
    }
}
