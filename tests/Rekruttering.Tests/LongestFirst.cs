using Rekruttering.Tests.Campaigns;
using Rekruttering.Tests.Guards;
using Rekruttering.Tests.Import;
using Rekruttering.Tests.Sending;
using Rekruttering.Tests.Web;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Rekruttering.Tests.LongestFirst", "Rekruttering.Tests")]

namespace Rekruttering.Tests;

/// <summary>
/// Begins with the classes that take longest: xunit picks by chance, and a class that walks every route, begun last, keeps one core for a
/// minute while the other has nothing left to do.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Longest =
    [
        typeof(EveryRouteAndEveryRole), typeof(KillingAnImport), typeof(SharingADomain), typeof(UndoingAnImport), typeof(RunningTheProgram),
        typeof(PlanningACampaign), typeof(WhatTheServerSays), typeof(KeepingTheHours), typeof(CheckingACampaign),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    // A class that shares its fixture with none is a collection named for it.
    private static int Place(ITestCollection collection) =>
        Array.FindIndex(Longest, type => collection.DisplayName.EndsWith(' ' + type.FullName!, StringComparison.Ordinal)) is >= 0 and var place ? place : Longest.Length;
}
