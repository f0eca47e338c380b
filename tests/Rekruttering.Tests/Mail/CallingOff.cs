using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Mail;

/// <summary>Whoever has a job or a meeting in the calendar is told that it will not be, and the entry goes.</summary>
public sealed class CallingOff(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task Who_has_a_seat_is_told_that_the_job_is_cancelled_and_the_days_leave_the_calendar()
    {
        var kommune = app.Given.Kommune("Namsos");
        await kommune.Settings();
        var job = await kommune.Job(seats: 3);
        var yes = await kommune.Offer(job, await kommune.Student("Åse", d => d with { WrittenForm = WrittenForm.Nynorsk, Phone = "+4790000001" }));
        var stopped = await kommune.Offer(job, await kommune.Student("Stein", d => d with { Phone = "+4790000002" }));
        var open = await kommune.Offer(job, await kommune.Student("Oline"));
        foreach (var offer in new[] { yes, stopped })
            await (await (await app.Visitor().Open(offer.Address)).Follow("Ja takk")).Press("Send ja takk");
        await app.Send();
        var kari = await kommune.Recruiter();
        await Reserve(kari, stopped.Student, ReservationScope.NoContact);

        var page = await kari.Open($"/sommerjobber/{job.Id}");
        Assert.True(page.Shows("1 student som har takket ja, får e-post om at jobben er avlyst."));
        Assert.True(page.Shows("Åse Nordby, 900 00 001"));
        Assert.True(page.Shows("Stein Nordby, vil ikke kontaktes. 900 00 002"));
        var before = app.Sink.Messages.Count;
        var cancelled = await page.Press("Ja, avlys og send e-post til 1");
        Assert.True(cancelled.Shows("Denne hadde takket ja, men får ikke e-post om det: Stein Nordby, vil ikke kontaktes. 900 00 002"), cancelled.Text);
        await app.Send();

        var mail = Assert.Single(app.Sink.Messages.Skip(before));
        Assert.Equal(yes.Student.Email, mail.EnvelopeTo);
        Assert.Equal("Avlyst: Assistent på legevakt, Namsos legevakt", mail.Subject);
        Assert.Contains("blir det diverre ikkje noko av", mail.Text);
        Assert.DoesNotContain("List-Unsubscribe", mail.Raw);
        Assert.Equal(("CANCEL", 2, yes.Id), Entry(mail));
        Assert.Equal(LeftOutReason.NoContact, await app.Look(db => db.Messages.Where(m => m.StudentId == stopped.Student.Id && m.Kind == MessageKind.JobCancelled).Select(m => m.LeftOutReason).SingleAsync()));
        Assert.False(await app.Look(db => db.Messages.AnyAsync(m => m.StudentId == open.Student.Id)));
        Assert.True((await kari.Open($"/studenter/{yes.Student.Id}")).Shows("E-post sendt: Avlyst: Assistent på legevakt"));
    }

    [Fact]
    public async Task A_yes_whose_receipt_never_left_is_told_without_an_entry()
    {
        var kommune = app.Given.Kommune();
        var job = await kommune.Job();
        var offer = await kommune.Offer(job, await kommune.Student("Emma", d => d with { WrittenForm = WrittenForm.English }));
        await (await (await app.Visitor().Open(offer.Address)).Follow("Yes, please")).Press("Send: yes, please");

        await (await (await kommune.Recruiter()).Open($"/sommerjobber/{job.Id}")).Press("Ja, avlys og send e-post til 1");
        await app.Send();

        var mail = Assert.Single(app.Received(to => to == offer.Student.Email));
        Assert.StartsWith("Cancelled: ", mail.Subject, StringComparison.Ordinal);
        Assert.Empty(mail.Attachments);
        Assert.DoesNotContain("calendar", mail.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_job_that_has_been_is_not_cancelled_and_nobody_is_told_that_it_will_not_be()
    {
        var kommune = app.Given.Kommune();
        var job = await kommune.Job(with: j => j with { From = new DateOnly(2026, 6, 22), To = DateOnly.FromDateTime(app.Clock.Now), AnswerDeadline = app.Clock.Now.AddHours(-9) });
        var keptOpen = await (await kommune.Recruiter()).Open($"/sommerjobber/{job.Id}");
        app.Clock.Move(TimeSpan.FromHours(9));
        await keptOpen.Visitor.Open("/oversikt");
        app.Clock.Move(TimeSpan.FromHours(9));

        var refused = await keptOpen.Press("Ja, avlys jobben");

        Assert.Equal(["Sommerjobben har vært, så den kan ikke avlyses."], refused.Errors);
        Assert.True(refused.Shows("Sommerjobben har vært, og kan ikke avlyses."));
    }

    [Fact]
    public async Task A_meeting_is_called_off_for_those_who_are_invited_and_nobody_more_is()
    {
        var kommune = app.Given.Kommune();
        var invited = await kommune.Student("Åse", d => d with { LegalBasis = LegalBasis.Consent });
        var unsubscribed = await kommune.Student("Brit");
        var noContact = await kommune.Student("Cato", d => d with { Phone = "+4790000003" });
        var late = await kommune.Student("Dag");
        app.Sink.For(late.Email!, MailSinkBehaviour.Greylist);
        var kari = await kommune.Recruiter();
        var campaign = await Invite(kommune, kari, 4);
        await Reserve(kari, unsubscribed, ReservationScope.AllCampaigns);
        await Reserve(kari, noContact, ReservationScope.NoContact);

        var preview = await (await kari.Open($"/utsendinger/{campaign}")).Follow("Avlys møtet");
        Assert.True(preview.Shows("2 studenter har invitasjonen"));
        Assert.True(preview.Shows("Cato Nordby, vil ikke kontaktes. 900 00 003"));
        Assert.True(preview.Shows("1 student som ikke har fått invitasjonen ennå, får den ikke"));
        Assert.False(await app.Look(db => db.Messages.AnyAsync(m => m.Kind == MessageKind.MeetingCancelled && m.SubjectId == campaign)));
        var before = app.Sink.Messages.Count;
        var report = await preview.Press("Ja, avlys og send til 2 studenter");

        Assert.Equal("Møtet er avlyst. 2 studenter får beskjed på e-post nå.", report.Said);
        Assert.True(report.Shows("Rådhuset avlyst"));
        Assert.True(report.Shows("Denne har invitasjonen, men får ikke e-post om det: Cato Nordby, vil ikke kontaktes. 900 00 003"), report.Text);
        Assert.Equal("Møtet er avlyst. Vil dere invitere på nytt, lag en ny utsending.", (await preview.Press("Ja, avlys og send til 2 studenter")).Said);
        Assert.Equal(3, await app.Look(db => db.Messages.CountAsync(m => m.Kind == MessageKind.MeetingCancelled && m.SubjectId == campaign)));
        app.Sink.For(late.Email!, MailSinkBehaviour.Accept);
        app.Clock.Move(TimeSpan.FromDays(1));
        await app.StartAndSend();
        var mails = app.Sink.Messages.Skip(before).ToList();
        Assert.Equal(new[] { invited.Email, unsubscribed.Email }.Order(), mails.Select(m => m.EnvelopeTo).Order());
        Assert.All(mails, mail => Assert.Equal(("CANCEL", 1, campaign), Entry(mail)));
        Assert.All(mails, mail => Assert.Equal($"Avlyst: {app.Sink.Messages.Take(before).Last(m => m.EnvelopeTo == mail.EnvelopeTo).Subject}", mail.Subject));
        Assert.Contains("tirsdag 29. desember kl. 18", mails[0].Text);
        Assert.True((await (await kommune.Recruiter()).Open($"/utsendinger/{campaign}")).Shows("2 av 2 studenter har fått beskjed på e-post."));
    }

    [Fact]
    public async Task An_invitation_to_a_meeting_that_is_called_off_is_not_sent_again()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Åse");
        var second = await kommune.Student("Brit");
        app.Sink.For(second.Email!, MailSinkBehaviour.RefuseContent);
        var kari = await kommune.Recruiter();
        var campaign = await Invite(kommune, kari, 2);
        Assert.Equal(CampaignStatus.Finished, await app.Look(db => db.Campaigns.Where(c => c.Id == campaign).Select(c => c.Status).SingleAsync()));

        await (await (await kari.Open($"/utsendinger/{campaign}")).Follow("Avlys møtet")).Press("Ja, avlys og send til 1 student");
        var report = await kari.Open($"/utsendinger/{campaign}");

        Assert.Equal("Møtet er avlyst. Vil dere invitere på nytt, lag en ny utsending.", (await report.Press($"Send på nytt: {second.FullName}")).Said);
        var copy = await report.Press("Lag en kopi");
        Assert.Equal("", copy.Document.QuerySelector("[name='Input.EventPlace']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_meeting_that_is_over_or_that_nobody_is_invited_to_is_not_called_off()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var kari = await kommune.Recruiter();
        var greeting = await kommune.Campaign();
        await app.StartAndSend();
        Assert.Equal($"/utsendinger/{greeting.Id}", (await kari.Open($"/utsendinger/{greeting.Id}/avlys")).Path);

        var soon = OsloTime.FromUtc(app.Clock.Now).AddMinutes(30);
        var campaign = await Invite(kommune, kari, 1, (soon.ToString("yyyy-MM-dd"), soon.ToString("HH:mm"), soon.AddMinutes(20).ToString("HH:mm")));
        var keptOpen = await kari.Open($"/utsendinger/{campaign}/avlys");
        app.Clock.Move(TimeSpan.FromHours(1));
        var after = await keptOpen.Press("Ja, avlys og send til 1 student");

        Assert.Equal("Møtet er over, så det kan ikke avlyses.", after.Said);
        Assert.Null(after.Document.QuerySelector($"a[href='/utsendinger/{campaign}/avlys']"));
    }

    private static async Task Reserve(Visitor kari, Student student, ReservationScope scope) =>
        await (await kari.Open($"/studenter/{student.Id}")).Press("Noter", ("scope", scope.ToString()));

    private static (string Method, int Sequence, Guid Id) Entry(ReceivedMail mail)
    {
        var entry = Assert.Single(mail.Attachments).Text.ReplaceLineEndings("\n");
        string Of(string name) => entry.Split($"\n{name}:")[1].Split('\n')[0];
        Assert.Contains($"method={Of("METHOD")}", mail.Raw);
        Assert.Contains("\nSTATUS:CANCELLED\n", entry);
        return (Of("METHOD"), int.Parse(Of("SEQUENCE")), Guid.Parse(Of("UID")));
    }

    private async Task<Guid> Invite(GivenKommune kommune, Visitor kari, int to, (string Day, string From, string To)? when = null)
    {
        var template = await kommune.Template();
        var (day, from, until) = when ?? ("2026-12-29", "18:00", "20:30");
        var draft = await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Romjulstreff (kopi)"), ("Input.TemplateId", template.Id.ToString()),
            ("Input.EventDay", day), ("Input.EventFrom", from), ("Input.EventTo", until), ("Input.EventPlace", "Rådhuset"));
        var planned = await draft.Press($"Ja, send til {(to == 1 ? "1 student" : $"{to} studenter")}", ("Time.WarningsSeen", "true"));
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await app.StartAndSend();
        return Guid.Parse(planned.Path.Split('/')[^1]);
    }
}
