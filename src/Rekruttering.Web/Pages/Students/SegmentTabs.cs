using Rekruttering.Application.Students;

namespace Rekruttering.Web.Pages.Students;

/// <summary>The shared segments as tabs above a list that follows a filter.</summary>
/// <param name="All">The filter of the first tab.</param>
/// <param name="AddressOf">Where a filter leads.</param>
public sealed record SegmentTabs(ListSurroundings Around, StudentFilter Filter, StudentFilter All, Func<StudentFilter, string> AddressOf);
