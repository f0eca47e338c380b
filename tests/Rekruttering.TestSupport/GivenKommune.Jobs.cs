using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.TestSupport;

public sealed partial class GivenKommune
{
    /// <summary>When answers to <see cref="Job"/> end: Friday 5 February 2027 at three in Oslo.</summary>
    public static readonly DateTime Deadline = new(2027, 2, 5, 14, 0, 0, DateTimeKind.Utc);

    /// <summary>An open summer job next summer, for anybody who has begun.</summary>
    public async Task<SummerJob> Job(int seats = 1, Func<SummerJobDetails, SummerJobDetails>? with = null, bool open = true)
    {
        var details = new SummerJobDetails
        {
            Title = "Assistent på legevakt",
            Workplace = $"{Name} legevakt",
            Description = "Du følger en lege og hjelper til.",
            From = new DateOnly(2027, 6, 21),
            To = new DateOnly(2027, 8, 13),
            Seats = seats,
            AnswerDeadline = Deadline,
        };
        var job = SummerJob.Create(Number, with?.Invoke(details) ?? details, app.Clock.Now).Value!;
        if (open)
            job.Open();
        await Save(job);
        return job;
    }

    /// <summary>An offer of the job that the student has got in a mail, with the secret of that mail's link.</summary>
    public async Task<GivenOffer> Offer(SummerJob job, Student? student = null)
    {
        student ??= await Student();
        var offer = new JobOffer(job, student, Guid.CreateVersion7(), app.Clock.Now);
        await Save(offer);
        return new GivenOffer(offer.Id, await Link(student, offer.Id), student);
    }

    /// <summary>The secret of a personal link, as a mail would carry it.</summary>
    public async Task<string> Link(Student student, Guid? offerId = null)
    {
        ArgumentNullException.ThrowIfNull(student);
        var (token, hash) = SecretToken.Create();
        await Save(new PersonalLink(hash, Number, student.Id, Guid.CreateVersion7(), offerId, app.Clock.Now));
        return token;
    }
}

/// <summary>An offer and the secret that answers it.</summary>
public sealed record GivenOffer(Guid Id, string Token, Student Student)
{
    /// <summary>Where the link in the mail leads.</summary>
    public string Address => $"/svar/{Token}";
}
