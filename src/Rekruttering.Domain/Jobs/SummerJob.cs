using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Jobs;

/// <summary>What a student must have come to for a job (domain facts 2.2).</summary>
public enum JobLevel
{
    /// <summary>Care assistant: from the first year.</summary>
    Assistant,

    /// <summary>Assistant with a nurse's or skilled worker's tasks: usually after the third year.</summary>
    ExperiencedAssistant,

    /// <summary>Medical student with licence, under supervision (FOR-2000-12-21-1379).</summary>
    WithLicence,
}

/// <summary>Draft → Open → Closed; Cancelled from both.</summary>
public enum JobStatus { Draft, Open, Closed, Cancelled }

/// <summary>What a recruiter writes about a job. Times are UTC.</summary>
public sealed record SummerJobDetails
{
    public required string Title { get; init; }
    public required string Workplace { get; init; }
    public required string Description { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public int PositionPercent { get; init; } = 100;
    public JobLevel Level { get; init; }
    public string? Pay { get; init; }
    public string? Housing { get; init; }
    public string? ContactName { get; init; }
    public string? ContactPhone { get; init; }

    /// <summary>The official advertisement: public posts must be advertised, and this register is not the applicant list.</summary>
    public string? AdUrl { get; init; }

    public required int Seats { get; init; }

    /// <summary>Answers are taken up to and including this instant, UTC.</summary>
    public required DateTime AnswerDeadline { get; init; }
}

/// <summary>A summer job with a number of seats. How many are taken is counted from its offers, never stored.</summary>
public sealed class SummerJob : IKommuneOwned, IVersioned
{
    /// <summary>Longest title and workplace.</summary>
    public const int LongestName = 120;

    /// <summary>Longest description.</summary>
    public const int LongestDescription = 4000;

    /// <summary>More than any kommune has.</summary>
    public const int MostSeats = 500;

    private SummerJob() { }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Workplace { get; private set; } = "";
    public string Description { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public int PositionPercent { get; private set; }
    public JobLevel Level { get; private set; }
    public string? Pay { get; private set; }
    public string? Housing { get; private set; }
    public string? ContactName { get; private set; }
    public string? ContactPhone { get; private set; }
    public string? AdUrl { get; private set; }
    public int Seats { get; private set; }
    public DateTime AnswerDeadline { get; private set; }
    public JobStatus Status { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>
    /// Also the gate for the last seat: every acceptance touches the job in its own save, so of two students who take the last
    /// seat at once one save fails, is tried again and then sees no free seat.
    /// </summary>
    public int Version { get; set; } = 1;

    /// <summary>Counts every move in the queue for seats; its only use is that the row changes, see <see cref="Version"/>.</summary>
    public int SeatChanges { get; private set; }

    /// <summary>Everything a recruiter may edit, as it stands.</summary>
    public SummerJobDetails Details => new()
    {
        Title = Title,
        Workplace = Workplace,
        Description = Description,
        From = From,
        To = To,
        PositionPercent = PositionPercent,
        Level = Level,
        Pay = Pay,
        Housing = Housing,
        ContactName = ContactName,
        ContactPhone = ContactPhone,
        AdUrl = AdUrl,
        Seats = Seats,
        AnswerDeadline = AnswerDeadline,
    };

    /// <summary>A draft, or what is wrong with it.</summary>
    public static Result<SummerJob> Create(string kommuneNumber, SummerJobDetails details, DateTime now)
    {
        var job = new SummerJob { Id = Guid.CreateVersion7(), KommuneNumber = kommuneNumber, CreatedAt = now };
        return job.Set(details) is { } refusal ? refusal : job;
    }

    /// <summary>Changes a job; seats may not go below what is taken or held.</summary>
    public Result Edit(SummerJobDetails details, SeatCount seats)
    {
        if (Status is JobStatus.Cancelled)
            return new JobOver();
        if (details.Seats < seats.Taken + seats.Held)
            return new FewerSeatsThanTaken(seats.Taken, seats.Held) { Field = nameof(details.Seats) };
        return new(Set(details));
    }

    /// <summary>Offers may be made from now on; opening an open job is no move.</summary>
    public Result Open()
    {
        if (Status is JobStatus.Closed or JobStatus.Cancelled)
            return new JobOver();
        Status = JobStatus.Open;
        return Result.Ok;
    }

    /// <summary>Whether the job may be offered to a new student now.</summary>
    public Result MayBeOffered(DateTime now) =>
        Status == JobStatus.Draft ? new JobNotOpen()
        : Status != JobStatus.Open ? new JobOver()
        : AnswerDeadline <= now ? new DeadlineOfJobPassed()
        : Result.Ok;

    /// <summary>
    /// The last day that may be the deadline of one offer: the day before the job begins. A job that has begun, or whose own deadline is
    /// later than that, takes answers as long as it lasts.
    /// </summary>
    public DateOnly LastDayToAnswer(DateTime now) => OsloTime.DateOf(now) >= From || OsloTime.DateOf(AnswerDeadline) >= From ? To : From.AddDays(-1);

    /// <summary>No more offers and answers; a seat may still be given back.</summary>
    public Result Close()
    {
        if (Status != JobStatus.Open)
            return new JobOver();
        Status = JobStatus.Closed;
        return Result.Ok;
    }

    /// <summary>The job will not be.</summary>
    public Result Cancel()
    {
        if (Status == JobStatus.Cancelled)
            return new JobOver();
        Status = JobStatus.Cancelled;
        return Result.Ok;
    }

    /// <summary>A seat was taken or given back.</summary>
    internal void TouchSeats() => SeatChanges++;

    private Refusal? Set(SummerJobDetails d)
    {
        if (WhatIsWrong(d) is { } refusal)
            return refusal;
        (Title, Workplace, Description, From, To) = (d.Title.Trim(), d.Workplace.Trim(), d.Description.Trim(), d.From, d.To);
        (PositionPercent, Level, Pay, Housing) = (d.PositionPercent, d.Level, Trimmed(d.Pay), Trimmed(d.Housing));
        (ContactName, ContactPhone, AdUrl) = (Trimmed(d.ContactName), Trimmed(d.ContactPhone), Trimmed(d.AdUrl));
        (Seats, AnswerDeadline) = (d.Seats, d.AnswerDeadline);
        return null;
    }

    private static Refusal? WhatIsWrong(SummerJobDetails d)
    {
        if (string.IsNullOrWhiteSpace(d.Title) || d.Title.Trim().Length > LongestName)
            return InvalidInput.In(nameof(d.Title), $"Skriv hva jobben heter, med høyst {LongestName} tegn.");
        if (string.IsNullOrWhiteSpace(d.Workplace) || d.Workplace.Trim().Length > LongestName)
            return InvalidInput.In(nameof(d.Workplace), $"Skriv hvor jobben er, med høyst {LongestName} tegn.");
        if (string.IsNullOrWhiteSpace(d.Description) || d.Description.Trim().Length > LongestDescription)
            return InvalidInput.In(nameof(d.Description), $"Skriv hva studenten skal gjøre, med høyst {LongestDescription} tegn.");
        if (d.To < d.From)
            return new JobEndsBeforeItBegins { Field = nameof(d.To) };
        if (d.Seats is < 1 or > MostSeats)
            return InvalidInput.In(nameof(d.Seats), $"Skriv hvor mange plasser det er, fra 1 til {MostSeats}.");
        if (d.PositionPercent is < 1 or > 100)
            return InvalidInput.In(nameof(d.PositionPercent), "Skriv stillingsprosenten, fra 1 til 100.");
        if (OsloTime.DateOf(d.AnswerDeadline) > d.To)
            return InvalidInput.In(nameof(d.AnswerDeadline), "Svarfristen må være før jobben er slutt.");
        if (!string.IsNullOrWhiteSpace(d.AdUrl) && !(Uri.TryCreate(d.AdUrl.Trim(), UriKind.Absolute, out var ad) && ad.Scheme is "https" or "http"))
            return InvalidInput.In(nameof(d.AdUrl), "Skriv hele adressen til utlysningen. Den begynner med https://.");
        return null;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The days are the wrong way round.</summary>
public sealed record JobEndsBeforeItBegins() : Refusal("Siste dag kan ikke være før første dag.");

/// <summary>Students have said yes to more seats than that, or are kept one.</summary>
public sealed record FewerSeatsThanTaken(int Taken, int Held) : Refusal(Held == 0
    ? $"{Taken} har allerede takket ja. Antall plasser kan ikke være lavere."
    : $"{Taken} har takket ja, og {Held} {(Held == 1 ? "plass" : "plasser")} er holdt av. Antall plasser kan ikke være lavere enn {Taken + Held}.");

/// <summary>A closed or cancelled job takes no more.</summary>
public sealed record JobOver() : Refusal("Sommerjobben er avsluttet.");
