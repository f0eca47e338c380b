using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Rekruttering.Application.Data;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>The study year asked for. A student who has completed or broken off the studies is in no year.</summary>
public enum StageFilter { Year1 = 1, Year2, Year3, Year4, Year5, Year6, NotBegun, Finished, Unknown }

/// <summary>Who stands in the working register; the default of every list and audience is <see cref="Active"/>.</summary>
public enum StatusFilter { Active, Archived, All }

/// <summary>Without any reservation, with some, or with one that stands against a topic (or against all).</summary>
public enum ReservationFilter { None, Some, Jobs, Lis1, News, Events, AllCampaigns, NoContact }

/// <summary>Those with a tie of one kind, with any tie, or with none.</summary>
public enum TieFilter { GrewUp, Family, Partner, Other, Some, None }

/// <summary>
/// A choice of students: the filter of the register's list and the audience of a campaign or an offer. It is kept as its query
/// (<see cref="ToQuery"/>), whose names are stable; <see cref="FromQuery"/> of that gives an equal filter. An empty filter is all active students.
/// </summary>
public sealed partial record StudentFilter
{
    /// <summary>Longest search text that is looked at.</summary>
    public const int MostSearchCharacters = 100;

    /// <summary>Stands for no contact person and for no country in the address.</summary>
    public const string Nobody = "ingen";

    /// <summary>All active students.</summary>
    public static readonly StudentFilter Everyone = new();

    /// <summary>Beginnings of words that must all be found in the name, the e-mail address or the study place; case and diacritics do not matter, and "Aase" is "Åse".</summary>
    public string? Search { get; init => field = Clean(value); }

    /// <summary>A code of <see cref="StudyPlaceCatalogue"/>, or of a place that the kommune has added.</summary>
    public string? StudyPlace { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the country of study; <see cref="Nobody"/> for those whose country is not noted.</summary>
    public string? Country { get; init; }

    public StageFilter? Stage { get; init; }
    public StatusFilter Status { get; init; }
    public ReservationFilter? Reservation { get; init; }

    /// <summary>Today's number of the home kommune.</summary>
    public string? HomeKommune { get; init; }

    public Progression? Progression { get; init; }

    /// <summary>A day on which the student must have a licence, by the dates that are entered.</summary>
    public DateOnly? LicensedOn { get; init; }

    /// <summary>The day of a count: those whom the coverage of that day takes as known. They studied then, and their home is here or not noted.</summary>
    public DateOnly? CountedOn { get; init; }

    public TieFilter? Tie { get; init; }

    /// <summary>The colleague who answers; <see cref="Guid.Empty"/> is nobody, neither somebody who works for the kommune today nor a name.</summary>
    public Guid? ContactPerson { get; init; }

    /// <summary>Whether anything but the status is asked for.</summary>
    public bool IsNarrowed => this with { Status = StatusFilter.Active } != Everyone;

    /// <summary>Reads a query, with or without its question mark. Unknown names and impossible values are ignored, never an error.</summary>
    public static StudentFilter FromQuery(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Get(string name) => values.TryGetValue(name, out var value) ? value[0]?.Trim() : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Get(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return new StudentFilter
        {
            Search = Get("sok"),
            StudyPlace = StudyPlaceCatalogue.Find(Get("sted"))?.Code ?? (OwnStudyPlace.IsCode(Get("sted")) ? Get("sted") : null),
            Country = Get("land") == Nobody ? Nobody : Countries.Find(Get("land"))?.Code,
            Stage = StageNames.Find(Get("ar")),
            Status = StatusNames.Find(Get("status")) ?? StatusFilter.Active,
            Reservation = ReservationNames.Find(Get("reservasjon")),
            HomeKommune = Kommuner.Find(Get("hjem"))?.Number,
            Progression = ProgressionNames.Find(Get("lop")),
            Tie = TieNames.Find(Get("tilknytning")),
            ContactPerson = Get("kontaktperson") is { } person ? person == Nobody ? Guid.Empty : Guid.TryParse(person, out var colleague) ? colleague : null : null,
            LicensedOn = Day("lisens"),
            CountedOn = Day("dekning"),
        };
    }

    /// <summary>"?land=PL&amp;ar=5", always in the same order; empty when nothing is asked for.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", Values().Where(pair => pair.Value is not null));

    /// <summary>
    /// The students of the choice, in no order. Rows of another kommune are kept out by the database's own filter.
    /// </summary>
    /// <param name="db">Where to choose from.</param>
    /// <param name="today">The day in Oslo that the study year is counted on.</param>
    public IQueryable<Student> Apply(RekrutteringDb db, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        var students = Searched(db);
        students = Status switch
        {
            StatusFilter.Active => students.Where(s => s.Status == StudentStatus.Active),
            StatusFilter.Archived => students.Where(s => s.Status == StudentStatus.Archived),
            _ => students,
        };
        if (StudyPlace is { } place)
            students = students.Where(s => s.StudyPlaceCode == place);
        if (Country is { } country)
            students = country == Nobody ? students.Where(s => s.CountryCode == null) : students.Where(s => s.CountryCode == country);
        if (HomeKommune is { } home)
            students = students.Where(s => s.HomeKommune == home);
        if (Progression is { } progression)
            students = students.Where(s => s.Progression == progression);
        if (ContactPerson is { } person)
            students = person != Guid.Empty ? students.Where(s => s.ContactPersonId == person)
                : students.Where(s => s.ContactName == null && !db.Memberships.Any(m => m.UserId == s.ContactPersonId && m.KommuneNumber == s.KommuneNumber));
        if (LicensedOn is { } day)
            students = students.Where(s => s.LicenceFrom <= day && (s.LicenceTo == null || s.LicenceTo >= day));
        if (CountedOn is { } counted)
            students = students.Where(s => s.HomeKommune == null || s.HomeKommune == s.KommuneNumber).Where(KnownStudent.WhoStudiedIn(Term.Of(counted), Term.Of(today)));
        return Unreserved(Tied(Staged(students, Term.Of(today))));
    }

    /// <summary>
    /// The same choice read from the index of words alone, which knows status and name: thousands of hits are counted and put in order without their rows.
    /// Null when nothing is searched for, or anything besides that the index does not know.
    /// </summary>
    /// <param name="db">Where to choose from.</param>
    public IQueryable<StudentHit>? ApplyToWords(RekrutteringDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (this with { Search = null, Status = StatusFilter.Active } != Everyone || QueryFor(db) is not { } query)
            return null;
        var hits = db.StudentSearch(query);
        return Status switch
        {
            StatusFilter.Active => hits.Where(h => h.Status == StudentStatus.Active),
            StatusFilter.Archived => hits.Where(h => h.Status == StudentStatus.Archived),
            _ => hits,
        };
    }

    // Said apart for those whom a leave holds: their semester does not follow the calendar, and they have no last term unless a month is entered.
    private IQueryable<Student> Staged(IQueryable<Student> students, Term now)
    {
        var studying = students.Where(s => s.Progression != Domain.Students.Progression.Completed && s.Progression != Domain.Students.Progression.Discontinued);
        switch (Stage)
        {
            case null:
                return students;
            case StageFilter.Unknown:
                return studying.Where(s => s.StagedFrom == null);
            case StageFilter.NotBegun:
                return studying.Where(s => s.HeldSemester == null ? s.StagedFrom > now && s.LastTerm >= now : s.HeldSemester < 1 && (s.LastTerm == null || s.LastTerm >= now));
            case StageFilter.Finished:
                return students.Where(s => s.Progression == Domain.Students.Progression.Completed || (s.LastTerm < now && s.Progression != Domain.Students.Progression.Discontinued));
            case StageFilter.Year6:
                // The sixth year goes on until the last term is over.
                var eleventh = now.Plus(2 - StudyStage.Terms);
                return studying.Where(s => s.HeldSemester == null ? s.StagedFrom <= eleventh && s.LastTerm >= now : s.HeldSemester >= StudyStage.Terms - 1 && (s.LastTerm == null || s.LastTerm >= now));
            default:
                var (first, second) = (now.Plus(1 - (2 * (int)Stage)), now.Plus(2 - (2 * (int)Stage)));
                var (held, after) = ((2 * (int)Stage) - 1, 2 * (int)Stage);
                return studying.Where(s => s.HeldSemester == null
                    ? (s.StagedFrom == first || s.StagedFrom == second) && s.LastTerm >= now
                    : (s.HeldSemester == held || s.HeldSemester == after) && (s.LastTerm == null || s.LastTerm >= now));
        }
    }

    private IQueryable<Student> Tied(IQueryable<Student> students) => Tie switch
    {
        null => students,
        TieFilter.GrewUp => students.Where(s => s.TieGrewUp != null),
        TieFilter.Family => students.Where(s => s.TieFamily != null),
        TieFilter.Partner => students.Where(s => s.TiePartner != null),
        TieFilter.Other => students.Where(s => s.TieOther != null),
        TieFilter.Some => students.Where(s => s.TieGrewUp != null || s.TieFamily != null || s.TiePartner != null || s.TieOther != null),
        _ => students.Where(s => s.TieGrewUp == null && s.TieFamily == null && s.TiePartner == null && s.TieOther == null),
    };

    private IQueryable<Student> Unreserved(IQueryable<Student> students)
    {
        switch (Reservation)
        {
            case null:
                return students;
            case ReservationFilter.None:
                return students.Where(s => !s.Reservations.Any());
            case ReservationFilter.Some:
                return students.Where(s => s.Reservations.Any());
            default:
                var topic = Enum.Parse<ReservationScope>(Reservation.Value.ToString());
                return students.Where(s => s.Reservations.Any(r => r.Scope == topic || r.Scope == ReservationScope.AllCampaigns || r.Scope == ReservationScope.NoContact));
        }
    }

    private IQueryable<Student> Searched(RekrutteringDb db)
    {
        if (Search is null)
            return db.Students;
        if (QueryFor(db) is not { } query)
            return db.Students.Where(_ => false);
        // Becomes a CROSS JOIN, which SQLite carries out in the order that is written: by "id in" or a join it walks the whole kommune in the list's order and looks for the few among them.
        return db.StudentSearch(query).SelectMany(_ => db.Students, (found, s) => new { found.StudentId, Student = s }).Where(pair => pair.Student.Id == pair.StudentId).Select(pair => pair.Student);
    }

    // Null when there is nothing to find anybody by.
    private string? QueryFor(RekrutteringDb db) =>
        Search is not null && Search != NationalId.Removed && SearchText.Search(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? db.QueryFor(words) : null;

    /// <summary>The parts that are asked for, under their names in the address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts => Values().Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));

    private IEnumerable<KeyValuePair<string, string?>> Values() =>
    [
        new("sok", Search), new("sted", StudyPlace), new("land", Country), new("ar", StageNames.Of(Stage)),
        new("status", Status == StatusFilter.Active ? null : StatusNames.Of(Status)), new("reservasjon", ReservationNames.Of(Reservation)),
        new("hjem", HomeKommune), new("lop", ProgressionNames.Of(Progression)), new("lisens", Written(LicensedOn)), new("dekning", Written(CountedOn)),
        new("tilknytning", TieNames.Of(Tie)), new("kontaktperson", ContactPerson is { } person ? person == Guid.Empty ? Nobody : person.ToString() : null),
    ];

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A fødselsnummer is not searched for, and does not travel on in an address. A search for nothing else finds nobody: without it the choice would be everybody.
    private static string? Clean(string? search)
    {
        var scrubbed = NationalId.Scrub(search ?? "");
        var words = string.Join(' ', scrubbed.Replace(NationalId.Removed, " ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length switch
        {
            0 => scrubbed.Contains(NationalId.Removed, StringComparison.Ordinal) ? NationalId.Removed : null,
            > MostSearchCharacters => words.Cut(MostSearchCharacters).TrimEnd(),
            _ => words,
        };
    }
}
