using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Students.Import;

/// <summary>Proposes what each column means, from its header in bokmål, nynorsk or English, else from what stands in it. A person corrects it.</summary>
public static class ColumnGuess
{
    static readonly Dictionary<string, ImportField> Headers = new Dictionary<ImportField, string>
    {
        [ImportField.FirstName] = "fornavn|fornamn|first name|firstname|given name|for og mellomnavn|fornavn mellomnavn",
        [ImportField.LastName] = "etternavn|etternamn|slektsnavn|last name|lastname|surname|family name",
        [ImportField.FullName] = "navn|namn|name|full name|fullt navn|fullt namn|student|studentnavn|hele navnet|etternavn fornavn|fornavn etternavn|fornavn og etternavn|etternavn og fornavn",
        [ImportField.Email] = "e post|epost|e postadresse|epostadresse|mail|e mail|email|mailadresse|e mailadresse|email address|e mail address|privat e post|epost privat",
        [ImportField.Phone] = "mobil|telefon|mobil nr|mobil nummer|telefon nr|telefon mobil|mobiltlf|tlf mobil|telephone|mobile number|tlf|mobilnummer|mobilnr|mobiltelefon|telefonnummer|telefonnr|tlf nr|phone|mobile|cell|phone number|mobile phone",
        [ImportField.HomeKommune] = "hjemkommune|heimkommune|kommune|hjemstedskommune|heimstadkommune|bostedskommune|bustadkommune|hjemsted|heimstad|kommunenavn|kommunenamn|hjemmekommune|home municipality|municipality|tilhorighet|fra kommune",
        [ImportField.HomeKommuneNumber] = "kommunenr|kommunenummer|komm nr|komnr|knr|kommnr|komm 16|kommune nr|municipality number|hjemkommunenr|hjemkommunenummer",
        [ImportField.StudyPlace] = "studiested|studiestad|larested|laerested|laerestad|universitet|skole|skule|university|school|place of study|studerer ved|institusjon|studieplass",
        [ImportField.Country] = "land|studieland|utd studieland|country|country of study",
        [ImportField.StartTerm] = "startet|start|studiestart|oppstart|begynte|starta|startsemester|start semester|studium start|startar|start of studies|started|start term|kull|opptak",
        [ImportField.StudyYear] = "studiear|ar|arskull|arstrinn|klasse|studieaar|studiearet|year|year of study|study year|studietrinn",
        [ImportField.Graduation] = "ferdig|ferdig ca|forventet ferdig|forventa ferdig|venta ferdig|avslutter|slutt|uteksaminert|uteksaminering|graduation|expected graduation|graduates|graduation year|ferdig ar|sluttar",
        [ImportField.Progression] = "studielop|progresjon|progression",
        [ImportField.DelayTerms] = "semestre forsinket|semester forseinka|semesters delayed",
        [ImportField.LeaveFrom] = "permisjon fra|permisjon fra og med|on leave from",
        [ImportField.Licence] = "lisens|studentlisens|student lisens|lisensperiode|licence|license|student licence|student license",
        [ImportField.LicenceFrom] = "lisens fra|lisens fra og med|lisens fom|studentlisens fra|lisens gjelder fra|lisens gjeld fra|lisens gyldig fra|lisens startdato|har lisens fra|licence from|license from|licence valid from|license valid from|student licence from",
        [ImportField.LicenceTo] = "lisens til|lisens til og med|lisens tom|studentlisens til|lisens gjelder til|lisens gjeld til|lisens gyldig til|lisens sluttdato|lisens utloper|lisens gar ut|lisensen gar ut|licence to|license to|licence until|license until|licence valid to|license valid to|licence valid until|licence expires|license expires",
        [ImportField.BirthYear] = "fodselsar|fodselsaar|fodt|fodt ar|fodd|fodeaar|fodear|fodselsdato|fodd ar|birth year|year of birth|born|date of birth|birthdate",
        [ImportField.Language] = "malform|sprak|language|maalform|foretrukket sprak",
        [ImportField.Source] = "kilde|kjelde|source|hentet fra|henta fra",
        [ImportField.LegalBasis] = "grunnlag|behandlingsgrunnlag|rettsgrunnlag|rettslig grunnlag|legal basis|basis|heimel|hjemmel|samtykke",
        [ImportField.CollectedOn] = "dato innhentet|dato innhenta|innhentet|innhenta|innhentet dato|dato|registrert|registrert dato|collected|collected on|date collected|date",
        [ImportField.ConsentGivenOn] = "samtykke gitt|samtykke dato|samtykkedato|samtykkje gitt|dato for samtykke|samtykke gitt dato|consent given|consent date|samtykket",
        [ImportField.Ties] = "tilknytning|tilknyting|lokal tilknytning|lokal tilhorighet|local ties|ties",
        [ImportField.ContactPerson] = "kontaktperson|kontaktperson i kommunen|kontakt i kommunen|var kontaktperson|ansvarlig|ansvarleg|ansvarlig leder|ansvarleg leiar|ansvarlig i kommunen|ansvarleg i kommunen|ansvarlig kontakt|folges opp av|blir folgt opp av|contact person|responsible person|followed up by",
        [ImportField.Notes] = "merknad|merknader|notat|notater|kommentar|kommentarer|notes|note|comment|comments|annet|anna",
    }.SelectMany(pair => pair.Value.Split('|').Select(name => (name, pair.Key))).ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>What the header alone says; null when it says nothing we know.</summary>
    public static ImportField? FromHeader(string? header)
    {
        var words = SearchText.Words(header);
        if (words.Length == 0) return null;
        var bracket = header!.IndexOf('(', StringComparison.Ordinal);
        if (!Headers.TryGetValue(words, out var field) && !(bracket > 0 && Headers.TryGetValue(SearchText.Words(header[..bracket]), out field))) return null;
        return field == ImportField.FullName && NameText.SaysLastNameFirst(header) ? ImportField.FullNameLastFirst : field;
    }

    /// <summary>A field for each column, each field at most once (the first column that claims it).</summary>
    /// <param name="headers">The header texts.</param>
    /// <param name="sample">Some of the first rows.</param>
    /// <param name="places">The study places that the kommune knows; the shared ones when it is left out.</param>
    public static IReadOnlyList<ImportField> For(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> sample, StudyPlaceList? places = null)
    {
        var fields = new ImportField[headers.Count];
        var taken = new HashSet<ImportField>();
        for (var i = 0; i < fields.Length; i++)
            if (FromHeader(headers[i]) is { } field && taken.Add(field)) fields[i] = field;
        for (var i = 0; i < fields.Length; i++)
            if (fields[i] == ImportField.Ignore && FromContents(Cells(sample, i), places ?? StudyPlaceList.Shared) is { } field && !taken.Contains(field) && !Covered(field, taken))
                fields[taken.Add(field) ? i : 0] = field;
        SettleNames(fields, sample);
        return fields;
    }

    /// <summary>The same, where a person has said what most of these columns are in an earlier list: that stands, and only what is new is guessed.</summary>
    public static IReadOnlyList<ImportField> Remembering(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> sample, IReadOnlyList<string> earlierHeaders, IReadOnlyList<ImportField> earlierFields, StudyPlaceList? places = null)
    {
        var said = new Dictionary<string, ImportField>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < earlierHeaders.Count && i < earlierFields.Count; i++) said.TryAdd(earlierHeaders[i], earlierFields[i]);
        var taken = headers.Where(said.ContainsKey).Select(header => said[header]).ToHashSet();
        var fields = For(headers, sample, places).Select((guess, i) => said.TryGetValue(headers[i], out var field) ? field : taken.Contains(guess) ? ImportField.Ignore : guess).ToArray();
        // Two columns under one header: the first keeps what was said.
        for (var i = 0; i < fields.Length; i++)
            if (Array.IndexOf(fields, fields[i], 0, i) >= 0) fields[i] = ImportField.Ignore;
        SettleNames(fields, sample);
        return fields;
    }

    // "Navn" beside "Etternavn" is the first name, unless it holds both; beside both it is left out.
    static void SettleNames(ImportField[] fields, IReadOnlyList<IReadOnlyList<string>> sample)
    {
        var (whole, first, last) = (Array.FindIndex(fields, field => field.IsWholeName()), Array.IndexOf(fields, ImportField.FirstName), Array.IndexOf(fields, ImportField.LastName));
        if (whole < 0) return;
        for (var i = whole + 1; i < fields.Length; i++)
            if (fields[i].IsWholeName()) fields[i] = ImportField.Ignore;
        if (first >= 0 && last >= 0) fields[whole] = ImportField.Ignore;
        else if (Math.Max(first, last) is var other and >= 0 && HoldsBoth(other)) fields[other] = ImportField.Ignore;
        else if (last >= 0) fields[whole] = ImportField.FirstName;
        else if (first >= 0) fields[whole] = ImportField.LastName;

        bool HoldsBoth(int part) => sample.Any(row => Words(row, part).Length > 0) && sample.All(row => Words(row, part).All(Words(row, whole).Contains));
        static string[] Words(IReadOnlyList<string> row, int column) => column < row.Count ? SearchText.Words(row[column]).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
    }

    static bool Covered(ImportField field, HashSet<ImportField> taken) => field switch
    {
        ImportField.HomeKommuneNumber => taken.Contains(ImportField.HomeKommune),
        ImportField.Country => taken.Contains(ImportField.StudyPlace) && taken.Contains(ImportField.Country),
        _ => false,
    };

    static string[] Cells(IReadOnlyList<IReadOnlyList<string>> sample, int column) =>
        [.. sample.Where(row => column < row.Count).Select(row => row[column].Trim()).Where(cell => cell.Length > 0)];

    static ImportField? FromContents(string[] cells, StudyPlaceList places)
    {
        if (cells.Length < 2) return null;
        if (Most(cell => EmailAddress.TryParse(EmailText.Of(cell), out _))) return ImportField.Email;
        if (Most(cell => cell.Length >= 8 && PhoneNumber.TryParse(cell, out _))) return ImportField.Phone;
        if (Most(cell => cell.Length is 3 or 4 && Kommuner.Resolve(cell).Kind != KommuneMatchKind.Unknown)) return ImportField.HomeKommuneNumber;
        if (Most(cell => Countries.Resolve(cell) is not null)) return ImportField.Country;
        if (Most(cell => !char.IsAsciiDigit(cell[0]) && Kommuner.Resolve(cell).Kind != KommuneMatchKind.Unknown)) return ImportField.HomeKommune;
        if (Most(cell => places.Match(cell) is not null)) return ImportField.StudyPlace;
        return null;

        bool Most(Func<string, bool> holds) => cells.Count(holds) * 5 >= cells.Length * 4;
    }
}
