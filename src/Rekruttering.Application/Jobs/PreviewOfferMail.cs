using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Application.Jobs;

/// <summary>The mail as one student would get it, made by the very parts that send. Writes nothing, and its links open nothing.</summary>
public sealed class PreviewOfferMail(RekrutteringDb db, IMailRenderer renderer, ReplyAddresses answers, PublicAddress address, TimeProvider clock)
{
    private const string NoToken = "forhandsvisning";

    /// <param name="deadline">For an offer made once more; null for the job's own deadline.</param>
    public async Task<Result<OfferMailPreview>> ExecuteAsync(Guid jobId, Guid studentId, string? personalWords, DateTime? deadline, CancellationToken ct)
    {
        var job = await db.SummerJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, ct);
        var student = await db.Students.AsNoTracking().Include(s => s.Reservations).SingleOrDefaultAsync(s => s.Id == studentId, ct);
        if (job is null || student is null)
            return new NotFound();
        var offer = await db.JobOffers.AsNoTracking().SingleOrDefaultAsync(o => o.JobId == jobId && o.StudentId == studentId, ct);
        var now = clock.UtcNow();
        if (offer is null)
            offer = new JobOffer(job, student, Guid.Empty, now, personalWords);
        else if (offer.OfferAgain(job, await db.CountSeatsAsync(job, ct, without: offer.Id), deadline ?? job.AnswerDeadline, now) is { IsOk: false } refused)
            return refused.Refusal;
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new KommuneSettings(job.KommuneNumber);
        var mail = new MailToWrite(Message.To(student, MessageKind.Offer, OfferMails.OfferKey(offer), now, subjectId: offer.Id), student, settings);
        var draft = OfferMailComposer.Offer(mail, job, offer);
        var links = new MailLinks(address, job.KommuneNumber, NoToken);
        var model = draft.Write(MailFrames.Of(mail, draft, links), links);
        var rendered = await renderer.RenderAsync(model, draft.Language, ct);
        await answers.LoadAsync([student], ct);
        return new OfferMailPreview(rendered, MailFrames.FromName(settings), student.FullName, draft.Language, model.Frame.Notice is not null) { Answers = answers.For(student, settings) };
    }
}

/// <summary>The mail, from whom and to whom, in which language, and whether it is the one that tells the student what is stored.</summary>
public sealed record OfferMailPreview(RenderedMail Mail, string From, string To, string Language, bool Informs)
{
    /// <summary>Who gets the answer; null where nobody is set up to get it.</summary>
    public Mailbox? Answers { get; init; }

    /// <summary>Says nothing about anybody.</summary>
    public override string ToString() => nameof(OfferMailPreview);
}
