using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Web.Pages.Answer;

/// <summary>What the register holds about the student, to be read by the student. Changes nothing.</summary>
public sealed class AboutMeModel(OpenPersonalLink open, RekrutteringDb db) : PersonalPage(open, db)
{
    public AboutWords Words => AboutWords.In(Form);
    public Student Student => Link!.Student;
    public IReadOnlyList<string> Offers { get; private set; } = [];
    public IReadOnlyList<string> Wishes { get; private set; } = [];
    public int Mails { get; private set; }
    public int Events { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
            return Unknown();
        var id = Student.Id;
        Offers = await Db.JobOffers.Where(o => o.StudentId == id).OrderBy(o => o.OfferedAt)
            .Join(Db.SummerJobs, o => o.JobId, j => j.Id, (o, j) => j.Title + ", " + j.Workplace).ToListAsync(ct);
        var wishes = await Db.Lis1Wishes.AsNoTracking().Include(w => w.Hospitals.OrderBy(h => h.Rank)).Where(w => w.StudentId == id).OrderBy(w => w.Intake).ToListAsync(ct);
        Wishes = [.. wishes.Select(w => $"{Day(Lis1Intake.StartOf(w.Intake))}: {string.Join(", ", w.Hospitals.Select(h => HospitalCatalogue.Find(h.HospitalCode)?.Name))}")];
        Mails = await Db.Messages.CountAsync(m => m.StudentId == id && m.State == MessageState.Sent, ct);
        Events = await Db.Timeline.CountAsync(e => e.StudentId == id, ct);
        return Page();
    }

    public string Day(DateOnly day) => MailDates.Day(day, AnswerWords.In(Form).Language);

    /// <summary>The facts that there are, each with its name.</summary>
    public IEnumerable<(string Term, string Fact)> Facts() => new (string Term, string? Fact)[]
    {
        (Words.Name, Student.FullName),
        (Words.Email, Student.Email),
        (Words.Phone, Student.Phone),
        (Words.BirthYear, Student.BirthYear?.ToString()),
        (Words.HomeKommune, Kommuner.Find(Student.HomeKommune)?.Name),
        (Words.StudyPlace, StudyPlaceCatalogue.Find(Student.StudyPlaceCode)?.Name ?? Student.StudyPlaceText),
        (Words.Start, Student.StartTerm is { } start ? Words.Term(start) : null),
        (Words.Progress, Words.ProgressName(Student.Progression) + (Student.LeaveFrom is { } leave ? $" ({Words.Term(leave)})" : "")),
        (Words.Graduation, Student.GraduationYear is { } year ? (Student.GraduationMonth is { } month ? $"{month:00}.{year}" : $"{year}") : null),
        (Words.Licence, Student.LicenceFrom is { } from ? $"{Day(from)} – {(Student.LicenceTo is { } to ? Day(to) : "")}" : null),
        (Words.Tie, string.Join("; ", Student.Ties.All.Select(tie => tie.Words.Length == 0 ? Words.TieName(tie.Kind) : $"{Words.TieName(tie.Kind)}: {tie.Words}"))),
        (Words.Note, Student.Note),
    }.Where(f => !string.IsNullOrWhiteSpace(f.Fact)).Select(f => (f.Term, f.Fact!));
}
