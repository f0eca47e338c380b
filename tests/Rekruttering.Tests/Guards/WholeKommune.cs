using System.Text.Json;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Domain.Students.Joining;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Guards;

/// <summary>A kommune with a row of every kind that an address can name.</summary>
internal sealed class WholeKommune
{
    private WholeKommune(GivenKommune kommune, IReadOnlyList<Guid> ids) => (Kommune, Ids) = (kommune, ids);

    public GivenKommune Kommune { get; }

    /// <summary>The id of each.</summary>
    public IReadOnlyList<Guid> Ids { get; }

    public static async Task<WholeKommune> CreateAsync(RekrutteringApp app)
    {
        var kommune = app.Given.Kommune();
        var now = app.Clock.Now;
        var recruiter = await kommune.User(Application.Identity.Role.Recruiter);
        var student = await kommune.Student(then: s => s.Reserve(ReservationScope.News, byStudent: true, now));

        var job = SummerJob.Create(kommune.Number, new SummerJobDetails
        {
            Title = "Sommerjobb",
            Workplace = "Legevakta",
            Description = "Vakter under veiledning.",
            From = DateOnly.FromDateTime(now.AddDays(200)),
            To = DateOnly.FromDateTime(now.AddDays(240)),
            Seats = 2,
            AnswerDeadline = now.AddDays(14),
        }, now).Value!;
        _ = job.Open();
        var offer = new JobOffer(job, student, recruiter.Id, now);
        var inquiry = new Inquiry(kommune.Number, student.Id, offer.Id, "Finnes det hybel?", now);
        var template = new MailTemplate(kommune.Number, "Hilsen", ReservationScope.News, now);
        var version = template.Write(new TemplateText("Hei", "Hei {{fornavn|du}}!", null, null), null, recruiter.Id, now);
        var draft = new Campaign(kommune.Number, "Utkast", template.Id, "", recruiter.Id, now);
        var scheduled = new Campaign(kommune.Number, "Planlagt", template.Id, "", recruiter.Id, now);
        _ = scheduled.Schedule(version.Id, now.AddDays(1), TimeSpan.FromHours(1), now);
        var message = Message.To(student, MessageKind.Campaign, $"test:{student.Id:N}", now, scheduled.Id);
        var wishes = Lis1Wishes.For(student, new Term(now.Year + 1, Season.Spring));
        _ = wishes.Restate(["hnt-namsos"], null, now);
        var import = new ImportBatch(kommune.Number, "liste.csv", """["Fornavn","Etternavn"]""", "[]", recruiter.Id, now) { Mapping = """["FirstName","LastName"]""" };
        var row = new ImportRow(import, 2, """["Ola","Nordby"]""");
        var segment = new Segment(kommune.Number, "Polen", "?land=PL", recruiter.Id, now);
        var change = new BulkChange(kommune.Number, BulkKind.AddTie, "Legge til tilknytning", "Alle studenter", recruiter.Id, now);
        var tied = new BulkChangeRow(change, student, "GrewUp", "GrewUp:");
        var place = new OwnStudyPlace(kommune.Number, new StudyPlaceFacts("Medical University of Sofia", "Sofia", "BG", 12, 2), recruiter.Id, now);
        var called = new StudyPlaceName(kommune.Number, "Sofia med", place.Code, recruiter.Id, now);
        await kommune.Save(segment, change, tied, place, called);
        var facts = new TableFacts("Medisinstudenter", "SSB", CountDefinition.HomeAt16, null, null, "[]", new TableCounts(1, 1, 0, 0, 0, 1, 1));
        var (table, used) = (new StatisticsExtract(kommune.Number, "tabell.json", "a", facts, recruiter.Id, now), new StatisticsExtract(kommune.Number, "tabell.csv", "b", facts, recruiter.Id, now));
        _ = used.Use(CountDefinition.HomeAt16, new DateOnly(now.Year - 1, 10, 1), now.Year - 1, "SSB", now);
        var cell = new ReadCell(kommune.Number, kommune.Number, now.Year - 1, "PL", CountedStatus.Studying, "", CellValue.Of(4));
        var (twin, gone) = (await kommune.Student("Kari"), Student.Create(kommune.Number, student.Details, now));
        var (merge, mark) = (new StudentMerge(student, gone, new MergeLedger().Write(), recruiter.Id, now), new TwoPersons(kommune.Number, student.Id, twin.Id, recruiter.Id, now));
        var alias = new StudentAlias(merge, gone.Details, JsonSerializer.Serialize(gone.Details, RowSnapshot.Json));
        var signUp = new SignUp(kommune.Number, student.EmailKey!, WrittenForm.Bokmaal, "{}", [], "", now);
        await kommune.Save(signUp, new SignUpLink(Domain.Common.SecretToken.Create().Hash, signUp));
        await kommune.Save(merge, mark, alias, job, offer, inquiry, template, version, draft, scheduled, message, wishes, import, row, table, used, new StatisticsCell(table, cell), new StatisticsCell(used, cell),
            new Domain.Privacy.Erasure(kommune.Number, new string('0', 64), null, null, recruiter.Id, now));
        return new WholeKommune(kommune, [student.Id, job.Id, offer.Id, inquiry.Id, template.Id, version.Id, draft.Id, scheduled.Id, message.Id, wishes.Id, import.Id, row.Id, table.Id, used.Id, segment.Id, change.Id, tied.Id, merge.Id, mark.Id, place.Id, called.Id, signUp.Id, recruiter.Id]);
    }
}
