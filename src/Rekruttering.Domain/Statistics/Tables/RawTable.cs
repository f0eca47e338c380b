namespace Rekruttering.Domain.Statistics.Tables;

/// <summary>One value of a dimension.</summary>
/// <param name="Code">Its code, or its text where the file has no codes.</param>
/// <param name="Label">Its text.</param>
public sealed record Category(string Code, string Label);

/// <summary>What the file itself says that a dimension is.</summary>
public enum DimensionRole { None, Time, Geo, Metric }

/// <summary>One way that a table is divided, as its file names it.</summary>
/// <param name="Id">The file's code for it; may be empty.</param>
/// <param name="Label">Its heading; empty for what stands in a table's head without a name.</param>
/// <param name="Role">What the file says it is.</param>
/// <param name="Categories">Its values, in the order that cells point at.</param>
public sealed record RawDimension(string Id, string Label, DimensionRole Role, IReadOnlyList<Category> Categories);

/// <summary>One cell: which value of each dimension, and what stands there.</summary>
/// <param name="At">Parallel to the dimensions.</param>
/// <param name="Value">The contents.</param>
public readonly record struct RawCell(int[] At, CellValue Value);

/// <summary>A table as its file has it, whatever the format, before anybody says what the dimensions mean.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Texts">Everything else it says of itself: lines above and below, notes.</param>
/// <param name="Source">Who made it, when the format has a place for that.</param>
/// <param name="UpdatedOn">When it was last changed, when the format has a place for that.</param>
/// <param name="Dimensions">How it is divided.</param>
/// <param name="Cells">Its cells, one at a time; may be gone through again.</param>
public sealed record RawTable(string Title, IReadOnlyList<string> Texts, string? Source, DateOnly? UpdatedOn, IReadOnlyList<RawDimension> Dimensions, IEnumerable<RawCell> Cells);
