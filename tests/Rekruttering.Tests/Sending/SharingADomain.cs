using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>A limit a minute for each recipient domain: those over it wait in a line of their own, and nobody else waits for them. Each test has a clock of its own.</summary>
public sealed class SharingADomain
{
    private const string Big = "gmail.example.net";

    [Fact]
    public async Task A_domain_gets_its_share_and_nobody_else_waits_for_it()
    {
        using var app = new SharingApp();
        var (_, campaign) = await Running(app, Big, big: 40, others: 20);

        await app.Send();
        Assert.Equal(20, app.Received(Elsewhere).Count);
        Assert.InRange(app.Received(AtBig).Count, 1, 2);

        await SendFor(app, seconds: 58);
        var sent = app.Received(AtBig).Count;
        Assert.InRange(sent, 11, 14);
        Assert.Equal(CampaignStatus.Running, (await app.Now(campaign)).Status);
        await SendFor(app, seconds: 200, step: 10);
        Assert.Equal(60, app.Sink.Messages.Count);
        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
    }

    [Fact]
    public async Task Who_waits_in_line_keeps_the_place_and_is_looked_at_once()
    {
        using var app = new SharingApp();
        var kommune = app.Given.Kommune();
        var students = Students(kommune, Big, big: 60, others: 0);
        await kommune.Save([.. students]);
        var question = await Question(kommune, students[0]);
        var rows = students.Select((student, i) => Message.To(student, MessageKind.Reply, $"reply:{i}", app.Clock.Now.AddSeconds(i - 100), subjectId: question)).ToList();
        await kommune.Save([.. rows]);

        await SendFor(app, seconds: 60);
        var waiting = (await Rows(app)).Where(m => m.State != MessageState.Sent).ToList();
        // Claimed, and given back into the line: no more than that, however often the job ran.
        Assert.All(waiting, m => Assert.Equal((MessageState.Ready, 0, Big, 3, rows.Single(row => row.Id == m.Id).DueAt), (m.State, m.Attempts, m.Line, m.Version, m.DueAt)));
        Assert.InRange(waiting.Count, 46, 49);

        await SendFor(app, seconds: 260, step: 10);
        Assert.Equal(students.Select(s => s.Email), app.Sink.Messages.Select(mail => mail.EnvelopeTo));
        Assert.All(await Rows(app), m => Assert.Equal((MessageState.Sent, 1, ""), (m.State, m.Attempts, m.Line)));
    }

    [Fact]
    public async Task A_program_that_was_killed_keeps_the_share()
    {
        using var app = new SharingApp();
        await Running(app, Big, big: 40, others: 0);
        await SendFor(app, seconds: 60);
        var before = app.Sink.Messages.Count;

        using var again = new SharingApp(over: app);
        await again.Send();
        Assert.InRange(before + again.Sink.Messages.Count, before, before + 1);

        await SendFor(again, seconds: 60);
        Assert.InRange(again.Sink.Messages.Count, 11, 13);
    }

    [Fact]
    public async Task What_a_student_waits_for_goes_before_the_campaign_that_stands_in_line()
    {
        using var app = new SharingApp();
        var kommune = app.Given.Kommune();
        await Running(app, Big, big: 30, others: 0, kommune);
        await app.Send();
        var asked = await kommune.Student("Eva", d => d with { Email = $"eva@{Big}" });
        await kommune.Save(Message.To(asked, MessageKind.Reply, "reply:eva", app.Clock.Now, subjectId: await Question(kommune, asked)));

        await SendFor(app, seconds: 10);

        Assert.Contains(app.Sink.Messages.Take(6), mail => mail.EnvelopeTo == asked.Email);
        await SendFor(app, seconds: 50);
        Assert.InRange(app.Received(AtBig).Count, 11, 14);
    }

    [Theory]
    [InlineData("GMAIL.Example.NET", "gmail.example.net")]
    [InlineData("blåbær.example.net", "xn--blbr-roah.example.net")]
    public async Task The_domain_in_the_setting_is_the_same_however_it_is_written(string setting, string domain)
    {
        using var app = new SharingApp(perDomain: "0");
        app.Settings[$"Mail:PerDomain:{setting}"] = "12";
        var (_, campaign) = await Running(app, domain, big: 10, others: 30);

        await app.Send();

        Assert.InRange(app.Received(to => to.EndsWith("@" + domain, StringComparison.Ordinal)).Count, 1, 2);
        Assert.Equal(30, app.Received(Elsewhere).Count);
        Assert.All((await app.MessagesOf(campaign)).Where(m => m.State == MessageState.Ready), m => Assert.Equal(domain, m.Line));
    }

    [Fact]
    public async Task A_mended_address_takes_the_mail_out_of_the_line()
    {
        using var app = new SharingApp();
        var (students, _) = await Running(app, Big, big: 8, others: 0);
        await app.Send();
        await app.Look(async db =>
        {
            foreach (var student in await db.Students.Where(s => s.Email!.EndsWith(Big)).ToListAsync())
                student.Update(student.Details with { Email = $"ny@{student.Email!.Split('@')[0]}.example.com" }, app.Clock.Now);
            return await db.SaveChangesAsync();
        });

        await SendFor(app, seconds: 6);

        Assert.Equal(students.Count, app.Sink.Messages.Count);
    }

    [Fact]
    public async Task A_pause_and_a_stop_reach_those_in_line()
    {
        using var app = new SharingApp();
        var kommune = app.Given.Kommune();
        var (_, campaign) = await Running(app, Big, big: 20, others: 0, kommune);
        await app.Send();
        var kari = await kommune.Recruiter();

        await (await kari.Open($"/utsendinger/{campaign.Id}")).Press("Sett på pause");
        var sent = app.Sink.Messages.Count;
        await SendFor(app, seconds: 60, step: 20);
        Assert.Equal(sent, app.Sink.Messages.Count);

        await (await kari.Open($"/utsendinger/{campaign.Id}")).Press("Fortsett");
        await SendFor(app, seconds: 10);
        Assert.InRange(app.Sink.Messages.Count, sent + 1, sent + 4);
        var page = await kari.Open($"/utsendinger/{campaign.Id}");
        Assert.Contains($"på tur hos {Big}", page.Text);

        await app.In<object?>(kommune.Number, async services => { await services.GetRequiredService<CancelCampaign>().ExecuteAsync(campaign.Id); return null; });
        sent = app.Sink.Messages.Count;
        await SendFor(app, seconds: 60, step: 20);
        Assert.Equal(sent, app.Sink.Messages.Count);
        Assert.Equal(20 - sent, (await app.MessagesOf(campaign)).Count(m => m.State == MessageState.Cancelled));
    }

    private static bool AtBig(string to) => to.EndsWith("@" + Big, StringComparison.Ordinal);

    private static bool Elsewhere(string to) => to.Contains("@elsewhere", StringComparison.Ordinal);

    private static async Task<(IReadOnlyList<Student> Students, Campaign Campaign)> Running(SharingApp app, string domain, int big, int others, GivenKommune? kommune = null)
    {
        kommune ??= app.Given.Kommune();
        var students = Students(kommune, domain, big, others);
        await kommune.Save([.. students]);
        var campaign = await kommune.Campaign();
        await app.Start();
        return (students, campaign);
    }

    private static List<Student> Students(GivenKommune kommune, string domain, int big, int others) =>
        [.. Enumerable.Range(0, big + others).Select(i => Student.Create(kommune.Number, new StudentDetails
        {
            FirstName = "Kari",
            LastName = "Berg",
            Email = i < big ? $"student{i}@{domain}" : $"student{i}@elsewhere{i}.example.net",
            Source = "Oppgitt av studenten",
            LegalBasis = LegalBasis.PublicTask,
            CollectedOn = DateOnly.FromDateTime(kommune.App.Clock.Now),
        }, kommune.App.Clock.Now))];

    private static Task<List<Message>> Rows(SharingApp app) => app.Look(db => db.Messages.AsNoTracking().ToListAsync());

    private static async Task<Guid> Question(GivenKommune kommune, Student student)
    {
        var question = new Inquiry(kommune.Number, student.Id, null, "Er det bolig?", kommune.App.Clock.Now);
        question.Answer("Ja.", Guid.CreateVersion7(), kommune.App.Clock.Now);
        await kommune.Save(question);
        return question.Id;
    }

    private static async Task SendFor(SharingApp app, int seconds, int step = 2)
    {
        for (var passed = 0; passed < seconds; passed += step)
        {
            app.Clock.Move(TimeSpan.FromSeconds(step));
            await app.Send();
        }
    }

    /// <summary>Twelve a minute to each domain, and no other limit. One that is made over another is the program after a kill: the same database, nothing remembered.</summary>
    private sealed class SharingApp : SendingApp
    {
        public SharingApp(string perDomain = "12", SharingApp? over = null)
        {
            (Settings["Mail:PerDomainPerMinute"], Settings["Mail:Connections"]) = (perDomain, "1");
            if (over is null)
                return;
            Clock.MoveTo(over.Clock.Now);
            foreach (var key in new[] { "Database:Provider", "ConnectionStrings:Rekruttering" })
                Settings[key] = over.Services.GetRequiredService<IConfiguration>()[key]!;
        }
    }
}
