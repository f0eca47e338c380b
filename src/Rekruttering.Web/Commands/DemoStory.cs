using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Application.Demo;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Places;
using Rekruttering.Application.Statistics;
using Rekruttering.Application.Students;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Commands;

/// <summary>
/// What has happened in three kommuner of Trøndelag up to today: eleven months of lists, mails, jobs and answers, each thing done on its day
/// through the use case that does it. The people are invented.
/// </summary>
internal sealed partial class DemoStory(DemoStage stage, string password)
{
    public const string AdministratorEmail = "kari.nordmann@example.com";
    public const string ReaderEmail = "leser@example.com";

    private static readonly Place[] Places =
    [
        new("5007", "Namsos", 62, "Kari Nordmann", "kommuneoverlege", "legevakta i Namsos", "Namsos helsehus"),
        new("5060", "Nærøysund", 38, "Torunn Ranum", "kommunalsjef helse", "legekontoret på Rørvik", "Rørvik helsetun"),
        new("5059", "Orkland", 47, "Sverre Løvmo", "kommuneoverlege", "Orkdal legevakt", "Orkdal helsetun"),
    ];

    /// <summary>A kommune of the story. Not every name is bent the same way: the texts say where a job is.</summary>
    private sealed record Place(string Number, string Name, int Students, string Sender, string Title, string EmergencyRoom, string CareHome);

    private Guid _kari;

    /// <summary>Lives it through.</summary>
    public async Task TellAsync()
    {
        foreach (var place in Places)
        {
            await OpenAsync(place);
            var people = People(place);
            await GatherAsync(place, people);
            await WriteToAllAsync(place);
            await GatherNewAsync(place, people);
            await WriteToNewAsync(place);
            await LastSummerAsync(place);
            await KeepInTouchAsync(place);
            await SortAsync(place);
            await NextSummerAsync(place);
            await JoinAsync(place);
            await PlanAsync(place);
        }
    }

    private async Task OpenAsync(Place place)
    {
        stage.Go(330, 9);
        _kari = (await stage.GetAsync<AddUser, AppUser>(place.Number, add => add.ExecuteAsync(AdministratorEmail, place.Number, Role.Administrator, password))).Id;
        var reader = await stage.GetAsync<AddUser, AppUser>(place.Number, add => add.ExecuteAsync(ReaderEmail, place.Number, Role.Reader, password));
        await NameAsync(_kari, "Kari Nordmann");
        await NameAsync(reader.Id, "Lise Leser");
        await stage.DoAsync<SaveKommuneSettings>(place.Number, save => save.ExecuteAsync(new SettingsInput(
            place.Sender, place.Title, $"legerekruttering.{place.Number}@example.com", "74 00 00 00", "Per Vern", $"personvernombud.{place.Number}@example.com",
            "helse- og omsorgstjenesteloven § 8-1", "Til to år etter at du er ferdig med LIS1, eller til du sier at du ikke vil stå her.", LateStartHours: 6, WrittenForm.Bokmaal, Version: 1)));
    }

    private Task<int> NameAsync(Guid userId, string name) => stage.RunAsync<RekrutteringDb, int>(null, db =>
        db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(row => row.SetProperty(u => u.DisplayName, name)));

    private List<StudentDetails> People(Place place)
    {
        stage.Go(329, 10);
        List<StudentDetails> people = [.. InventedStudents.Of(place.Number, stage.Today).Take(place.Students)];
        // One studies where nobody from here has studied before: see AddCluj.
        people[^1] = people[^1] with { StudyPlaceCode = null, StudyPlaceText = "Cluj", CountryCode = "RO" };
        return people;
    }

    private Task<int> AddCluj(Place place) => stage.GetAsync<AddStudyPlace, int>(place.Number, add => add.ExecuteAsync(
        new StudyPlaceForm { Name = "Universitatea de Medicină și Farmacie Iuliu Hațieganu", City = "Cluj-Napoca", CountryCode = "RO", PreclinicalYears = 2 }, "Cluj", _kari));

    private static int Early(Place place) => place.Students * 3 / 4;

    // A list from last year.
    private Task GatherAsync(Place place, List<StudentDetails> people) => ImportAsync(place, $"medisinstudenter {place.Name}.csv", people[..Early(place)]);

    // And one that came this summer: some of it known already, with new telephone numbers.
    private async Task GatherNewAsync(Place place, List<StudentDetails> people)
    {
        stage.Go(110, 11);
        await AddCluj(place);
        var moved = people.Take(4).Select((s, i) => s with { Phone = $"+474129{i:0000}" });
        await ImportAsync(place, $"nye studenter {place.Name}.csv", [.. moved, .. people.Skip(Early(place))]);
        await CountAsync(place, people);
    }

    // Last autumn's count is published in March.
    private async Task CountAsync(Place place, IReadOnlyList<StudentDetails> people)
    {
        stage.Go(0, 8);
        var newest = stage.Today.Month >= 4 ? stage.Today.Year - 1 : stage.Today.Year - 2;
        using var file = new MemoryStream(InventedStatistics.File(place.Number, people, newest));
        stage.Go(100, 9);
        var table = await stage.GetAsync<StageStatistics, Guid>(place.Number, import => import.ExecuteAsync(file, $"medisinstudenter {newest}.csv", _kari));
        await stage.DoAsync<UseStatistics>(place.Number, use => use.ExecuteAsync(table, new StatisticsAnswers(null, TableFacts.CensusDay(newest), "Statistisk sentralbyrå (oppdiktede tall)")));
    }

    private async Task ImportAsync(Place place, string fileName, IReadOnlyList<StudentDetails> people)
    {
        using var file = new MemoryStream(InventedExtract.File(people));
        var batch = await stage.GetAsync<StageImport, Guid>(place.Number, import => import.ExecuteAsync(file, fileName, _kari));
        var fields = await stage.RunAsync<RekrutteringDb, IReadOnlyList<Domain.Students.Import.ImportField>>(place.Number, async db => (await db.ImportBatches.SingleAsync(b => b.Id == batch)).Fields());
        await stage.DoAsync<CheckImport>(place.Number, import => import.ExecuteAsync(batch, new ImportAnswers(fields)));
        var seen = await stage.RunAsync<RekrutteringDb, string>(place.Number, async db => (await db.ImportBatches.SingleAsync(b => b.Id == batch)).ReadBy);
        await stage.DoAsync<ApplyImport>(place.Number, import => import.ExecuteAsync(batch, seen, takePossibleDuplicates: true));
        await stage.RunAsync<ContinueImport, bool>(place.Number, import => import.ExecuteAsync(batch));
    }

    private async Task WriteToAllAsync(Place place)
    {
        stage.Go(322, 9);
        await SendAsync(place, "forste-kontakt", "Første hilsen", "", 322, 10);
        stage.Go(286, 9);
        await SendAsync(place, "sommerjobb", "Sommerjobb kommer", "", 286, 12);
    }

    private async Task WriteToNewAsync(Place place)
    {
        stage.Go(108, 9);
        // Whoever was written to last winter is spared: what is left are the new ones.
        await SendAsync(place, "forste-kontakt", "Hilsen til de nye", "", 108, 13, quietDays: 200);
        stage.Go(41, 9);
        await SendAsync(place, "lis1-onske", "Hvor vil du ha LIS1?", "?ar=6", 41, 10);
    }

    private async Task SendAsync(Place place, string starter, string name, string audience, int daysAgo, int hour, int quietDays = 0)
    {
        await ScheduleAsync(place, starter, name, audience, -daysAgo, hour, quietDays);
        stage.Go(daysAgo, hour, 1);
        await stage.StrikeAsync();
    }

    // Every third student has been called or met; the rest goes quiet.
    private async Task KeepInTouchAsync(Place place)
    {
        var students = await StudentsAsync(place);
        string[] calls =
        [
            "Trives på studiet. Vil gjerne høre om sommerjobb når fristene er klare.",
            "Snakket om turnus. Lurer på hva vi kan bidra med før søknaden.",
            "Er hjemme i romjula og kan komme innom legevakta.",
            "Har fått seg hybel i Trondheim, men vil hjem på sikt.",
            "Spurte om lønn og bolig. Sendte lenke til fjorårets utlysning.",
        ];
        foreach (var (student, i) in students.Where((_, i) => i % 3 == 0).Select((student, i) => (student, i)))
        {
            stage.Go(160 - (i * 149 % 150), 9 + (i % 6), i * 7 % 60);
            var kind = i % 4 == 3 ? ContactKind.Meeting : ContactKind.Call;
            await stage.DoAsync<LogContact>(place.Number, log => log.ExecuteAsync(student.Id, new ContactNote(kind, calls[i % calls.Length], null, null), _kari));
        }
        stage.Go(71, 14);
        await stage.DoAsync<ReserveStudent>(place.Number, reserve => reserve.ExecuteAsync(students[^1].Id, ReservationScope.News, _kari));
        await stage.DoAsync<ReserveStudent>(place.Number, reserve => reserve.ExecuteAsync(students[^2].Id, ReservationScope.NoContact, _kari));
        await stage.DoAsync<ArchiveStudent>(place.Number, archive => archive.ExecuteAsync(students[^3].Id, "Har byttet studium.", _kari));
    }

    // The choices that come back each year have names, and whoever has been called has Kari as contact person.
    private async Task SortAsync(Place place)
    {
        stage.Go(70, 9);
        foreach (var (name, query) in new[] { ("Vokst opp her", "?tilknytning=oppvokst"), ("I Polen", "?land=PL"), ("Siste år", "?ar=6") })
            await stage.GetAsync<SaveSegment, Guid>(place.Number, save => save.ExecuteAsync(name, StudentFilter.FromQuery(query), null, _kari));
        var called = (await StudentsAsync(place)).Where((_, i) => i % 3 == 0).Select(s => s.Id).ToList();
        var order = new BulkOrder(BulkKind.ContactPerson, StudentFilter.Everyone, called) { ContactPersonId = _kari };
        var seen = await stage.GetAsync<PreviewBulk, BulkPreview>(place.Number, preview => preview.ReadAsync(order));
        await stage.GetAsync<ChangeManyStudents, Guid>(place.Number, change => change.ExecuteAsync(order, seen.Seal, _kari));
    }

    // Somebody called last week and is not informed in writing yet; Christmas is planned and the greeting in spring is a draft.
    private async Task PlanAsync(Place place)
    {
        stage.Go(12, 13);
        foreach (var caller in InventedStudents.Of(place.Number, stage.Today).Skip(place.Students).Where(s => s.Email is not null).Take(2))
        {
            await stage.GetAsync<RegisterStudent, Guid>(place.Number, register => register.ExecuteAsync(new StudentForm
            {
                FirstName = caller.FirstName,
                LastName = caller.LastName,
                Email = caller.Email,
                HomeKommune = place.Number,
                StudyPlaceCode = caller.StudyPlaceCode,
                StartYear = caller.StartTerm?.Year,
                StartSeason = caller.StartTerm?.Season,
                Source = "Ringte til legekontoret",
                LegalBasis = LegalBasis.PublicTask,
                CollectedOn = stage.Today,
            }, _kari));
        }
        stage.Go(0, 23, 59);
        await ScheduleAsync(place, "romjulstreff", "Treff i romjula", "", 3, 8);
        await DraftAsync(place, "varhilsen", "Vårhilsen", "?land=PL");
    }

    private async Task ScheduleAsync(Place place, string starter, string name, string audience, int inDays, int hour, int quietDays = 0)
    {
        var campaign = await DraftAsync(place, starter, name, audience, quietDays);
        var at = OsloTime.ToUtc(OsloTime.DateOf(stage.Now.UtcDateTime).AddDays(inDays).ToDateTime(new TimeOnly(hour, 0)));
        var seen = new SeenDraft(Version: 1, TextId: null, Warnings: true);
        var planned = await stage.RunAsync<ScheduleCampaign, Result>(place.Number, schedule => schedule.ExecuteAsync(campaign, seen, at, new AskedLimits(AlsoOutsideHours: false, Until: null), _kari));
        // In some months nobody is in the year that is written to: then it stays a draft.
        if (planned.Refusal is not (null or CampaignNotReady))
            throw new InvalidOperationException($"{name}: {planned.Refusal.Sentence}");
    }

    private async Task<Guid> DraftAsync(Place place, string starter, string name, string audience, int quietDays = 0)
    {
        var text = TemplateStarters.All.Single(t => t.Key == starter);
        var template = await stage.RunAsync<RekrutteringDb, Guid?>(place.Number, db => db.Templates.Where(t => t.Name == text.Name).Select(t => (Guid?)t.Id).FirstOrDefaultAsync())
            ?? await stage.GetAsync<WriteTemplate, Guid>(place.Number, write => write.ExecuteAsync(null, 0, new TemplateInput(text.Name, text.Topic, text.Text.SubjectNb, Filled(text.Text.BodyNb, place), text.Text.SubjectNn, Filled(text.Text.BodyNn, place)), _kari));
        return await stage.GetAsync<WriteCampaign, Guid>(place.Number, write => write.ExecuteAsync(null, 0, new CampaignInput(name, template, audience, QuietDays: quietDays), _kari));
    }

    // A starter leaves open what only the kommune knows, and is not sent before it is written.
    private static string? Filled(string? text, Place place) => text?
        .Replace("(skriv dag og klokkeslett)", "29. desember kl. 18–20", StringComparison.Ordinal)
        .Replace("(skriv stedet)", place.CareHome, StringComparison.Ordinal).Replace("(skriv staden)", place.CareHome, StringComparison.Ordinal);

    private Task<List<Student>> StudentsAsync(Place place) => stage.RunAsync<RekrutteringDb, List<Student>>(place.Number, db => db.Students.AsNoTracking()
        .Where(s => s.Status == StudentStatus.Active && s.Email != null && s.Progression != Progression.Completed).OrderBy(s => s.EmailKey).ToListAsync());
}
