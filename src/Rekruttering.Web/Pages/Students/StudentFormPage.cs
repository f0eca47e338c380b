using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>The form about a student, for a new one and for one in the register. A refused form keeps what was typed, but never a fødselsnummer.</summary>
public abstract class StudentFormPage(RekrutteringDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public StudentForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    /// <summary>Who stands in the register already and may be the same person.</summary>
    public IReadOnlyList<Known> AlreadyThere { get; private set; } = [];

    /// <summary>The address is kept out, because its owner was erased.</summary>
    public bool WasErased { get; private set; }

    /// <summary>What another person saved while this form was open: the field, what stands there now, and what was typed here.</summary>
    public IReadOnlyList<FieldChange> ChangedByOthers { get; protected set; } = [];

    /// <summary>Where one can study.</summary>
    public StudyPlaceList Places { get; private set; } = StudyPlaceList.Shared;

    protected RekrutteringDb Db => db;
    protected DateOnly Today => OsloTime.DateOf(clock.UtcNow());

    /// <summary>Fills the lists that are not posted.</summary>
    protected async Task LoadAsync(CancellationToken ct)
    {
        Places = await new ReadStudyPlaces(db).ReadAsync(ct);
        Colleagues = await db.Memberships.Where(m => m.KommuneNumber == db.ScopeNumber)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Id, Name = u.DisplayName == "" ? u.Email : u.DisplayName })
            .OrderBy(u => u.Name).Select(u => new SelectListItem(u.Name, u.Id.ToString())).ToListAsync(ct);
        // Whoever stands there stays until somebody chooses another: saving a new telephone number changes nothing else.
        if (Input.ContactPersonId?.ToString() is { } chosen && Colleagues.All(c => c.Value != chosen))
            Colleagues = [.. Colleagues, new("En tidligere kollega", chosen)];
    }

    /// <summary>True when what was posted could be read as dates and numbers; else all that is wrong is told at once.</summary>
    protected async Task<bool> CanBeReadAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
            return true;
        if (Input.Read(Today, await new ReadStudyPlaces(db).ReadAsync(ct)).Refusal is { } refusal)
            this.Refused(refusal);
        return false;
    }

    /// <summary>The form again, with what was typed.</summary>
    protected async Task<IActionResult> AgainAsync(Refusal? refusal, CancellationToken ct)
    {
        if (refusal is NotFound)
            return NotFound();
        Input.DropNationalIds();
        ModelState.DropNationalIds();
        await LoadAsync(ct);
        AlreadyThere = refusal switch
        {
            EmailAlreadyRegistered same => await Known.OfAsync(db, [same.StudentId], Today, ct),
            PossibleDuplicate duplicate => await Known.OfAsync(db, duplicate.Alike, Today, ct),
            _ => [],
        };
        WasErased = refusal is AddressWasErased;
        if (refusal is PossibleDuplicate { Asked: var asked })
            Set(nameof(Input.NotTheSameAs), Input.NotTheSameAs = asked);
        return refusal is null ? Page() : this.Refused(refusal);
    }

    /// <summary>Replaces what was posted in a field, on the model and on the page.</summary>
    protected void Set(string field, string? value) => ModelState.SetModelValue($"{nameof(Input)}.{field}", value is null ? ValueProviderResult.None : new ValueProviderResult(value));
}
