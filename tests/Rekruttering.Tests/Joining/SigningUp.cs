using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Students.Joining;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Joining;

/// <summary>What the open page asks, tells and answers; nothing of it is in the register yet.</summary>
public sealed class SigningUp(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task The_page_says_who_asks_why_for_how_long_and_what_can_be_claimed()
    {
        await app.OpenKommune("Namsos");

        var page = await app.Visitor().Open("/meld-deg/namsos");

        Assert.Equal("Studerer du medisin, og hører du til i Namsos?", page.Heading);
        foreach (var told in (string[])["Namsos kommune, kari@example.com", "Per Vern, vern@example.com", "samtykket ditt (GDPR art. 6 nr. 1 a)", "Til to år etter LIS1", "sommerjobb, praksis og LIS1",
            "de som rekrutterer leger i kommunen", "få det rettet, slettet", "trekke tilbake når du vil", "klage til Datatilsynet", "Du velger selv", "Ingen avgjørelser om deg blir tatt automatisk", "Ikke skriv fødselsnummer"])
            Assert.True(page.Shows(told), told);
        Assert.NotNull(page.Document.QuerySelector("footer a[href='/personvern?kommune=5007']"));
        // A consent is given: nothing is ticked beforehand.
        Assert.Empty(page.Document.QuerySelectorAll("input[type=checkbox][checked]"));
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Open("/meld-deg/5007")).Status);
    }

    [Fact]
    public async Task It_is_asked_and_told_in_nynorsk_too()
    {
        var kommune = await app.OpenKommune();
        await kommune.Settings(s => s.WrittenForm = Domain.Students.WrittenForm.Nynorsk);

        var page = await app.Visitor().Open(kommune.Page());
        var refused = await page.Press("Meld meg på", ("Input.FirstName", "Åse"), ("Input.Email", "ingen adresse"));

        Assert.Equal("nn", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.True(page.Shows("Kva knyter deg til"));
        Assert.True(page.Shows("Eit samtykke kan du trekkje tilbake når du vil."));
        Assert.Contains("E-post: Skriv éi e-postadresse, til dømes kari@example.com.", refused.Errors);
        Assert.Contains(refused.Errors, line => line.StartsWith("Når byrja du?: Vel når du byrja", StringComparison.Ordinal));
        await refused.Press("Meld meg på", SignUpSteps.Form("nynorsk@example.com"));
        var mail = Assert.Single(await app.MailsTo("nynorsk@example.com"));
        Assert.StartsWith("Stadfest påmeldinga til", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_keeps_what_was_typed_and_says_what_to_do()
    {
        var kommune = await app.OpenKommune();

        var refused = await kommune.SignUp("ase.uten.krøll", ("Input.Ties", ""), ("Input.Wanted", ""), ("Input.Phone", "12"), ("Input.GraduationMonth", "6"));

        Assert.Equal(5, refused.Errors.Count);
        Assert.Contains("E-post: Skriv én e-postadresse, for eksempel kari@example.com.", refused.Errors);
        Assert.Equal("Åse", refused.Document.QuerySelector("[name='Input.FirstName']")!.GetAttribute("value"));
        Assert.Equal("ase.uten.krøll", refused.Document.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        Assert.Equal("pl-lodz", ((IHtmlSelectElement)refused.Document.QuerySelector("[name='Input.StudyPlaceCode']")!).Value);
        Assert.Equal(0, await SignUps(kommune));
    }

    [Fact]
    public async Task A_national_id_is_refused_wherever_it_is_typed_and_not_shown_again()
    {
        const string typed = "130972" + "48022";
        var kommune = await app.OpenKommune();
        foreach (var field in (string[])["Input.FirstName", "Input.LastName", "Input.TieWords", "Input.StudyPlaceText", "Input.Phone"])
        {
            var refused = await kommune.SignUp("fnr@example.com", (field, typed), ("Input.CountryCode", "PL"), ("Input.StudyPlaceCode", ""));
            Assert.True(refused.Shows("Her sto det et fødselsnummer"), field);
            Assert.DoesNotContain(typed, refused.Body, StringComparison.Ordinal);
        }
        Assert.Equal(0, await SignUps(kommune));
        Assert.DoesNotContain(typed, app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_and_the_mail_are_the_same_whoever_stands_in_the_register()
    {
        var kommune = await app.OpenKommune();
        var known = await kommune.Student("Åse", s => s with { LastName = "Øverås", Email = "kjent@example.com" });
        await kommune.Student("Per", s => s with { Email = "reservert@example.com" }, s => s.Reserve(Domain.Students.ReservationScope.NoContact, byStudent: true, app.Clock.Now));

        var pages = new[] { await kommune.SignUp("ny@example.com"), await kommune.SignUp("kjent@example.com"), await kommune.SignUp("reservert@example.com") };

        Assert.All(pages, page => Assert.Equal(("Sjekk e-posten din", pages[0].Text, pages[0].Path), (page.Heading, page.Text, page.Path)));
        var mails = new List<ReceivedMail>();
        foreach (var to in (string[])["ny@example.com", "kjent@example.com", "reservert@example.com"])
            mails.Add(Assert.Single(await app.MailsTo(to)));
        Assert.Single(mails.Select(mail => System.Text.RegularExpressions.Regex.Replace(mail.Text, "/bekreft/\\S+", "")).Distinct());
        Assert.Equal(known.Version, (await app.StudentsOf(kommune)).Single(s => s.Id == known.Id).Version);
        Assert.Equal(0, await app.Look(db => db.Timeline.CountAsync(e => e.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task The_mail_carries_nobodys_words()
    {
        var kommune = await app.OpenKommune();

        await kommune.SignUp("offer@example.com", ("Input.FirstName", "Kjøp billig på https://svindel.example.com"), ("Input.LastName", "Bcc: alle@example.com"), ("Input.Ties", "Other"), ("Input.TieWords", "Klikk her"));

        var mail = Assert.Single(await app.MailsTo("offer@example.com"));
        Assert.DoesNotContain("svindel", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Klikk her", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.False(mail.Headers.ContainsKey("Bcc"));
        Assert.Equal("", mail.To.DisplayName);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Theory]
    [InlineData("Input.FirstName", "Åse\r\nBcc: alle@example.com")]
    [InlineData("Input.Email", "a@example.com\r\nBcc: alle@example.com")]
    [InlineData("Input.Email", "a@example.com, b@example.com")]
    [InlineData("Input.Email", "Åse <a@example.com>")]
    public async Task A_header_cannot_be_slipped_in(string field, string typed)
    {
        var kommune = await app.OpenKommune();
        await app.Send();
        var before = app.Sink.Messages.Count;

        var answer = await kommune.SignUp("slipp@example.com", (field, typed));
        await app.Send();

        // A line break in a name is a blank; in an address it is no address.
        Assert.All(app.Sink.Messages.Skip(before), mail => Assert.Equal(("slipp@example.com", false), (mail.EnvelopeTo, mail.Headers.ContainsKey("Bcc"))));
        Assert.Equal(field == "Input.Email", answer.Errors.Count > 0);
    }

    [Fact]
    public async Task A_machine_that_fills_in_everything_is_thanked_and_forgotten()
    {
        var kommune = await app.OpenKommune();

        var page = await kommune.SignUp("robot@example.com", ("Input.Website", "https://svindel.example.com"));

        Assert.Equal("Sjekk e-posten din", page.Heading);
        Assert.Equal(0, await SignUps(kommune));
        Assert.Empty(await app.MailsTo("robot@example.com"));
    }

    [Fact]
    public async Task One_address_gets_three_mails_a_day_whoever_types_it()
    {
        var kommune = await app.OpenKommune();

        for (var i = 0; i < SignUp.MostADay + 2; i++)
            Assert.Equal("Sjekk e-posten din", (await kommune.SignUp("Plaget@example.com")).Heading);

        Assert.Equal(SignUp.MostADay, (await app.MailsTo("plaget@example.com")).Count);
    }

    [Fact]
    public async Task More_than_so_many_an_hour_in_one_kommune_are_asked_to_wait_and_keep_what_they_typed()
    {
        var (kommune, other) = (await app.OpenKommune(), await app.OpenKommune());
        await kommune.Save([.. Enumerable.Range(0, SignUp.MostAnHour).Select(i => new SignUp(kommune.Number, $"nr{i}@example.com", default, "{}", [], "", app.Clock.Now))]);

        var waits = await kommune.SignUp("vent@example.com");

        Assert.StartsWith("Mange melder seg på akkurat nå.", Assert.Single(waits.Errors), StringComparison.Ordinal);
        Assert.Equal("vent@example.com", waits.Document.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        Assert.Equal("Sjekk e-posten din", (await other.SignUp("vent@example.com")).Heading);
    }

    [Fact]
    public async Task One_calling_address_is_stopped()
    {
        using var strict = new SendingApp { Settings = { ["Limits:SignUpsPerHour"] = "2" } };
        var kommune = await strict.OpenKommune();
        var visitor = strict.Visitor();
        var page = await visitor.Open(kommune.Page());
        for (var i = 0; i < 2; i++)
            await page.Press("Meld meg på", SignUpSteps.Form($"nr{i}@example.com"));

        var stopped = await page.Press("Meld meg på", SignUpSteps.Form("nr3@example.com"));

        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.Status);
        Assert.True(stopped.Shows("Vent 60 minutter"), stopped.Text);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open(kommune.Page())).Status);
    }

    [Fact]
    public async Task A_closed_page_and_a_kommune_that_there_is_not_look_the_same()
    {
        var closed = app.Given.Kommune();
        await closed.Settings();
        var incomplete = app.Given.Kommune();
        await incomplete.Settings(s => (s.TakesSignUps, s.RetentionText) = (true, null));

        var pages = new List<SeenPage>();
        foreach (var address in (string[])[closed.Page(), incomplete.Page(), closed.Page() + "/sendt", "/meld-deg/finnesikke", "/meld-deg/9999"])
            pages.Add(await app.Visitor().Open(address));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.NotFound, "Denne siden er ikke åpen", pages[0].Text), (page.Status, page.Heading, page.Text)));
    }

    private Task<int> SignUps(GivenKommune kommune) => app.Look(db => db.SignUps.CountAsync(s => s.KommuneNumber == kommune.Number));
}
