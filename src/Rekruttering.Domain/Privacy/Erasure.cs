using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Privacy;

/// <summary>
/// That a person was erased: when, by whom, and keyed hashes of the address, the telephone number and the name, so that a later list does not bring
/// the person back. Nothing else of the person is left; without the key nobody can tell whose they were, nor try addresses or names against them.
/// </summary>
public sealed class Erasure : IKommuneOwned
{
    /// <summary>Longest <see cref="LiftReason"/>.</summary>
    public const int LongestReason = 500;

    private Erasure() { }

    public Erasure(string kommuneNumber, string? addressHash, string? phoneHash, string? nameHash, Guid byUserId, DateTime now) =>
        (Id, KommuneNumber, AddressHash, PhoneHash, NameHash, ById, At) = (Guid.CreateVersion7(), kommuneNumber, addressHash, phoneHash, nameHash, byUserId, now);

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";

    /// <summary>See <c>ErasureSeal</c>; null for a person without an address, and once it was lifted.</summary>
    public string? AddressHash { get; private set; }

    /// <summary>Of the telephone number. Families share one: whoever has it is asked about and not turned away.</summary>
    public string? PhoneHash { get; private set; }

    /// <summary>Of the name. Strangers share one: whoever has it is asked about and not turned away.</summary>
    public string? NameHash { get; private set; }

    public Guid ById { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>When the person was let back in on her own wish; null while she is kept out.</summary>
    public DateTime? LiftedAt { get; private set; }

    /// <summary>Null when it was the person herself.</summary>
    public Guid? LiftedById { get; private set; }

    /// <summary>How she asked for it, in the words of who lifted it.</summary>
    public string? LiftReason { get; private set; }

    /// <summary>Forgets all three, so that nothing keeps the person out any more.</summary>
    /// <param name="byUserId">Null for the person herself, who has shown that the address is hers.</param>
    public void Lift(string reason, Guid? byUserId, DateTime now) => (AddressHash, PhoneHash, NameHash, LiftReason, LiftedById, LiftedAt) = (null, null, null, reason, byUserId, now);
}

/// <summary>Nothing keeps the address out.</summary>
public sealed record AddressNotErased() : Refusal("Det ligger ingen sperre på denne adressen. Se om den er skrevet riktig.");

/// <summary>The address was erased: it comes back only after a step of its own, on the person's wish.</summary>
public sealed record AddressWasErased() : Refusal(
    "En student med denne adressen er slettet og skal ikke hentes inn igjen. Har studenten selv bedt om å stå her igjen, må sperren løftes først.");
