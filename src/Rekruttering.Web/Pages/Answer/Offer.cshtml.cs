using Microsoft.AspNetCore.Mvc;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Answer;

/// <summary>
/// The page behind the button in the mail: the question, the answer before it is sent (`/ja`, `/nei`, `/senere`), and the receipt.
/// GET and HEAD only show, however often and whoever opens them; only the POST answers.
/// </summary>
public sealed class OfferModel(OpenPersonalLink open, RekrutteringDb db, AnswerOffer answerOffer, TimeProvider clock) : PersonalPage(open, db)
{
    public AnswerWords Words => AnswerWords.In(Form);
    public OfferOnScreen Screen { get; private set; } = null!;
    public OfferAnswer? Choice { get; private set; }
    public bool Asks { get; private set; }
    public string? Error { get; private set; }
    public string? Typed { get; private set; }
    public string CallName => Screen.Job.ContactName ?? ContactName;

    /// <summary>Said only where a receipt may be sent.</summary>
    public string ReceiptComes => Message.ReasonToLeaveOut(Link!.Student, topic: null) is null ? Words.ReceiptComes : "";

    public string? CallPhone => Screen.Job.ContactPhone ?? Settings?.Phone;

    public async Task<IActionResult> OnGetAsync(string? answer, CancellationToken ct)
    {
        if (!await ReadAsync(ct))
            return Unknown();
        Choice = AnswerOf(answer);
        Asks = Screen.State == OfferState.Asks || (answer == "endre" && Screen.Choices.Count > 0);
        return Choice is { } choice && !Screen.Choices.Contains(choice) ? Redirect(To("svar")) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? answer, string? message, CancellationToken ct)
    {
        if (AnswerOf(answer) is not { } said)
            return await OpenAsync(ct) ? Redirect(To("svar")) : Unknown();
        var answered = await answerOffer.ExecuteAsync(Token, said, message, ct);
        if (!await ReadAsync(ct))
            return Unknown();
        if (answered.Refusal is not (InvalidInput or TooManyAtOnce))
        {
            if (answered.Refusal is not null && !string.IsNullOrWhiteSpace(message))
                TempData.Say(Words.MessagePassedOn, "info");
            return Redirect(To("svar"));
        }
        (Choice, Typed) = (said, message);
        Error = answered.Refusal is InvalidInput ? Words.MessageTooLong : Words.TryAgain;
        ModelState.AddModelError("", Error);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct) || Link!.Link.OfferId is not { } offerId)
            return false;
        Screen = await OfferOnScreen.ReadAsync(Db, offerId, clock.UtcNow(), ct);
        return true;
    }

    /// <summary>The part of the address that stands for an answer.</summary>
    public static string PartOf(OfferAnswer answer) => answer switch { OfferAnswer.Yes => "ja", OfferAnswer.No => "nei", _ => "senere" };

    private static OfferAnswer? AnswerOf(string? part) => part switch { "ja" => OfferAnswer.Yes, "nei" => OfferAnswer.No, "senere" => OfferAnswer.Later, _ => null };
}
