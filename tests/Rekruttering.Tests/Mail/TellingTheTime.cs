using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Mail;

/// <summary>A mail about a time brings it to the calendar; who writes is said once.</summary>
public sealed class TellingTheTime(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task A_yes_to_a_job_comes_with_its_days()
    {
        var kommune = app.Given.Kommune("Namsos");
        await kommune.Settings();
        var job = await kommune.Job();
        var offer = await kommune.Offer(job);

        await (await (await app.Visitor().Open(offer.Address)).Follow("Ja takk")).Press("Send ja takk");
        await app.Send();

        var mail = Assert.Single(app.Received(to => to == offer.Student.Email));
        Assert.Equal("auto-replied", mail.Headers["Auto-Submitted"]);
        var file = Assert.Single(mail.Attachments);
        Assert.Equal(("text/calendar", "kalender.ics"), (file.MediaType, file.FileName));
        var entry = file.Text.ReplaceLineEndings("\n");
        Assert.Contains("method=PUBLISH", mail.Raw);
        Assert.Contains("\nMETHOD:PUBLISH\n", entry);
        Assert.Contains($"\nUID:{offer.Id}\n", entry);
        Assert.Contains("\nDTSTART;VALUE=DATE:20270621\nDTEND;VALUE=DATE:20270814\n", entry);
        Assert.Contains("\nSUMMARY:Assistent på legevakt\\, Namsos legevakt\n", entry);
        Assert.Contains("ORGANIZER;CN=\"Kari Nordmann, Namsos kommune\":mailto:kari@example.com", entry.Replace("\n ", ""));
    }

    [Fact]
    public async Task A_yes_that_is_taken_back_takes_the_days_out_of_the_calendar_and_a_new_yes_brings_them_again()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());

        Assert.Equal(("PUBLISH", 1, false), await AnsweredWith("Ja takk", "Send ja takk"));
        Assert.Equal(("CANCEL", 2, true), await AnsweredWith("Gi plassen tilbake", "Gi plassen tilbake", "/endre"));
        Assert.Null(await AnsweredWith("Spør meg senere", "Send «spør meg senere»", "/endre"));
        Assert.Equal(("PUBLISH", 4, false), await AnsweredWith("Ja takk", "Send ja takk", "/endre"));

        async Task<(string Method, int Sequence, bool Cancelled)?> AnsweredWith(string choice, string send, string from = "")
        {
            var before = app.Sink.Messages.Count;
            await (await (await app.Visitor().Open(offer.Address + from)).Follow(choice)).Press(send);
            app.Clock.Move(TimeSpan.FromMinutes(1));
            await app.Send();
            var mail = Assert.Single(app.Sink.Messages.Skip(before));
            if (mail.Attachments.SingleOrDefault() is not { } file)
                return null;
            var entry = file.Text.ReplaceLineEndings("\n");
            var method = entry.Split("\nMETHOD:")[1].Split('\n')[0];
            Assert.Contains($"method={method}", mail.Raw);
            Assert.Contains($"\nUID:{offer.Id}\n", entry);
            return (method, int.Parse(entry.Split("\nSEQUENCE:")[1].Split('\n')[0]), entry.Contains("\nSTATUS:CANCELLED\n"));
        }
    }

    [Fact]
    public async Task A_no_brings_nothing_to_the_calendar()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());

        await (await (await app.Visitor().Open(offer.Address)).Follow("Nei takk")).Press("Send nei takk");
        await app.Send();

        Assert.Empty(Assert.Single(app.Received(to => to == offer.Student.Email)).Attachments);
    }

    [Fact]
    public async Task An_invitation_brings_the_meeting_and_is_not_sent_after_it()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var template = await kommune.Template();
        var kari = await kommune.Recruiter();
        (string, string)[] form = [("Input.Name", "Romjulstreff"), ("Input.TemplateId", template.Id.ToString()), ("Input.EventDay", "2026-12-29"), ("Input.EventFrom", "18:00"), ("Input.EventPlace", "Rådhuset, 2. etasje")];

        var refused = await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", [.. form, ("Input.EventTo", "17:00")]);
        Assert.Contains("når møtet slutter", Assert.Single(refused.Errors));
        var turned = await refused.Press("Se hvem som får den", ("Input.EventDay", "2027-03-28"), ("Input.EventFrom", "02:30"), ("Input.EventTo", "03:15"));
        Assert.Contains("når møtet slutter", Assert.Single(turned.Errors));
        var draft = await refused.Press("Se hvem som får den", ("Input.EventTo", "2030"));
        Assert.Equal("20:30", draft.Document.QuerySelector("[name='Input.EventTo']")!.GetAttribute("value"));
        var planned = await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));
        Assert.Contains("tirsdag 29. desember kl. 18, Rådhuset, 2. etasje", planned.Text);
        Assert.Equal(2, planned.Text.Split("tirsdag 29. desember kl. 18").Length - 1);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await app.StartAndSend();

        var entry = Assert.Single(Assert.Single(app.Received(to => to == student.Email)).Attachments).Text.ReplaceLineEndings("\n");
        Assert.Contains("\nDTSTART:20261229T170000Z\nDTEND:20261229T193000Z\n", entry);
        Assert.Contains("\nLOCATION:Rådhuset\\, 2. etasje\n", entry);
        Assert.Contains("\nUID:" + planned.Path.Split('/')[^1] + "\n", entry);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("2027-01-10", "12:00")]
    public async Task An_invitation_is_not_planned_for_after_its_meeting(string untilDay, string untilClock)
    {
        var kommune = app.Given.Kommune();
        var draft = await Invitation(kommune, await kommune.Recruiter());

        var refused = await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"), ("Time.When", "at"), ("Time.Day", "2027-01-05"), ("Time.Clock", "09:00"),
            ("Time.UntilDay", untilDay), ("Time.UntilClock", untilClock));

        Assert.StartsWith("Møtet begynner før utsendingen starter.", Assert.Single(refused.Errors));
        Assert.Equal(CampaignStatus.Draft, (await Only(kommune)).Status);
    }

    [Fact]
    public async Task Of_the_meeting_and_a_limit_the_earlier_ends_the_sending()
    {
        var kommune = app.Given.Kommune();
        var draft = await Invitation(kommune, await kommune.Recruiter());

        await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"), ("Time.UntilDay", "2027-01-10"), ("Time.UntilClock", "12:00"));

        var campaign = await Only(kommune);
        Assert.Equal((CampaignStatus.Scheduled, campaign.EventFrom), (campaign.Status, campaign.SendUntil));
    }

    [Fact]
    public async Task A_copy_of_an_invitation_invites_to_the_same_and_a_test_of_it_brings_the_meeting_too()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Application.Identity.Role.Recruiter);
        var planned = await (await Invitation(kommune, await kommune.SignIn(user))).Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));

        var copy = await planned.Press("Lag en kopi");
        await copy.Press("Send test til meg");
        await app.Send();

        Assert.Equal(("2026-12-29", "18:00", "20:30", "Rådhuset"), (ValueOf("EventDay"), ValueOf("EventFrom"), ValueOf("EventTo"), ValueOf("EventPlace")));
        var entry = Assert.Single(Assert.Single(app.Received(to => to == user.Email)).Attachments).Text;
        Assert.Contains("DTSTART:20261229T170000Z", entry);

        string? ValueOf(string field) => copy.Document.QuerySelector($"[name='Input.{field}']")!.GetAttribute("value");
    }

    [Fact]
    public async Task A_calendar_shows_the_subject_that_the_student_has_read_and_not_our_own_name_for_it()
    {
        var kommune = app.Given.Kommune();
        var planned = await (await Invitation(kommune, await kommune.Recruiter())).Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));
        var copy = await (await planned.Press("Lag en kopi")).Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));
        await planned.Visitor.Open(copy.Path);
        app.Clock.Move(TimeSpan.FromSeconds(31));
        await app.StartAndSend();

        var address = await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.Email).SingleAsync());
        var mails = app.Received(to => to == address);

        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Contains($"SUMMARY:{mail.Subject}\r\n", Assert.Single(mail.Attachments).Text.ReplaceLineEndings("\r\n")));
    }

    private static async Task<SeenPage> Invitation(GivenKommune kommune, Visitor kari)
    {
        await kommune.Student();
        var template = await kommune.Template();
        return await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Romjulstreff"), ("Input.TemplateId", template.Id.ToString()),
            ("Input.EventDay", "2026-12-29"), ("Input.EventFrom", "18:00"), ("Input.EventTo", "20:30"), ("Input.EventPlace", "Rådhuset"));
    }

    private Task<Campaign> Only(GivenKommune kommune) => app.Look(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.KommuneNumber == kommune.Number));

    [Fact]
    public void No_line_of_the_entry_is_too_long_or_cut_in_a_letter_and_nothing_is_smuggled_in()
    {
        var entry = new CalendarEntry
        {
            SubjectId = Guid.CreateVersion7(),
            Summary = string.Concat(Enumerable.Repeat("Møte på Ørland; æøå, ", 12)),
            Place = "Rådhuset\r\nATTENDEE:mailto:x@example.com",
            Between = (new DateTime(2026, 12, 29, 17, 0, 0, DateTimeKind.Utc), new DateTime(2026, 12, 29, 19, 0, 0, DateTimeKind.Utc)),
        };

        var text = Encoding.UTF8.GetString(entry.ToAttachment("Hei", new Mailbox("Namsos \"kommune\"", "post@example.com"), new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc)).Content.Span);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var lines = text.Replace("\r\n ", "").Split("\r\n");
        Assert.Contains("SUMMARY:" + string.Concat(Enumerable.Repeat("Møte på Ørland\\; æøå\\, ", 12)), lines);
        Assert.Contains("LOCATION:Rådhuset\\nATTENDEE:mailto:x@example.com", lines);
        Assert.Contains("DTSTART:20261229T170000Z", lines);
        Assert.Contains("DTSTAMP:20261201T090000Z", lines);
    }

    [Fact]
    public async Task A_kommune_without_a_named_sender_signs_once()
    {
        var kommune = app.Given.Kommune("Namsos");
        var student = await kommune.Student();
        await kommune.Campaign(await kommune.Template(body: "Hei!"));
        await app.StartAndSend();

        var mail = Assert.Single(app.Received(to => to == student.Email));

        Assert.Contains("Vennlig hilsen\nNamsos kommune\n\n", mail.Text.ReplaceLineEndings("\n"));
        Assert.Equal("Namsos kommune", mail.From.DisplayName);
    }
}
