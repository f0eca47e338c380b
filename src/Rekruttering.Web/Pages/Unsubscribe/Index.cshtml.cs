using Microsoft.AspNetCore.Mvc;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Pages.Answer;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Unsubscribe;

/// <summary>
/// Stops mail. GET and HEAD change nothing; a POST to the page's own address is the mail program's one click (RFC 8058), or the page's button.
/// </summary>
public sealed class IndexModel(OpenPersonalLink open, RekrutteringDb db, ChooseMail choose) : PersonalPage(open, db)
{
    public UnsubscribeWords Words => UnsubscribeWords.In(Form);
    public Student Student => Link!.Student;
    public bool HasStoppedAll => Student.HasReserved(ReservationScope.AllCampaigns);

    public bool SaidNoContact => Student.Reservations.Any(r => r is { Scope: ReservationScope.NoContact, ByStudent: true });

    /// <summary>Nothing is chosen, and nothing was chosen a moment ago.</summary>
    public bool IsUntouched => Student.Reservations.Count == 0 && TempData.Peek(Said.Key) is null;

    public bool Wants(ReservationScope kind) => !HasStoppedAll && !Student.HasReserved(kind);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ? Page() : Unknown();

    /// <summary>"Stop all": the mail program's button, or the page's. Whatever else somebody sends there is nobody's wish.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "List-Unsubscribe")] string? oneClick, bool everything, CancellationToken ct)
    {
        var byProgram = oneClick == "One-Click";
        if (!byProgram && !everything)
            return BadRequest();
        if (!await OpenAsync(ct))
            return Unknown();
        var result = await choose.StopAllAsync(Student, ct);
        return byProgram ? StatusCode(result.IsOk ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable) : Done(result, Words.Stopped);
    }

    /// <summary>Exactly these kinds are wanted; the undo button gives those that were not stopped alone.</summary>
    public async Task<IActionResult> OnPostChooseAsync(ReservationScope[] wanted, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
            return Unknown();
        var result = await choose.ExecuteAsync(Student, [.. ChooseMail.Kinds.Except(wanted)], ct);
        return Done(result, Words.Saved);
    }

    /// <summary>"No contact" at all, or that taken back.</summary>
    public async Task<IActionResult> OnPostContactAsync(bool allow, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
            return Unknown();
        var result = allow ? await choose.AllowContactAsync(Student, ct) : await choose.StopContactAsync(Student, ct);
        return Done(result, allow ? Words.Saved : Words.ContactStopped);
    }

    private RedirectResult Done(Result result, string said)
    {
        TempData.Say(result.IsOk ? said : Words.Failed, result.IsOk ? "success" : "warning");
        return Redirect(To("avmelding"));
    }
}
