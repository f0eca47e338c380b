using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Contact;

/// <summary>
/// Settles what a student waits to hear: with a reply that leaves as a mail, or without one after a call. The reply, its mail and the
/// timeline are one save. Of two colleagues who answer at once the second is told, and the student gets one mail.
/// </summary>
public sealed class AnswerInquiry(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Replies by mail. Refused with <see cref="StudentCannotBeMailed"/> when no mail may go to the student.</summary>
    public async Task<Result> ExecuteAsync(Guid inquiryId, string reply, Guid byUserId, CancellationToken ct)
    {
        if (await FindAsync(inquiryId, ct) is not var (inquiry, student))
            return new NotFound();
        if (Message.ReasonToLeaveOut(student, topic: null) is { } reason)
            return new StudentCannotBeMailed(reason);
        if (inquiry.Answer(NationalId.Scrub(reply) ?? "", byUserId, clock.UtcNow()) is { IsOk: false } refused)
            return refused;
        db.Messages.Add(Message.To(student, MessageKind.Reply, $"reply:{inquiry.Id:N}", clock.UtcNow(), subjectId: inquiry.Id));
        Note(inquiry, "Spørsmålet ble besvart på e-post.", inquiry.Reply, byUserId);
        return await SaveAsync(ct);
    }

    /// <summary>Settles it without a mail: it was answered in another way.</summary>
    public async Task<Result> CloseAsync(Guid inquiryId, Guid byUserId, CancellationToken ct)
    {
        if (await FindAsync(inquiryId, ct) is not var (inquiry, _))
            return new NotFound();
        if (inquiry.Close(byUserId, clock.UtcNow()) is { IsOk: false } refused)
            return refused;
        Note(inquiry, "Spørsmålet ble besvart utenom e-post.", text: null, byUserId);
        return await SaveAsync(ct);
    }

    private async Task<(Inquiry Inquiry, Domain.Students.Student Student)?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Inquiries.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } inquiry)
            return null;
        return (inquiry, await db.Students.Include(s => s.Reservations).SingleAsync(s => s.Id == inquiry.StudentId, ct));
    }

    private void Note(Inquiry inquiry, string summary, string? text, Guid byUserId) =>
        db.Timeline.Add(new TimelineEntry(inquiry.KommuneNumber, inquiry.StudentId, TimelineKind.QuestionAnswered, clock.UtcNow(), summary, text, byUserId, inquiry.Id));

    private async Task<Result> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new InquiryAlreadySettled();
        }
    }
}

/// <summary>No mail may go to the student; the question must be answered in another way.</summary>
public sealed record StudentCannotBeMailed(LeftOutReason Reason)
    : Refusal(NoMail.Why(Reason) + (Reason == LeftOutReason.NoContact ? " Merk spørsmålet som besvart." : " Ring i stedet, og merk spørsmålet som besvart."));
