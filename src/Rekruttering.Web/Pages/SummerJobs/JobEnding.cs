using Rekruttering.Application.Contact;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>An offer that ends with its job.</summary>
/// <param name="Mail">The mail that says so; null for one who need not be told.</param>
/// <param name="WhyNoMail">Why that mail does not go; null when it does.</param>
public sealed record EndedLine(Student Student, MessageKind? Mail, LeftOutReason? WhyNoMail)
{
    public bool IsTold => Mail is not null && WhyNoMail is null;

    public bool HasSaidYes => Mail is MessageKind.JobCancelled or MessageKind.NoSeat;

    public static EndedLine Of(OfferLine line, SummerJob job, JobStatus end, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(line);
        var mail = OfferMails.EndMailOf(line.Offer, job, end, line.HasHeard, now);
        return new(line.Student, mail, mail is { } kind ? Message.ReasonToLeaveOut(line.Student, OfferMails.TopicOfEnd(kind)) : null);
    }
}

/// <summary>What closing or cancelling a job does to its offers, before it is done.</summary>
public sealed record JobEnding(JobStatus End, IReadOnlyList<EndedLine> Lines)
{
    public bool IsCancelled => End == JobStatus.Cancelled;

    /// <summary>How many mails would go.</summary>
    public int Mails => Lines.Count(line => line.IsTold);

    public IReadOnlyList<Student> ToldOfTheirYes => [.. Lines.Where(line => line.IsTold && line.HasSaidYes).Select(line => line.Student)];
    public IReadOnlyList<Student> ToldOfTheirOffer => [.. Lines.Where(line => line.IsTold && !line.HasSaidYes).Select(line => line.Student)];

    /// <summary>Those who count on it and whom no mail tells: somebody must.</summary>
    public IReadOnlyList<UntoldStudent> ToCall => [.. Lines.Where(line => line.HasSaidYes && !line.IsTold).Select(line => UntoldStudent.Of(line.Student, line.WhyNoMail!.Value))];

    /// <summary>Those who have not said yes, and have not heard of the offer or want no mail about jobs.</summary>
    public IReadOnlyList<Student> Untold => [.. Lines.Where(line => !line.HasSaidYes && !line.IsTold).Select(line => line.Student)];
}
