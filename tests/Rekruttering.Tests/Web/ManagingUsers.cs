using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed class ManagingUsers(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private const string NewPassword = "fire ord som ikke passer";

    [Fact]
    public async Task A_colleague_is_invited_chooses_a_password_and_is_in()
    {
        var administrator = await app.Given.Kommune().Administrator();

        var (invited, link) = await Invite(administrator, "ny@example.com");
        var colleague = app.Visitor();
        var inside = await (await colleague.Open(link)).Press("Kom i gang", ("Input.Name", "Nina Ny"), ("Input.Password", NewPassword), ("Input.Repeated", NewPassword));

        Assert.Contains("ny@example.com er lagt til", invited.Said);
        Assert.Equal("/oversikt", inside.Path);
        Assert.True((await colleague.Open("/min-konto")).Shows("Nina Ny"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Open(link)).Status);
    }

    [Fact]
    public async Task The_mail_carries_a_link_of_its_own_and_says_who_invites()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        var administrator = await kommune.Administrator();

        var mails = await app.MailFrom(() => Invite(administrator, "post@example.com"));
        var mail = Assert.Single(mails);
        var link = mail.Links.First(link => link.Contains("/invitasjon/", StringComparison.Ordinal));
        var inside = await (await app.Visitor().Open(new Uri(link).AbsolutePath)).Press("Kom i gang", ("Input.Name", "Pia Post"), ("Input.Password", NewPassword), ("Input.Repeated", NewPassword));

        Assert.Equal("post@example.com", mail.To.Address);
        Assert.Contains("Kari Nordmann har invitert deg", mail.Text);
        Assert.Contains("rekrutterer", mail.Text);
        Assert.Contains(link, mail.Text);
        Assert.Equal("/oversikt", inside.Path);
        Assert.DoesNotContain(link.Split('/')[^1], await app.Look(db => Task.FromResult(db.Messages.Single(m => m.ToAddress == "post@example.com").Text!)));
    }

    [Fact]
    public async Task Somebody_who_has_an_account_elsewhere_gets_the_role_at_once_and_no_mail()
    {
        var there = app.Given.Kommune();
        var user = await there.User(Role.Reader);
        var here = app.Given.Kommune();
        var administrator = await here.Administrator();

        SeenPage? page = null;
        var mails = await app.MailFrom(async () => page = await (await administrator.Open("/brukere")).Press("Inviter", ("Input.Email", user.Email), ("Input.Role", "Recruiter")));
        var visitor = await there.SignIn(user);

        Assert.Empty(mails);
        Assert.Contains("hadde en bruker fra før", page!.Said);
        Assert.Contains(here.Name, (await visitor.Open("/min-konto")).Text);
    }

    [Fact]
    public async Task Looking_at_an_invitation_does_not_use_it_up()
    {
        var administrator = await app.Given.Kommune().Administrator();
        var (_, link) = await Invite(administrator, "forsiktig@example.com");

        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Open(link)).Status);
    }

    [Fact]
    public async Task An_invitation_ends_after_a_week()
    {
        var administrator = await app.Given.Kommune().Administrator();
        var (_, link) = await Invite(administrator, "sen@example.com");

        app.Clock.Move(TimeSpan.FromDays(8));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Open(link)).Status);
    }

    [Fact]
    public async Task A_password_that_is_refused_leaves_the_link_working()
    {
        var administrator = await app.Given.Kommune().Administrator();
        var (_, link) = await Invite(administrator, "treg@example.com");

        var refused = await (await app.Visitor().Open(link)).Press("Kom i gang", ("Input.Name", "Tor Treg"), ("Input.Password", "passord123456"), ("Input.Repeated", "passord123456"));
        var inside = await refused.Press("Kom i gang", ("Input.Password", NewPassword), ("Input.Repeated", NewPassword));

        Assert.Single(refused.Errors);
        Assert.Equal("/oversikt", inside.Path);
    }

    [Fact]
    public async Task The_link_is_shown_once_and_is_not_in_the_log()
    {
        var administrator = await app.Given.Kommune().Administrator();

        var (_, link) = await Invite(administrator, "diskret@example.com");
        await app.Visitor().Open(link);

        Assert.Null((await administrator.Open("/brukere")).Document.QuerySelector("#lenke"));
        Assert.DoesNotContain(link.Split('/')[^1], app.Log.Text);
        Assert.Contains("GET /invitasjon/{token} 200", app.Log.Text);
    }

    [Fact]
    public async Task Two_administrators_who_step_down_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var kommune = app.Given.Kommune();
            var pages = new List<SeenPage>();
            foreach (var user in (GivenUser[])[await kommune.User(Role.Administrator), await kommune.User(Role.Administrator)])
                pages.Add(await (await kommune.SignIn(user)).Open($"/brukere/{user.Id}"));

            var answers = await Task.WhenAll(pages.Select(page => page.Press("Lagre rolle", ("Input.Role", "Reader"))));

            Assert.All(answers, answer => Assert.True((int)answer.Status < 500, answer.Text));
            Assert.Equal(1, await app.Look(db => Task.FromResult(db.Memberships.Count(m => m.KommuneNumber == kommune.Number && m.Role == Role.Administrator))));
            Assert.Contains("minst én administrator", Assert.Single(answers.SelectMany(answer => answer.Errors)));
        }
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Role.Administrator);
        var page = await (await kommune.SignIn(user)).Open($"/brukere/{user.Id}");

        var demoted = await page.Press("Lagre rolle", ("Input.Role", "Reader"));
        var removed = await page.Press($"Ja, fjern {user.Email}");

        Assert.Contains("minst én administrator", Assert.Single(demoted.Errors));
        Assert.Contains("minst én administrator", Assert.Single(removed.Errors));
    }

    [Fact]
    public async Task Whoever_is_removed_is_out_at_once()
    {
        var kommune = app.Given.Kommune();
        var administrator = await kommune.Administrator();
        var user = await kommune.User(Role.Recruiter);
        var colleague = await kommune.SignIn(user);

        await (await administrator.Open($"/brukere/{user.Id}")).Press($"Ja, fjern {user.Email}");

        Assert.StartsWith("/logg-inn", (await colleague.Open("/min-konto")).Path);
        Assert.False((await administrator.Open("/brukere")).Shows(user.Email));
    }

    [Fact]
    public async Task The_students_of_whoever_is_removed_are_told_of_and_stand_without_a_contact_person()
    {
        var (kommune, there) = (app.Given.Kommune(), app.Given.Kommune());
        var administrator = await kommune.Administrator();
        var user = await kommune.User(Role.Recruiter);
        await there.User(Role.Reader, user.Email);
        var (first, second) = (await kommune.Student("Åse", d => d with { ContactPersonId = user.Id }), await kommune.Student("Bo", d => d with { ContactPersonId = user.Id }, s => s.Archive(app.Clock.Now)));
        var elsewhere = await there.Student("Eli", d => d with { ContactPersonId = user.Id });
        await kommune.Save(new Segment(kommune.Number, "Mine", $"?kontaktperson={user.Id}", user.Id, app.Clock.Now));

        var page = await administrator.Open($"/brukere/{user.Id}");
        Assert.True(page.Shows($"{user.Email} er kontaktperson for 2 studenter, som blir stående uten kontaktperson."), page.Text);
        Assert.True(page.Shows("Disse velger studenter etter kontaktpersonen, og finner ingen etterpå: Utvalget «Mine»"), page.Text);
        var done = await page.Press($"Ja, fjern {user.Email}");

        Assert.Equal($"{user.Email} er fjernet. 2 studenter står uten kontaktperson.", done.Said);
        var found = await administrator.Open("/studenter?kontaktperson=ingen&status=alle");
        Assert.True(found.Shows("2 treff") && found.Shows("Åse Nordby") && found.Shows("Bo Nordby"), found.Text);
        var card = await administrator.Open($"/studenter/{first.Id}");
        Assert.True(card.Shows("Endret kontaktperson") && card.Shows($"Kontaktperson: {user.Email} → (tomt)"), card.Text);
        Assert.Equal((null, user.Id), (await ContactOf(second), await ContactOf(elsewhere)));
        // A shared address with the filter still says what it chose.
        Assert.Equal("En tidligere kollega", (await administrator.Open($"/studenter?kontaktperson={user.Id}")).Document.QuerySelector("#filter-kontaktperson option[selected]")!.TextContent);
    }

    [Fact]
    public async Task A_contact_person_who_is_no_colleague_is_none()
    {
        var (kommune, there) = (app.Given.Kommune(), app.Given.Kommune());
        var recruiter = await kommune.Recruiter();
        var colleague = await kommune.User(Role.Recruiter);
        var former = await there.User(Role.Recruiter);
        var (first, second) = (await kommune.Student("Åse", d => d with { ContactPersonId = former.Id }), await kommune.Student("Bo", d => d with { ContactPersonId = Guid.CreateVersion7() }));
        await kommune.Student("Cecilie", d => d with { ContactPersonId = colleague.Id });

        var found = await recruiter.Open("/studenter?kontaktperson=ingen");
        Assert.True(found.Shows("2 treff") && found.Shows("Åse Nordby") && found.Shows("Bo Nordby"), found.Text);
        Assert.False(found.Shows(former.Email), found.Text);
        Assert.False((await recruiter.Open($"/studenter/{first.Id}")).Shows(former.Email));
        // Editing something else does not say that the contact person was changed.
        await (await recruiter.Open($"/studenter/{second.Id}/rediger")).Press("Lagre", ("Input.Phone", "48353392"));
        Assert.True((await recruiter.Open($"/studenter/{second.Id}")).Shows("Endret telefon"), found.Text);
        Assert.Equal("Endret telefon", await app.Look(db => db.Timeline.Where(e => e.StudentId == second.Id).Select(e => e.Summary).SingleAsync()));
    }

    [Fact]
    public async Task A_new_link_sets_a_new_password_and_ends_a_lockout()
    {
        var kommune = app.Given.Kommune();
        var administrator = await kommune.Administrator();
        var user = await kommune.User(Role.Recruiter);
        var signIn = await app.Visitor().Open("/logg-inn");
        for (var i = 0; i < 5; i++)
            await signIn.Press("Logg inn", ("Input.Email", user.Email), ("Input.Password", "feil passord her"));

        var given = await (await administrator.Open($"/brukere/{user.Id}")).Press("Lag ny lenke");
        await (await app.Visitor().Open(LinkOn(given))).Press("Lagre", ("Input.Password", NewPassword), ("Input.Repeated", NewPassword));
        var visitor = await kommune.SignIn(user with { Password = NewPassword });

        Assert.Equal("/min-konto", (await visitor.Open("/min-konto")).Path);
    }

    [Fact]
    public async Task An_administrator_gives_no_link_to_somebody_of_another_kommune_too()
    {
        var (here, there) = (app.Given.Kommune(), app.Given.Kommune());
        var administrator = await here.Administrator();
        var user = await here.User(Role.Recruiter);
        await there.User(Role.Administrator, user.Email);

        var refused = await (await administrator.Open($"/brukere/{user.Id}")).Press("Lag ny lenke");

        Assert.Contains("hører også til en annen kommune", Assert.Single(refused.Errors));
        Assert.Null(refused.Document.QuerySelector("#lenke"));
    }

    [Theory]
    [InlineData("kari"), InlineData("kari@example.com, ola@example.com"), InlineData("a@b")]
    public async Task What_is_no_address_is_not_invited(string address)
    {
        var administrator = await app.Given.Kommune().Administrator();

        var refused = await (await administrator.Open("/brukere")).Press("Inviter", ("Input.Email", address));

        Assert.Contains("Skriv en e-postadresse", Assert.Single(refused.Errors));
        Assert.Equal(address, refused.Document.QuerySelector("#Input_Email")!.GetAttribute("value"));
    }

    private Task<Guid?> ContactOf(Student student) => app.Look(db => db.Students.Where(s => s.Id == student.Id).Select(s => s.ContactPersonId).SingleAsync());

    private static async Task<(SeenPage Page, string Link)> Invite(Visitor administrator, string email)
    {
        var page = await (await administrator.Open("/brukere")).Press("Inviter", ("Input.Email", email), ("Input.Role", "Recruiter"));
        return (page, LinkOn(page));
    }

    private static string LinkOn(SeenPage page) => new Uri(page.Document.QuerySelector("#lenke")!.TextContent).AbsolutePath;
}
