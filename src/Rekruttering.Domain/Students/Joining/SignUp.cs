using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Joining;

/// <summary>
/// Somebody has said on the kommune's open page that she is a medical student from here. Nobody knows yet whether the address is hers: until the link
/// in the mail to it is used nothing of it is in the register, and when the time is over it is deleted.
/// </summary>
public sealed class SignUp : IKommuneOwned, IVersioned
{
    /// <summary>How long it waits, and how long the link works: a mail may lie over a weekend and an exam.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>So many mails in a day go to one address, whoever types it.</summary>
    public const int MostADay = 3;

    /// <summary>So many are taken in one kommune in an hour: a whole school may sign up in one lesson, a machine may not fill the register.</summary>
    public const int MostAnHour = 120;

    private SignUp() { }

    /// <param name="emailKey">The address folded for comparison.</param>
    /// <param name="form">The language of the page that was read.</param>
    /// <param name="details">JSON of the <see cref="StudentDetails"/> that were typed, checked.</param>
    /// <param name="unwanted">What she did not ask for mail about.</param>
    /// <param name="told">What she was told of the treatment of her data, word by word: she says yes to this.</param>
    public SignUp(string kommuneNumber, string emailKey, WrittenForm form, string details, IEnumerable<ReservationScope> unwanted, string told, DateTime now)
    {
        (Id, KommuneNumber, EmailKey, WrittenForm) = (Guid.CreateVersion7(), kommuneNumber, emailKey, form);
        (Details, UnwantedText, Told) = (details, string.Join(',', unwanted), told);
        (CreatedAt, ExpiresAt) = (now, now + Lifetime);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    public WrittenForm WrittenForm { get; private set; }

    /// <summary>JSON of the <see cref="StudentDetails"/>; "{}" when it was confirmed.</summary>
    public string Details { get; private set; } = "{}";

    /// <summary>The names of <see cref="Unwanted"/>.</summary>
    public string UnwantedText { get; private set; } = "";

    public string Told { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }

    /// <summary>From then on it may be deleted, whatever became of it.</summary>
    public DateTime ExpiresAt { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }
    public int Version { get; set; } = 1;

    /// <summary>What she did not ask for mail about.</summary>
    public IEnumerable<ReservationScope> Unwanted() => UnwantedText.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ReservationScope>);

    /// <summary>She has said yes: what was typed stands in the register from now on, and here no more. The link goes on saying that it is done.</summary>
    public Result Confirm(DateTime now)
    {
        if (ConfirmedAt is not null)
            return new AlreadyConfirmed();
        (ConfirmedAt, Details, UnwantedText, Told) = (now, "{}", "", "");
        return Result.Ok;
    }
}

/// <summary>The secret in one mail that asks for a confirmation. A mail that is sent again carries a new one, and both work; only the hash is stored.</summary>
public sealed class SignUpLink : IKommuneOwned
{
    private SignUpLink() { }

    public SignUpLink(string hash, SignUp signUp)
    {
        ArgumentNullException.ThrowIfNull(signUp);
        (Hash, KommuneNumber, SignUpId) = (hash, signUp.KommuneNumber, signUp.Id);
    }

    /// <summary>SHA-256 of the secret, see <see cref="SecretToken"/>.</summary>
    public string Hash { get; private set; } = "";

    public string KommuneNumber { get; private set; } = "";
    public Guid SignUpId { get; private set; }
}

/// <summary>It was confirmed before: nothing more happens.</summary>
public sealed record AlreadyConfirmed() : Refusal("Dette er bekreftet allerede.");

/// <summary>More than <see cref="SignUp.MostAnHour"/> in an hour.</summary>
public sealed record TooManySignUps() : Refusal("Mange melder seg på akkurat nå. Prøv igjen om en time.");
