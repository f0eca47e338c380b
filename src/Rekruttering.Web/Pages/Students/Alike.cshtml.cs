using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>One of two who look alike.</summary>
public sealed record AlikeSide(Student Student, DateOnly Today);

/// <summary>A merge that can be taken back.</summary>
public sealed record StandingMerge(Guid Id, string AwayName, string KeptName, DateTime At);

/// <summary>Two who were said to be two persons.</summary>
public sealed record ApartPair(Guid Id, Guid FirstId, string First, Guid SecondId, string Second, DateTime At);

/// <summary>Who may stand in the register twice.</summary>
public sealed class AlikeModel(RekrutteringDb db, ScanDuplicates scan, CurrentStaff staff, TimeProvider clock) : PageModel
{
    /// <summary>So many of what was decided last are listed.</summary>
    private const int Latest = 20;

    public AlikePairs Pairs { get; private set; } = null!;
    public IReadOnlyList<StandingMerge> Merges { get; private set; } = [];
    public IReadOnlyList<ApartPair> Apart { get; private set; } = [];
    public int ApartCount { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(int side, CancellationToken ct)
    {
        (Today, Pairs) = (OsloTime.DateOf(clock.UtcNow()), await scan.ReadAsync(side, ct));
        Merges = await db.StudentMerges.Where(m => m.UndoneAt == null).OrderByDescending(m => m.At).Take(Latest)
            .Join(db.Students, m => m.KeptId, s => s.Id, (m, s) => new StandingMerge(m.Id, m.AwayName, s.FirstName + " " + s.LastName, m.At)).ToListAsync(ct);
        ApartCount = await db.TwoPersons.CountAsync(ct);
        Apart = await (from p in db.TwoPersons.OrderByDescending(p => p.At).Take(Latest)
                       join one in db.Students on p.FirstId equals one.Id
                       join other in db.Students on p.SecondId equals other.Id
                       orderby p.At descending
                       select new ApartPair(p.Id, one.Id, one.FirstName + " " + one.LastName, other.Id, other.FirstName + " " + other.LastName, p.At)).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostApartAsync(Guid one, Guid other, int side, [FromServices] MarkTwoPersons mark, CancellationToken ct) =>
        await DoneAsync(await mark.ExecuteAsync(one, other, staff.UserId, ct), "De to vises ikke som par igjen.", side, ct);

    public async Task<IActionResult> OnPostTogetherAsync(Guid mark, [FromServices] UnmarkTwoPersons unmark, CancellationToken ct) =>
        await DoneAsync(await unmark.ExecuteAsync(mark, ct), "De to vises som par igjen så lenge de ligner.", 1, ct);

    private async Task<IActionResult> DoneAsync(Result result, string said, int side, CancellationToken ct)
    {
        if (!result.IsOk)
        {
            await OnGetAsync(side, ct);
            return this.Refused(result.Refusal);
        }
        TempData.Say(said);
        return Redirect(side > 1 ? $"/studenter/like?side={side}" : "/studenter/like");
    }
}
