using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>What stands in the register about a student, to be changed.</summary>
public sealed class EditModel(RekrutteringDb db, CurrentStaff staff, TimeProvider clock) : StudentFormPage(db, clock)
{
    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } student)
            return NotFound();
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        Input = StudentForm.Of(student, await new ReadStudyPlaces(Db).ReadAsync(ct));
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] EditStudent edit, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } stored)
            return NotFound();
        if (!await CanBeReadAsync(ct))
            return await AgainAsync(null, ct);
        var result = await edit.ExecuteAsync(id, Input, staff.UserId, ct);
        if (result.Refusal is ChangedMeanwhile)
            await ShowTheirsAsync(stored, ct);
        if (!result.IsOk)
            return await AgainAsync(result.Refusal, ct);
        TempData.Say("Endringene er lagret.");
        return Redirect($"/studenter/{id}");
    }

    // Saving again is then a choice, made with the other's words in view.
    private async Task ShowTheirsAsync(Student stored, CancellationToken ct)
    {
        string? NameOf(Guid user) => Db.Users.Where(u => u.Id == user).Select(u => u.DisplayName == "" ? u.Email : u.DisplayName).SingleOrDefault();
        ChangedByOthers = StudentChanges.Between(stored.Details, Input.Read(Today, await new ReadStudyPlaces(Db).ReadAsync(ct)).Value ?? stored.Details, NameOf);
        Set(nameof(Input.Version), (Input.Version = stored.Version).ToString());
    }

    private async Task<Student?> FindAsync(Guid id, CancellationToken ct)
    {
        var student = await Db.Students.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        (Id, Name) = (id, student?.FullName ?? "");
        return student;
    }
}
