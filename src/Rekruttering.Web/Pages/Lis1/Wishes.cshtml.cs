using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Application.Lis1;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Pages.Answer;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Lis1;

/// <summary>The student's page for LIS1: which intake, then which hospitals in order. GET only shows.</summary>
public sealed class WishesModel(OpenPersonalLink open, RekrutteringDb db, StateLis1Wishes stateWishes, TimeProvider clock) : PersonalPage(open, db)
{
    /// <summary>So many ranks stand open; the rest unfold.</summary>
    public const int Shown = 4;

    public WishWords Words => WishWords.In(Form);
    public IReadOnlyList<Term> Intakes => Lis1Intake.After(OsloTime.DateOf(clock.UtcNow()));
    public Term? Intake { get; private set; }
    public IReadOnlyDictionary<Term, Lis1Wishes> Stated { get; private set; } = new Dictionary<Term, Lis1Wishes>();
    public bool ShowsSaved { get; private set; }
    public string? Error { get; private set; }
    public string?[] Chosen { get; private set; } = [];
    public string? Comment { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? intake, string? part, CancellationToken ct)
    {
        if (!await ReadAsync(intake, ct) || (intake is not null && Intake is null))
            return Unknown();
        ShowsSaved = part != "endre" && Intake is { } term && Stated.ContainsKey(term);
        if (Intake is { } shown && Stated.GetValueOrDefault(shown) is { } wishes)
            (Chosen, Comment) = ([.. wishes.Hospitals.Select(h => h.HospitalCode)], wishes.Comment);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? intake, string?[] hospital, string? comment, CancellationToken ct)
    {
        if (!await ReadAsync(intake, ct) || Intake is not { } term)
            return Unknown();
        Db.ChangeTracker.Clear();
        List<string> codes = [.. hospital.OfType<string>().Where(h => h.Length > 0)];
        var stated = await stateWishes.ExecuteAsync(Token, term, codes, comment, ct);
        if (stated.IsOk && codes.Count == 0)
        {
            TempData.Say(Words.TakenBack);
            return Redirect(To("lis1"));
        }
        if (stated.IsOk)
            return Redirect(To("lis1", Lis1Intake.CodeOf(term)));
        if (stated.Refusal is NotFound)
            return Unknown();
        (Chosen, Comment) = (hospital, comment);
        Error = stated.Refusal switch { InvalidInput { Field: "Comment" } => Words.TooLong, ChangedMeanwhile => Words.TryAgain, NoHospitalChosen when Stated.ContainsKey(term) => Words.ChooseOneOrNone, _ => Words.ChooseOne };
        ModelState.AddModelError("", Error);
        return Page();
    }

    /// <summary>The hospitals, grouped by trust, the kommune's nearest first.</summary>
    public IEnumerable<IGrouping<string, HospitalEntry>> Hospitals()
    {
        var nearest = HospitalAreas.NearestTo(Link!.Link.KommuneNumber).ToList();
        return HospitalCatalogue.All.OrderBy(h => nearest.IndexOf(h) is var i and >= 0 ? i : int.MaxValue).GroupBy(h => h.Helseforetak);
    }

    private async Task<bool> ReadAsync(string? intake, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
            return false;
        Intake = Lis1Intake.Parse(intake) is { } term && Intakes.Contains(term) ? term : null;
        Stated = await Db.Lis1Wishes.AsNoTracking().Include(w => w.Hospitals.OrderBy(h => h.Rank))
            .Where(w => w.StudentId == Link!.Student.Id).ToDictionaryAsync(w => w.Intake, ct);
        return true;
    }
}
