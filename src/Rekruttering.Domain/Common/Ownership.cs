namespace Rekruttering.Domain.Common;

/// <summary>A row that belongs to one kommune, the controller of its data. The database filters and guards every such row.</summary>
public interface IKommuneOwned
{
    /// <summary>Four characters, e.g. "5007".</summary>
    string KommuneNumber { get; }
}

/// <summary>A row with a version token of our own; a save over a newer version fails instead of overwriting.</summary>
public interface IVersioned
{
    /// <summary>Counts the saves of this row, from 1.</summary>
    int Version { get; set; }
}
