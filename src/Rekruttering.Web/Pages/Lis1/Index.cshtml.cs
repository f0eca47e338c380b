using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Lis1;

/// <summary>One student's wishes in one intake.</summary>
public sealed record WishLine(Student Student, Lis1Wishes Wishes)
{
    public string FirstCode => Wishes.Hospitals[0].HospitalCode;
}

/// <summary>How many want one hospital.</summary>
public sealed record HospitalCount(HospitalEntry Hospital, int First, int All, bool IsNear);

/// <summary>Who wants LIS1 where, an intake at a time; those who want the hospitals nearest to the kommune come first.</summary>
public sealed class IndexModel(RekrutteringDb db, CurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "opptak")]
    public string? Asked { get; set; }

    /// <summary>Only those who want this hospital.</summary>
    [BindProperty(SupportsGet = true, Name = "sykehus")]
    public string? AskedHospital { get; set; }

    public IReadOnlyList<(Term Intake, int Count)> Intakes { get; private set; } = [];
    public Term Intake { get; private set; }
    public DateOnly Today => OsloTime.DateOf(clock.UtcNow());
    public IReadOnlyList<HospitalEntry> Near { get; private set; } = [];
    public IReadOnlyList<WishLine> Lines { get; private set; } = [];
    public IReadOnlyList<HospitalCount> Hospitals { get; private set; } = [];
    public HospitalEntry? Hospital { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Near = HospitalAreas.NearestTo(staff.KommuneNumber!);
        var ahead = Lis1Intake.After(Today);
        var active = db.Lis1Wishes.AsNoTracking().Join(db.Students, w => w.StudentId, s => s.Id, (w, s) => new { w, s }).Where(x => x.s.Status == StudentStatus.Active);
        var counts = (await active.GroupBy(x => x.w.Intake).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).ToDictionary(g => g.Key, g => g.Count);
        Intakes = [.. ahead.Union(counts.Keys).Order().Select(i => (i, counts.GetValueOrDefault(i)))];
        Intake = Lis1Intake.Parse(Asked) is { } asked && Intakes.Any(i => i.Intake == asked) ? asked : ahead.FirstOrDefault(counts.ContainsKey, ahead[0]);
        Hospital = HospitalCatalogue.Find(AskedHospital);
        await ReadLinesAsync(ct);
    }

    private async Task ReadLinesAsync(CancellationToken ct)
    {
        var wishes = await db.Lis1Wishes.AsNoTracking().Include(w => w.Hospitals.OrderBy(h => h.Rank)).Where(w => w.Intake == Intake).ToListAsync(ct);
        var ids = wishes.Select(w => w.StudentId).ToList();
        var students = await db.Students.AsNoTracking().Where(s => s.Status == StudentStatus.Active && ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var all = wishes.Where(w => w.Hospitals.Count > 0 && students.ContainsKey(w.StudentId)).Select(w => new WishLine(students[w.StudentId], w)).ToList();
        Lines = [.. all.Where(l => Hospital is null || l.Wishes.Hospitals.Any(h => h.HospitalCode == Hospital.Code))
            .OrderBy(l => l.Wishes.Hospitals.Where(h => IsNear(h.HospitalCode)).Select(h => h.Rank).DefaultIfEmpty(int.MaxValue).Min()).ThenBy(l => l.Student.SearchName, StringComparer.Ordinal)];
        Hospitals = [.. all.SelectMany(l => l.Wishes.Hospitals).GroupBy(h => h.HospitalCode)
            .Select(g => new HospitalCount(HospitalCatalogue.Find(g.Key)!, g.Count(h => h.Rank == 1), g.Count(), IsNear(g.Key)))
            .OrderByDescending(c => c.IsNear).ThenByDescending(c => c.First).ThenByDescending(c => c.All).ThenBy(c => c.Hospital.Name, StringComparer.CurrentCulture)];
    }

    public bool IsNear(string code) => Near.Any(h => h.Code == code);
}
