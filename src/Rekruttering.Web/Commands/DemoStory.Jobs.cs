using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Application.Lis1;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Commands;

// The summer jobs of the story and what the students said, by the links in their mails.
internal sealed partial class DemoStory
{
    private async Task LastSummerAsync(Place place)
    {
        stage.Go(262, 10);
        var year = stage.Today.Month > 8 ? stage.Today.Year + 1 : stage.Today.Year;
        var job = await OpenJobAsync(place, new SummerJobDetails
        {
            Title = $"Sommervikar ved {place.EmergencyRoom}",
            Workplace = place.EmergencyRoom,
            Description = "Konsultasjoner og sykebesøk under veiledning, dag og kveld.",
            From = new DateOnly(year, 6, 21),
            To = new DateOnly(year, 8, 15),
            Level = JobLevel.WithLicence,
            Pay = "Etter avtale med studentlisens",
            Housing = "Hybel for 3 500 kroner i måneden",
            Seats = 3,
            AnswerDeadline = Deadline(-248),
        });
        var asked = await OfferAsync(place, job, s => Semester(s) is >= 9, 5);
        await AnswerAsync(asked, 0, 259, OfferAnswer.Yes);
        await AnswerAsync(asked, 1, 257, OfferAnswer.No);
        await AnswerAsync(asked, 2, 255, OfferAnswer.Yes);
        stage.Go(247, 8);
        await stage.StrikeAsync();
        stage.Go(150, 9);
        await stage.DoAsync<CloseJob>(place.Number, close => close.ExecuteAsync(job, _kari, CancellationToken.None));
    }

    private async Task NextSummerAsync(Place place)
    {
        await EmergencyRoomAsync(place);
        await CareHomeAsync(place);
        await WishAsync(place);
        stage.Go(1, 12);
        await stage.GetAsync<WriteSummerJob, Guid>(place.Number, write => write.ExecuteAsync(new SummerJobDetails
        {
            Title = "Ferievikar i hjemmetjenesten",
            Workplace = $"Hjemmetjenesten i {place.Name}",
            Description = "Stell og medisiner hjemme hos folk. Du kjører kommunens bil.",
            From = FirstDay.AddDays(7),
            To = FirstDay.AddDays(49),
            Level = JobLevel.Assistant,
            Seats = 4,
            AnswerDeadline = Deadline(60),
        }, CancellationToken.None));
    }

    // The seats are few, the deadline is this week, somebody waits, and one gave a seat back.
    private async Task EmergencyRoomAsync(Place place)
    {
        stage.Go(9, 9);
        var job = await OpenJobAsync(place, new SummerJobDetails
        {
            Title = $"Sommerjobb ved {place.EmergencyRoom}",
            Workplace = place.EmergencyRoom,
            Description = "Konsultasjoner, sykebesøk og telefon under veiledning av erfaren lege. To uker opplæring sammen med en av fastlegene våre.",
            From = FirstDay,
            To = FirstDay.AddDays(55),
            Level = JobLevel.WithLicence,
            Pay = "Lønn som medisinstudent med lisens, og kveldstillegg",
            Housing = "Møblert hybel i gangavstand, 3 500 kroner i måneden",
            ContactName = place.Sender,
            ContactPhone = "74 00 00 00",
            Seats = 3,
            AnswerDeadline = Deadline(4),
        });
        var asked = await OfferAsync(place, job, s => Semester(s) is >= 7, 8);
        await AnswerAsync(asked, 0, 8, OfferAnswer.Yes);
        await AnswerAsync(asked, 1, 7, OfferAnswer.Yes);
        await AnswerAsync(asked, 2, 7, OfferAnswer.No);
        await AnswerAsync(asked, 3, 6, OfferAnswer.Later, "Jeg venter på svar fra sykehuset. Kan jeg få noen dager til?");
        await AnswerAsync(asked, 4, 5, OfferAnswer.Yes);
        await AnswerAsync(asked, 5, 3, OfferAnswer.Yes);
        await AnswerAsync(asked, 1, 1, OfferAnswer.No);
    }

    private async Task CareHomeAsync(Place place)
    {
        stage.Go(5, 10);
        var job = await OpenJobAsync(place, new SummerJobDetails
        {
            Title = $"Pleieassistent ved {place.CareHome}",
            Workplace = place.CareHome,
            Description = "Stell, måltider og turer. Du går sammen med en fast ansatt den første uka.",
            From = FirstDay.AddDays(7),
            To = FirstDay.AddDays(49),
            PositionPercent = 80,
            Level = JobLevel.Assistant,
            Pay = "Assistentlønn, fagarbeiderlønn etter tredje studieår",
            Seats = 6,
            AnswerDeadline = Deadline(19),
        });
        var asked = await OfferAsync(place, job, s => Semester(s) is >= 1 and < 7, 9);
        await AnswerAsync(asked, 0, 4, OfferAnswer.Yes);
        await AnswerAsync(asked, 1, 4, OfferAnswer.Later, "Finnes det hybel å leie? Foreldrene mine har flyttet.");
        await AnswerAsync(asked, 2, 3, OfferAnswer.Yes, "Kan jeg begynne en uke senere? Vi har eksamen til 28. juni.");
        await AnswerAsync(asked, 3, 2, OfferAnswer.No);
        await AnswerAsync(asked, 4, 1, OfferAnswer.Later);
        stage.Go(1, 15);
        var answered = await stage.RunAsync<RekrutteringDb, Guid>(place.Number, db => db.Inquiries.Where(i => i.StudentId == asked[2].Id && i.SettledAt == null).Select(i => i.Id).SingleAsync());
        await stage.DoAsync<AnswerInquiry>(place.Number, reply => reply.ExecuteAsync(answered, "Ja, det går fint. Du begynner mandagen etter, og vi setter opp vaktene etter det.", _kari, CancellationToken.None));
        await stage.StrikeAsync();
    }

    private async Task WishAsync(Place place)
    {
        string[][] orders =
        [
            ["hnt-namsos", "hnt-levanger"], ["stolav-orkdal", "stolav-trondheim", "hnt-namsos"], ["hnt-levanger", "hnt-namsos", "stolav-trondheim"],
            ["stolav-trondheim"], ["hnt-namsos", "hmr-kristiansund", "nlsh-bodo"], ["stolav-orkdal", "hnt-levanger"],
        ];
        string?[] comments = ["Kjæresten min har fått jobb i kommunen.", null, "Helst sammen med fagtilbudet på legevakta.", null, null, "Vil gjerne ha turnus i kommunen etterpå."];
        var students = (await StudentsAsync(place)).Where(s => Semester(s) is >= 9 && stage.LinkTo(s.Email) is not null).Take(orders.Length).ToList();
        for (var i = 0; i < students.Count; i++)
        {
            stage.Go((students.Count - i) * 3, 20, 5 * i);
            var intake = Lis1Intake.After(stage.Today)[i % 3];
            await stage.GetAsync<StateLis1Wishes, bool>(place.Number, state => state.ExecuteAsync(stage.LinkTo(students[i].Email), intake, orders[i], comments[i], CancellationToken.None));
        }
    }

    private async Task<Guid> OpenJobAsync(Place place, SummerJobDetails details)
    {
        var job = await stage.GetAsync<WriteSummerJob, Guid>(place.Number, write => write.ExecuteAsync(details, CancellationToken.None));
        await stage.DoAsync<OpenJob>(place.Number, open => open.ExecuteAsync(job, CancellationToken.None));
        return job;
    }

    /// <summary>Offers to so many who have come far enough, and gives them in the order of the offers.</summary>
    private async Task<IReadOnlyList<Student>> OfferAsync(Place place, Guid job, Func<Student, bool> far, int count)
    {
        var candidates = (await StudentsAsync(place)).Where(s => far(s) && !s.HasDamagedName).Take(count).ToList();
        var ids = candidates.ConvertAll(s => s.Id);
        var made = await stage.GetAsync<OfferJob, OffersMade>(place.Number, offer => offer.ExecuteAsync(job, ids, ids, "Vi håper du har lyst!", _kari, CancellationToken.None));
        await stage.StrikeAsync();
        return [.. made.Offered.Select(candidate => candidate.Student)];
    }

    private async Task AnswerAsync(IReadOnlyList<Student> asked, int who, int daysAgo, OfferAnswer answer, string? message = null)
    {
        if (who >= asked.Count)
            return;
        stage.Go(daysAgo, 19, who * 6);
        await stage.GetAsync<AnswerOffer, OfferStatus>(asked[who].KommuneNumber, say => say.ExecuteAsync(stage.LinkTo(asked[who].Email), answer, message, CancellationToken.None));
        await stage.StrikeAsync();
    }

    /// <summary>The third Monday of June in the summer to come.</summary>
    private DateOnly FirstDay
    {
        get
        {
            var today = OsloTime.DateOf(stage.Now.UtcDateTime);
            var june = new DateOnly(today.Month > 4 ? today.Year + 1 : today.Year, 6, 15);
            return june.AddDays((8 - (int)june.DayOfWeek) % 7);
        }
    }

    private DateTime Deadline(int inDays) => OsloTime.ToUtc(OsloTime.DateOf(stage.Now.UtcDateTime).AddDays(inDays).ToDateTime(new TimeOnly(15, 0)));

    private int? Semester(Student student) => student.Plan.StageOn(stage.Today).Semester;
}
