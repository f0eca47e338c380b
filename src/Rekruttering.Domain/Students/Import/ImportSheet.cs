namespace Rekruttering.Domain.Students.Import;

/// <summary>One sheet of a workbook that has something on several.</summary>
/// <param name="Name">As its tab says.</param>
/// <param name="Tab">Its place from the left, from 1, among those that are seen; a hidden one's among the hidden.</param>
/// <param name="IsRead">Its rows are in the list.</param>
/// <param name="IsHidden">Whoever opens the workbook does not see it.</param>
/// <param name="IsChosen">It is read because somebody named it, and not because it looked most like a list.</param>
public sealed record ImportSheet(string Name, int Tab, bool IsRead, bool IsHidden, bool IsChosen = false);
