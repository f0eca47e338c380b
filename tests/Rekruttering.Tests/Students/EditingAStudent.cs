using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>/studenter/{id}/rediger.</summary>
public sealed class EditingAStudent(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task The_timeline_says_who_changed_which_field_from_what_to_what()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola", d => d with { Phone = "+4748353392", StartTerm = new(2022, Season.Autumn) });
        var form = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}/rediger");

        var card = await form.Press("Lagre", ("Input.Phone", "900 00 000"), ("Input.StudyPlaceCode", "pl-lodz"));

        Assert.Equal("Endringene er lagret.", card.Said);
        Assert.True(card.Shows("Endret telefon, studiested og studieland"));
        var entry = await app.Look(db => db.Timeline.SingleAsync(e => e.StudentId == student.Id && e.Kind == TimelineKind.Edited));
        Assert.Equal("Telefon: 483 53 392 → 900 00 000\nStudiested: (tomt) → Uniwersytet Medyczny w Łodzi\nStudieland: (tomt) → Polen", entry.Text);
        Assert.NotNull(entry.ActorId);
        Assert.True(card.Shows("endret 16.11.2026"));
    }

    [Fact]
    public async Task A_form_that_changes_nothing_writes_nothing()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola", d => d with { Phone = "+4748353392", HomeKommune = "5007", Ties = new(Family: "Mor bor her"), ContactName = "Ine Berg", Progression = Progression.OnLeave, LeaveFrom = new(2026, Season.Spring) });
        var form = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}/rediger");

        await form.Press("Lagre");

        Assert.Equal(1, await app.Look(db => db.Students.Where(s => s.Id == student.Id).Select(s => s.Version).SingleAsync()));
        Assert.False(await app.Look(db => db.Timeline.AnyAsync(e => e.StudentId == student.Id)));
    }

    [Fact]
    public async Task A_new_address_is_not_dead()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola", then: s => s.MarkAddressDead(app.Clock.Now));
        var form = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}/rediger");

        var card = await form.Press("Lagre", ("Input.Email", "ny-adresse@example.com"));

        Assert.False(card.Shows("virker ikke"));
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_keeps_the_words_sees_the_firsts_and_chooses()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola", d => d with { Phone = "+4748353392" });
        var (first, second) = (await kommune.Recruiter(), await kommune.Recruiter());
        var address = $"/studenter/{student.Id}/rediger";
        var (firstForm, secondForm) = (await first.Open(address), await second.Open(address));
        await firstForm.Press("Lagre", ("Input.Phone", "900 00 000"));

        var told = await secondForm.Press("Lagre", ("Input.Note", "Ringer fredag"));

        Assert.Single(told.Errors);
        Assert.Equal("Ringer fredag", told.Document.QuerySelector("#Input_Note")!.TextContent.Trim());
        Assert.True(told.Shows("nå står det 900 00 000, du skrev 483 53 392"));
        Assert.Equal("+4790000000", await Phone(student));

        await told.Press("Lagre det jeg skrev", ("Input.Phone", "900 00 000"));

        Assert.Equal("+4790000000", await Phone(student));
        Assert.Equal("Ringer fredag", await app.Look(db => db.Students.Where(s => s.Id == student.Id).Select(s => s.Note).SingleAsync()));
    }

    [Fact]
    public async Task Anothers_mailbox_is_refused_and_ones_own_is_not()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Kari", d => d with { Email = "kari@example.com" });
        var student = await kommune.Student("Ola", d => d with { Email = "ola@example.com" });
        var form = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}/rediger");

        Assert.NotEmpty((await form.Press("Lagre", ("Input.Email", "KARI@example.com"))).Errors);
        Assert.Equal("Ola Nordby", (await form.Press("Lagre", ("Input.Email", "OLA@example.com"))).Heading);
    }

    [Fact]
    public async Task A_changed_name_that_another_has_is_asked_about_once()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Kari");
        var student = await kommune.Student("Karri");
        var form = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}/rediger");

        var asked = await form.Press("Lagre", ("Input.FirstName", "Kari"));

        Assert.Single(asked.Errors);
        Assert.Equal("Kari Nordby", (await asked.Press("Det er en annen, lagre")).Heading);
    }

    [Fact]
    public async Task A_date_that_does_not_exist_is_refused_and_kept()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        var form = await (await kommune.Recruiter()).Open($"/studenter/{student.Id}/rediger");

        var again = await form.Press("Lagre", ("Input.LicenceFrom", "2027-02-29"), ("Input.FirstName", ""));

        Assert.Equal(2, again.Errors.Count);
        Assert.Equal("2027-02-29", again.Document.QuerySelector("#Input_LicenceFrom")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_reader_is_not_let_in()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");

        Assert.Equal(HttpStatusCode.Forbidden, (await (await kommune.Reader()).Open($"/studenter/{student.Id}/rediger")).Status);
    }

    private Task<string?> Phone(Student student) => app.Look(db => db.Students.Where(s => s.Id == student.Id).Select(s => s.Phone).SingleAsync());
}
