namespace Rekruttering.Domain.Students.Import;

/// <summary>What a column of a list of persons means.</summary>
public enum ImportField
{
    /// <summary>Not taken in.</summary>
    Ignore,
    FirstName,
    LastName,

    /// <summary>Both names in one column, with a comma after the last name or the first name first.</summary>
    FullName,

    /// <summary>Both names in one column, with a comma after the last name or the last name first.</summary>
    FullNameLastFirst,
    Email,
    Phone,

    /// <summary>Number or name, today's or a former one.</summary>
    HomeKommune,

    /// <summary>The number alone, beside a column with the name.</summary>
    HomeKommuneNumber,
    StudyPlace,
    Country,
    StartTerm,

    /// <summary>Which year of study the person was in when the list was made.</summary>
    StudyYear,
    Graduation,

    /// <summary>Whether the studies run, rest or are over.</summary>
    Progression,
    DelayTerms,

    /// <summary>The first semester of the leave that goes on.</summary>
    LeaveFrom,

    /// <summary>The student licence, from and to in one column.</summary>
    Licence,
    LicenceFrom,
    LicenceTo,
    BirthYear,

    /// <summary>Bokmål, nynorsk or English.</summary>
    Language,
    Source,
    LegalBasis,
    CollectedOn,

    /// <summary>The day consent was given: legal basis and date in one column. An empty cell means no consent.</summary>
    ConsentGivenOn,
    Notes,

    /// <summary>Why the person belongs here.</summary>
    Ties,

    /// <summary>Who answers for the person: a colleague by name or e-mail, or somebody in words.</summary>
    ContactPerson,
}

/// <summary>The fields in words.</summary>
public static class ImportFields
{
    /// <summary>What a recruiter chooses among, in the order of the list.</summary>
    public static IReadOnlyList<ImportField> All { get; } = Enum.GetValues<ImportField>();

    /// <summary>Whether the column holds both names.</summary>
    public static bool IsWholeName(this ImportField field) => field is ImportField.FullName or ImportField.FullNameLastFirst;

    /// <summary>The field's name in bokmål.</summary>
    public static string Label(this ImportField field) => field switch
    {
        ImportField.Ignore => "Ikke ta med",
        ImportField.FirstName => "Fornavn",
        ImportField.LastName => "Etternavn",
        ImportField.FullName => "Hele navnet",
        ImportField.FullNameLastFirst => "Hele navnet, etternavn først",
        ImportField.Email => "E-post",
        ImportField.Phone => "Telefon",
        ImportField.HomeKommune => "Hjemkommune",
        ImportField.HomeKommuneNumber => "Kommunenummer",
        ImportField.StudyPlace => "Studiested",
        ImportField.Country => "Studieland",
        ImportField.StartTerm => "Studiestart",
        ImportField.StudyYear => "Studieår",
        ImportField.Graduation => "Forventet ferdig",
        ImportField.Progression => "Studieløp",
        ImportField.DelayTerms => "Semestre forsinket",
        ImportField.LeaveFrom => "Permisjon fra",
        ImportField.Licence => "Lisens (fra og til)",
        ImportField.LicenceFrom => "Lisens fra",
        ImportField.LicenceTo => "Lisens til",
        ImportField.BirthYear => "Fødselsår",
        ImportField.Language => "Målform eller språk",
        ImportField.Source => "Kilde",
        ImportField.LegalBasis => "Behandlingsgrunnlag",
        ImportField.CollectedOn => "Dato innhentet",
        ImportField.ConsentGivenOn => "Samtykke gitt (dato)",
        ImportField.Notes => "Merknad",
        ImportField.Ties => "Tilknytning",
        ImportField.ContactPerson => "Kontaktperson",
        _ => field.ToString(),
    };
}
