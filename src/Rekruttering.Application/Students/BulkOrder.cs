using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>What is to be done to a choice of students, as it was chosen on the page.</summary>
/// <param name="Kind">Null until chosen.</param>
/// <param name="Chosen">Those ticked; without any it is all of the filter.</param>
/// <param name="Filter">Also says in words whom it is about.</param>
public sealed record BulkOrder(BulkKind? Kind, StudentFilter Filter, IReadOnlyList<Guid> Chosen)
{
    public Guid? ContactPersonId { get; init; }
    public string? ContactName { get; init; }
    public Progression? Progression { get; init; }
    public TieKind? Tie { get; init; }
    public string? Words { get; init; }

    /// <summary>The kommune's study places, to name one that it has added.</summary>
    public Domain.Places.StudyPlaceList? Places { get; init; }

    /// <summary>Whom, in words.</summary>
    public string Choice => Chosen.Count switch { 0 => Filter.Describe(Places), 1 => "Én valgt student", var n => $"{n} valgte studenter" };

    /// <summary>Which value of a student it is about.</summary>
    internal BulkValue Value => new(Kind!.Value, Tie ?? TieKind.Other);

    /// <summary>Its problem, with the field, or null.</summary>
    internal async Task<Refusal?> ProblemAsync(RekrutteringDb db, CancellationToken ct) => Kind switch
    {
        null => InvalidInput.In(nameof(Kind), "Velg hva som skal gjøres."),
        { } kind when !Enum.IsDefined(kind) => InvalidInput.In(nameof(Kind), "Velg hva som skal gjøres."),
        BulkKind.ContactPerson when ContactPersonId is not null && !string.IsNullOrWhiteSpace(ContactName) => InvalidInput.In(nameof(ContactName), "Velg en kollega eller skriv et navn, ikke begge."),
        BulkKind.ContactPerson when ContactName?.Trim().Length > 100 => InvalidInput.In(nameof(ContactName), "Skriv et navn på høyst 100 tegn."),
        BulkKind.ContactPerson when StudentForm.Without(ContactName) != ContactName => NationalIdTyped.In(nameof(ContactName)),
        BulkKind.ContactPerson => await RegisterChecks.ContactPersonAsync(db, ContactPersonId, ct),
        BulkKind.Progression when Progression is not { } p || !Enum.IsDefined(p) => InvalidInput.In(nameof(Progression), "Velg et studieløp."),
        BulkKind.AddTie when Tie is not { } tie || !Enum.IsDefined(tie) => InvalidInput.In(nameof(Tie), "Velg en tilknytning."),
        BulkKind.AddTie when Words?.Trim().Length > Ties.LongestWords => InvalidInput.In(nameof(Words), $"Skriv høyst {Ties.LongestWords} tegn."),
        BulkKind.AddTie when StudentForm.Without(Words) != Words => NationalIdTyped.In(nameof(Words)),
        _ => null,
    };

    /// <summary>"Sett kontaktperson til Kari".</summary>
    internal async Task<string> WhatAsync(RekrutteringDb db, CancellationToken ct) => Kind switch
    {
        BulkKind.Archive => "Arkiver",
        BulkKind.Restore => "Hent tilbake fra arkivet",
        BulkKind.ContactPerson => ((await RegisterChecks.NamesOfAsync(db, [ContactPersonId], ct)).Values.FirstOrDefault() ?? Named) is { } name ? $"Sett kontaktperson til {name}" : "Fjern kontaktpersonen",
        BulkKind.Progression => $"Sett studieløp til «{StudentWords.Of(Progression!.Value)}»",
        _ => $"Legg til tilknytning «{StudentWords.Of(Ties.None.With(Tie!.Value, Words?.Trim() ?? ""))}»",
    };

    /// <summary>Why a student of the choice is left out, or null.</summary>
    internal string? WhyNot(Student student) => Kind switch
    {
        BulkKind.Archive => student.Status == StudentStatus.Archived ? "er arkivert allerede" : null,
        BulkKind.Restore => student.Status == StudentStatus.Active ? "er ikke arkivert" : null,
        _ when student.Status == StudentStatus.Archived => "er arkivert",
        BulkKind.AddTie when student.Ties[Tie!.Value] is not null => "har denne tilknytningen fra før",
        BulkKind.Progression when student.Progression == Progression => "har dette studieløpet fra før",
        BulkKind.ContactPerson when student.ContactPersonId == ContactPersonId && student.ContactName == Named => "har denne kontaktpersonen fra før",
        _ => null,
    };

    /// <summary>Does it to one student.</summary>
    internal void Do(Student student, DateTime now)
    {
        var details = student.Details;
        switch (Kind)
        {
            case BulkKind.Archive:
                _ = student.Archive(now);
                break;
            case BulkKind.Restore:
                _ = student.Restore(now);
                break;
            case BulkKind.ContactPerson:
                student.Update(details with { ContactPersonId = ContactPersonId, ContactName = Named }, now);
                break;
            case BulkKind.Progression:
                student.Update((details with { Progression = Progression!.Value }).After(details, Term.Of(OsloTime.DateOf(now))), now);
                break;
            default:
                student.Update(details with { Ties = details.Ties.With(Tie!.Value, Words?.Trim() ?? "") }, now);
                break;
        }
    }

    /// <summary>The students it is about, untouched.</summary>
    internal IQueryable<Student> Of(RekrutteringDb db, DateOnly today) =>
        Chosen.Count > 0 ? db.Students.Where(s => Chosen.Contains(s.Id)) : Filter.Apply(db, today);

    private string? Named => string.IsNullOrWhiteSpace(ContactName) ? null : ContactName.Trim();
}
