using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Unsubscribing;

public sealed class StoppingMail(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task Opening_the_link_changes_nothing_however_often()
    {
        var (student, link) = await MailedStudent();

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Open(link)).Status);
            using var head = new HttpRequestMessage(HttpMethod.Head, link);
            Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Http.SendAsync(head)).StatusCode);
        }

        Assert.Empty(await Reservations(student));
    }

    [Theory]
    [InlineData(Application.Outbox.MailLinks.ExampleToken)] // What stands in a preview and in a test to oneself.
    [InlineData("4oeEQTyhJV8Wp-IGQ5gye035_GCG0LVP79pWbwyTe1B")] // The last letter says more than 32 bytes hold.
    [InlineData("4oeEQTyhJV8Wp-IGQ5gye035.GCG0LVP79pWbwyTe1A")]
    [InlineData("4oeEQTyhJV8Wp IGQ5gye035_GCG0LVP79pWbwyTe1A")]
    public async Task A_link_of_the_right_length_that_can_be_nobodys_is_an_old_link_and_no_fault_of_ours(string token)
    {
        foreach (var page in (string[])["avmelding", "svar", "lis1", "mine-opplysninger"])
        {
            var shown = await app.Visitor().Open($"/{page}/{Uri.EscapeDataString(token)}");
            Assert.Equal((HttpStatusCode.NotFound, "Denne lenken virker ikke"), (shown.Status, shown.Heading));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().PostBare($"/avmelding/{Uri.EscapeDataString(token)}", ("List-Unsubscribe", "One-Click"))).Status);
    }

    [Fact]
    public async Task The_mail_programs_one_click_stops_all_without_a_form_and_twice_is_once()
    {
        var (student, link) = await MailedStudent();

        var first = await app.Visitor().PostBare(link, ("List-Unsubscribe", "One-Click"));
        var second = await app.Visitor().PostBare(link, ("List-Unsubscribe", "One-Click"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal([ReservationScope.AllCampaigns], await Reservations(student));
        Assert.Equal(1, await app.Look(db => Task.FromResult(db.Timeline.Count(e => e.StudentId == student.Id && e.Kind == TimelineKind.Reserved))));
    }

    [Fact]
    public async Task A_post_that_is_neither_one_click_nor_a_button_changes_nothing_and_a_button_needs_no_cookie()
    {
        var (student, link) = await MailedStudent();

        var page = await app.Visitor().PostBare(link, ("noe", "annet"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Empty(await Reservations(student));
        await app.Visitor().PostBare(link, ("everything", "true"));

        Assert.Equal([ReservationScope.AllCampaigns], await Reservations(student));
    }

    [Fact]
    public async Task The_student_stops_one_kind_and_keeps_the_others()
    {
        var (student, link) = await MailedStudent();
        var page = await app.Visitor().Open(link);

        var after = await page.Press("Lagre valget", ("wanted", "Jobs"), ("wanted", "Lis1"), ("wanted", "Events"));

        Assert.True(after.Shows("Valget ditt er lagret. Det gjelder fra nå av."));
        Assert.Equal([ReservationScope.News], await Reservations(student));
    }

    [Fact]
    public async Task No_contact_at_all_can_be_chosen_where_the_law_sends_the_student_and_taken_back()
    {
        var (student, link) = await MailedStudent();

        var stopped = await (await app.Visitor().Open(link)).Press("Ikke kontakt meg mer");

        Assert.Equal([ReservationScope.NoContact], await Reservations(student));
        Assert.True(stopped.Shows("Vi har notert at du ikke vil ha noen kontakt. Ingenting mer blir sendt til deg."));
        Assert.DoesNotContain("Stopp alle utsendinger", stopped.Text);
        await stopped.Press("Angre: dere kan kontakte meg");
        Assert.Empty(await Reservations(student));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_contact_ends_what_is_not_answered_and_keeps_a_seat(bool byStudent)
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var student = await kommune.Student("Even", s => s with { Phone = "+4748353392" });
        var (taken, full, silentJob) = (await kommune.Job(), await kommune.Job(), await kommune.Job(with: d => d with { AnswerDeadline = app.Clock.Now.AddDays(3) }));
        var (seat, waiting, silent, later) = (await kommune.Offer(taken, student), await kommune.Offer(full, student), await kommune.Offer(silentJob, student), await kommune.Offer(await kommune.Job(), student));
        await Say(await kommune.Offer(full), "ja");
        await Say(seat, "ja");
        await Say(waiting, "ja");
        await Say(later, "senere");
        Assert.True((await recruiter.Open("/oversikt")).Shows("Even Nordby"));

        if (byStudent)
            await (await app.Visitor().Open($"/avmelding/{silent.Token}")).Press("Ikke kontakt meg mer");
        else
            await (await recruiter.Open($"/studenter/{student.Id}")).Press("Noter", ("scope", nameof(ReservationScope.NoContact)));

        Assert.Equal([OfferStatus.Accepted, OfferStatus.Withdrawn, OfferStatus.Withdrawn, OfferStatus.Withdrawn], await app.Look(async db =>
            (await db.JobOffers.Where(o => o.StudentId == student.Id).ToListAsync()).OrderBy(o => o.Id != seat.Id).Select(o => o.Status).ToList()));
        Assert.Equal(3, await app.Look(db => db.Timeline.CountAsync(e => e.StudentId == student.Id && e.Kind == TimelineKind.OfferWithdrawn)));
        Assert.Equal(2, await app.Look(db => db.Messages.CountAsync(m => m.StudentId == student.Id && m.State == MessageState.Cancelled)));
        var morning = await recruiter.Open("/oversikt");
        Assert.Empty(morning.Document.QuerySelectorAll($"#haster ~ * a[href='/studenter/{student.Id}'], #venter ~ * a[href='/studenter/{student.Id}']"));
        var page = await app.Visitor().Open(silent.Address);
        Assert.Equal("Tilbudet gjelder ikke lenger", page.Heading);
        Assert.False((await app.Visitor().Open(seat.Address)).Shows("Du får en kvittering på e-post."));
        var again = await recruiter.Open($"/sommerjobber/{silentJob.Id}/tilbud/{silent.Id}");
        Assert.True(again.Shows("Studenten har reservert seg mot kontakt."), again.Text);
        Assert.False(again.Shows("får en ny e-post") || again.Text.Contains("ring i stedet", StringComparison.OrdinalIgnoreCase), again.Text);
    }

    [Fact]
    public async Task A_question_of_one_who_wants_no_contact_is_settled_without_a_call()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());
        await Say(offer, "nei", ("message", "Hva er lønna?"));
        await (await app.Visitor().Open($"/avmelding/{offer.Token}")).Press("Ikke kontakt meg mer");
        var morning = await (await kommune.Recruiter()).Open("/oversikt");

        var refused = await morning.Press("Send svaret", ("Reply", "450 000 kr"));

        Assert.True(refused.Shows("Studenten har reservert seg mot kontakt.") && !refused.Shows("Ring i stedet"), refused.Text);
    }

    [Fact]
    public async Task Undoing_a_stop_of_all_does_not_undo_what_was_stopped_alone()
    {
        var (student, link) = await MailedStudent();
        var saved = await (await app.Visitor().Open(link)).Press("Lagre valget", ("wanted", "Jobs"), ("wanted", "Lis1"), ("wanted", "Events"));
        var stopped = await saved.Press("Stopp alle utsendinger");

        await stopped.Press("Angre: jeg vil ha e-post likevel");

        Assert.Equal([ReservationScope.News], await Reservations(student));
    }

    [Theory]
    [InlineData("nb", "Lagre valget", "Ingenting er endret ennå.")]
    [InlineData("nn", "Lagre valet", "Ingenting er endra enno.")]
    [InlineData("en", "Save my choice", "Nothing has changed yet.")]
    public async Task Nothing_is_changed_is_said_only_while_it_is_so(string language, string save, string nothing)
    {
        var (_, link) = await MailedStudent();
        var page = await app.Visitor().Open($"{link}?sprak={language}");
        Assert.True(page.Shows(nothing));

        var saved = await page.Press(save, ("wanted", "Jobs"));
        var wantsAll = await saved.Press(save, ("wanted", "Jobs"), ("wanted", "Lis1"), ("wanted", "News"), ("wanted", "Events"));

        Assert.False(saved.Shows(nothing) || wantsAll.Shows(nothing), saved.Text);
        Assert.False((await (await app.Visitor().Open($"{link}?sprak={language}")).Press(save, ("wanted", "Jobs"))).Shows(nothing));
        Assert.False((await app.Visitor().Open($"{link}?sprak={language}")).Shows(nothing));
    }

    [Fact]
    public async Task What_the_kommune_has_noted_is_not_taken_back_by_the_link()
    {
        var (student, link) = await MailedStudent();
        var open = await (await app.Visitor().Open(link)).Press("Ikke kontakt meg mer");
        await app.Look(async db =>
        {
            var row = await db.Students.Include(s => s.Reservations).SingleAsync(s => s.Id == student.Id);
            row.LiftReservation(ReservationScope.NoContact);
            await db.SaveChangesAsync();
            row.Reserve(ReservationScope.NoContact, byStudent: false, app.Clock.Now);
            return await db.SaveChangesAsync();
        });

        await open.Press("Angre: dere kan kontakte meg");

        Assert.Equal([ReservationScope.NoContact], await Reservations(student));
        Assert.DoesNotContain("Angre", (await app.Visitor().Open(link)).Text);
    }

    [Fact]
    public async Task Stopping_all_can_be_undone()
    {
        var (student, link) = await MailedStudent();

        var stopped = await (await app.Visitor().Open(link)).Press("Stopp alle utsendinger");
        Assert.Equal([ReservationScope.AllCampaigns], await Reservations(student));
        await stopped.Press("Angre: jeg vil ha e-post likevel");

        Assert.Empty(await Reservations(student));
    }

    [Fact]
    public async Task No_contact_stays_whatever_is_chosen()
    {
        var (student, link) = await MailedStudent(then: s => s.Reserve(ReservationScope.NoContact, byStudent: false, app.Clock.Now));

        var page = await app.Visitor().Open(link);
        await app.Visitor().PostBare(link, ("List-Unsubscribe", "One-Click"));

        Assert.True(page.Shows("du ikke vil ha noen kontakt"));
        Assert.Equal([ReservationScope.AllCampaigns, ReservationScope.NoContact], await Reservations(student));
    }

    [Theory]
    [InlineData(WrittenForm.Nynorsk, "nn", "Kva vil du ha e-post om?")]
    [InlineData(WrittenForm.English, "en", "What do you want e-mail about?")]
    public async Task It_speaks_the_students_language(WrittenForm form, string code, string heading)
    {
        var (_, link) = await MailedStudent(d => d with { WrittenForm = form });

        var page = await app.Visitor().Open(link);

        Assert.Equal(heading, page.Heading);
        Assert.Equal(code, page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("eksempel")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_does_not_hold_is_404_for_all_that_post_to_it_too(string token)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Open($"/avmelding/{token}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().PostBare($"/avmelding/{token}", ("List-Unsubscribe", "One-Click"))).Status);
    }

    private async Task Say(GivenOffer offer, string answer, params (string Name, string Value)[] fields)
    {
        var form = await app.Visitor().Open($"{offer.Address}/{answer}");
        await form.Press(form.Document.QuerySelector("main form button")!.TextContent.Trim(), fields);
    }

    private async Task<(Student Student, string Link)> MailedStudent(Func<StudentDetails, StudentDetails>? with = null, Action<Student>? then = null)
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student(with: with, then: then);
        var (token, hash) = SecretToken.Create();
        var message = Message.To(student, MessageKind.Campaign, $"test:{student.Id:N}", app.Clock.Now);
        await kommune.Save(message, new PersonalLink(hash, kommune.Number, student.Id, message.Id, null, app.Clock.Now));
        return (student, $"/avmelding/{token}");
    }

    private Task<List<ReservationScope>> Reservations(Student student) => app.Look(db =>
        Task.FromResult(db.Reservations.Where(r => r.StudentId == student.Id).Select(r => r.Scope).AsEnumerable().Order().ToList()));
}
