namespace Rekruttering.Application.Data;

/// <summary>
/// Whose rows this unit of work may see and write. Starts closed: nobody's. A request enters the signed-in user's kommune, a
/// personal link enters its own, a job enters each kommune in turn or, where it drains a table of all kommuner, all of them.
/// </summary>
public sealed class KommuneScope
{
    /// <summary>The kommune that is entered, or null.</summary>
    public string? Number { get; private set; }

    /// <summary>True in jobs and commands of the operator.</summary>
    public bool IsEverywhere { get; private set; }

    /// <summary>Sees and writes this kommune's rows only.</summary>
    public void Enter(string kommuneNumber) => (Number, IsEverywhere) = (kommuneNumber, false);

    /// <summary>Sees and writes what another unit of work does.</summary>
    public void EnterSame(KommuneScope other) => (Number, IsEverywhere) = (other.Number, other.IsEverywhere);

    /// <summary>Sees and writes the rows of all. Never in a request.</summary>
    public void EnterEverywhere() => (Number, IsEverywhere) = (null, true);
}

/// <summary>A bug: a row of another kommune was about to be written.</summary>
public sealed class ForeignKommuneException(string entity) : InvalidOperationException($"A {entity} of another kommune was about to be saved.");
