using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Privacy;

/// <summary>
/// That a person was erased: when, by whom, and a keyed hash of the address, so that a later list does not bring the person back.
/// Nothing else of the person is left; without the key nobody can tell whose address it was, nor try addresses against it.
/// </summary>
public sealed class Erasure : IKommuneOwned
{
    private Erasure() { }

    public Erasure(string kommuneNumber, string? addressHash, Guid byUserId, DateTime now) =>
        (Id, KommuneNumber, AddressHash, ById, At) = (Guid.CreateVersion7(), kommuneNumber, addressHash, byUserId, now);

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";

    /// <summary>See <c>AddressSeal</c>; null for a person without an address.</summary>
    public string? AddressHash { get; private set; }

    public Guid ById { get; private set; }
    public DateTime At { get; private set; }
}

/// <summary>The address was erased, and the student has not asked to be back.</summary>
public sealed record AddressWasErased() : Refusal(
    "En student med denne adressen er slettet og skal ikke hentes inn igjen fra lister. Har studenten selv bedt om å stå her igjen, velg samtykke eller egen henvendelse som grunnlag.");
