using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>Somebody that a bulk change is about.</summary>
/// <param name="Now">What stands there, for those that are touched; why not, for those left out.</param>
public sealed record BulkPerson(Guid Id, string Name, string? Now)
{
    /// <summary>The id alone.</summary>
    public override string ToString() => $"student {Id}";
}

/// <summary>Whom a bulk change would touch, and who is left out and why.</summary>
/// <param name="Seal">Names exactly those touched: what is carried out is what was shown, or nothing.</param>
public sealed record BulkPreview(string What, string Choice, int Touched, IReadOnlyList<BulkPerson> Some, int LeftOut, IReadOnlyList<(string Why, int Count, IReadOnlyList<BulkPerson> Some)> Reasons, string Seal);

/// <summary>Shows what a bulk change would do. Writes nothing.</summary>
public sealed class PreviewBulk(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>More students than so many are to be taken in parts: one change is one transaction.</summary>
    public const int Most = 5000;

    /// <summary>How many are named.</summary>
    public const int MostNamed = 100;

    /// <summary>Refused when something is not chosen, or when the choice is too large.</summary>
    public async Task<Result<BulkPreview>> ReadAsync(BulkOrder order, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await order.ProblemAsync(db, ct) is { } problem)
            return problem;
        var today = OsloTime.DateOf(clock.UtcNow());
        if (await order.Of(db, today).CountAsync(ct) > Most)
            return InvalidInput.In(nameof(order.Kind), $"Utvalget er på over {Most:N0} studenter. Avgrens det, og ta resten etterpå.");
        var students = await order.Of(db, today).AsNoTracking().OrderBy(s => s.SearchName).ThenBy(s => s.Id).ToListAsync(ct);
        var names = order.Kind == BulkKind.ContactPerson ? await RegisterChecks.NamesOfAsync(db, students.Select(s => s.ContactPersonId), ct) : [];
        var touched = students.Where(s => order.WhyNot(s) is null).ToList();
        var reasons = students.Select(s => (Why: order.WhyNot(s), Student: s)).Where(s => s.Why is not null).GroupBy(s => s.Why!)
            .Select(g => (g.Key, g.Count(), (IReadOnlyList<BulkPerson>)[.. g.Take(MostNamed).Select(s => new BulkPerson(s.Student.Id, s.Student.FullName, null))])).ToList();
        return new BulkPreview(await order.WhatAsync(db, ct), order.Choice, touched.Count,
            [.. touched.Take(MostNamed).Select(s => new BulkPerson(s.Id, s.FullName, Stands(order.Kind!.Value, s, names)))], students.Count - touched.Count, reasons, SealOf(touched.Select(s => s.Id)));
    }

    /// <summary>The same ids give the same seal, whatever their order.</summary>
    internal static string SealOf(IEnumerable<Guid> ids)
    {
        var bytes = ids.Order().SelectMany(id => id.ToByteArray()).ToArray();
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static string? Stands(BulkKind kind, Student s, Dictionary<Guid, string> names) => kind switch
    {
        BulkKind.ContactPerson => s.ContactPersonId is { } id ? names.GetValueOrDefault(id) ?? "en tidligere kollega" : s.ContactName ?? "ingen kontaktperson",
        BulkKind.Progression => StudentWords.Of(s.Progression),
        BulkKind.AddTie => StudentWords.Of(s.Ties) ?? "ingen tilknytning",
        _ => null,
    };
}
