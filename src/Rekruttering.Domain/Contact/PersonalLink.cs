using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Contact;

/// <summary>
/// The secret that one mail carries: it opens the student's own pages, and for an offer the answer to it. Made when the mail is
/// rendered, so a mail that is sent again carries a new one and both work. Only the hash is stored.
/// </summary>
public sealed class PersonalLink : IKommuneOwned
{
    /// <summary>How long a link opens its page; an offer's deadline may end the answering before that.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private PersonalLink() { }

    public PersonalLink(string hash, string kommuneNumber, Guid studentId, Guid messageId, Guid? offerId, DateTime now)
    {
        (Hash, KommuneNumber, StudentId, MessageId, OfferId) = (hash, kommuneNumber, studentId, messageId, offerId);
        (CreatedAt, ExpiresAt) = (now, now + Lifetime);
    }

    /// <summary>SHA-256 of the secret, see <see cref="SecretToken"/>.</summary>
    public string Hash { get; private set; } = "";

    public string KommuneNumber { get; private set; } = "";
    public Guid StudentId { get; private set; }
    public Guid MessageId { get; private set; }

    /// <summary>The offer that may be answered by it.</summary>
    public Guid? OfferId { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
}
