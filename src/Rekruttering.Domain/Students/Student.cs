using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Students;

/// <summary>
/// A medical student in one kommune's register. The row belongs to that kommune; <see cref="HomeKommune"/> may be another.
/// A fødselsnummer has no place here (personopplysningsloven § 12).
/// </summary>
public sealed partial class Student : IKommuneOwned, IVersioned
{
    private readonly List<Reservation> _reservations = [];

    private Student() { }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";

    /// <summary>Both names folded: what the list is ordered by.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>Both names folded for duplicates: Øverås and Øveraas meet.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The last name folded in the same way: what near namesakes are looked for by.</summary>
    public string FamilyKey { get; private set; } = "";

    public string? Email { get; private set; }

    /// <summary>The address folded for comparison; the same mailbox has the same key.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; private set; }

    public int? BirthYear { get; private set; }

    /// <summary>Today's number of the home kommune.</summary>
    public string? HomeKommune { get; private set; }

    public string? StudyPlaceCode { get; private set; }
    public string? StudyPlaceText { get; private set; }
    public int? StudyTerms { get; private set; }
    public int? PreclinicalYears { get; private set; }
    public string? CountryCode { get; private set; }

    /// <summary>Name, city and country of the study place folded, in this order: what the list sorts by.</summary>
    public string SearchPlace { get; private set; } = "";

    /// <summary>The words of the name, the address and the study place, as <see cref="SearchText.Search"/> makes them: what search looks in.</summary>
    public string SearchWords { get; private set; } = "";

    public Term? StartTerm { get; private set; }
    public int DelayTerms { get; private set; }

    /// <summary>The first term of the count (<see cref="StudyPlan.CountFrom"/>): the engines count from it.</summary>
    public Term? StagedFrom { get; private set; }

    /// <summary>The semester that a leave holds the student in; null when none goes on. So the engines need not know of leave.</summary>
    public int? HeldSemester { get; private set; }

    public Term? LeaveFrom { get; private set; }

    /// <summary>The last term by the plan (<see cref="StudyPlan.LastTerm"/>): the engines see by it who is done. Null when it is unknown, and while a leave holds a student whose last month nobody has entered.</summary>
    public Term? LastTerm { get; private set; }

    public int? GraduationYear { get; private set; }
    public int? GraduationMonth { get; private set; }
    public Progression Progression { get; private set; }
    public WrittenForm WrittenForm { get; private set; }
    public string? TieGrewUp { get; private set; }
    public string? TieFamily { get; private set; }
    public string? TiePartner { get; private set; }
    public string? TieOther { get; private set; }
    public Guid? ContactPersonId { get; private set; }
    public string? ContactName { get; private set; }
    public DateOnly? LicenceFrom { get; private set; }
    public DateOnly? LicenceTo { get; private set; }
    public string? Note { get; private set; }
    public string Source { get; private set; } = "";
    public LegalBasis LegalBasis { get; private set; }
    public DateOnly CollectedOn { get; private set; }

    /// <summary>
    /// When the student was told what is stored and why (GDPR art. 13 and 14), UTC. Consent is given to somebody who was told;
    /// for any other basis the first mail carries the information and sets this.
    /// </summary>
    public DateTime? InformedAt { get; private set; }

    public StudentStatus Status { get; private set; }
    public DateTime? ArchivedAt { get; private set; }

    /// <summary>Set when a server has refused the address for good; cleared when the address is changed, or somebody says that it works.</summary>
    public DateTime? AddressDeadAt { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    public int Version { get; set; } = 1;

    public IReadOnlyList<Reservation> Reservations => _reservations;

    public string FullName => $"{FirstName} {LastName}";

    /// <summary>Why the student belongs here.</summary>
    public Ties Ties => new(TieGrewUp, TieFamily, TiePartner, TieOther);

    /// <summary>How the studies run, by the rules.</summary>
    public StudyPlan Plan => StudyPlan.Of(Details);

    /// <summary>A letter was lost in a file ("Dvo?ák"): no mail goes out in such a name before it is mended.</summary>
    public bool HasDamagedName => LostLetter.In(FirstName) || LostLetter.In(LastName);

    /// <summary>A new student of a kommune. The details are taken as checked.</summary>
    public static Student Create(string kommuneNumber, StudentDetails details, DateTime now)
    {
        var student = new Student { Id = Guid.CreateVersion7(), KommuneNumber = kommuneNumber, CreatedAt = now };
        student.Set(details, now);
        if (details.LegalBasis == LegalBasis.Consent)
            student.InformedAt = OsloTime.StartOf(details.CollectedOn);
        return student;
    }

    /// <summary>Everything about the student that may be edited, as it stands.</summary>
    public StudentDetails Details => new()
    {
        FirstName = FirstName,
        LastName = LastName,
        Email = Email,
        Phone = Phone,
        BirthYear = BirthYear,
        HomeKommune = HomeKommune,
        StudyPlaceCode = StudyPlaceCode,
        StudyPlaceText = StudyPlaceText,
        StudyTerms = StudyTerms,
        PreclinicalYears = PreclinicalYears,
        CountryCode = CountryCode,
        StartTerm = StartTerm,
        DelayTerms = DelayTerms,
        GraduationYear = GraduationYear,
        GraduationMonth = GraduationMonth,
        Progression = Progression,
        WrittenForm = WrittenForm,
        LeaveFrom = LeaveFrom,
        Ties = Ties,
        ContactPersonId = ContactPersonId,
        ContactName = ContactName,
        LicenceFrom = LicenceFrom,
        LicenceTo = LicenceTo,
        Note = Note,
        Source = Source,
        LegalBasis = LegalBasis,
        CollectedOn = CollectedOn,
    };

    /// <summary>Replaces the details; an address that is changed is no longer dead. The same details change nothing.</summary>
    public void Update(StudentDetails details, DateTime now)
    {
        if (details == Details)
            return;
        if (!string.Equals(EmailKey, KeyOf(details.Email), StringComparison.Ordinal))
            AddressDeadAt = null;
        Set(details, now);
    }

    /// <summary>Counts anew what the engines look at, for rows that an older version of the program has counted. Nothing that anybody entered changes.</summary>
    public void Recount()
    {
        var plan = Plan;
        (StagedFrom, LastTerm) = (plan.CountedFrom, plan.LastTerm);
        HeldSemester = plan.LeaveFrom is { } leave ? StudyStage.On(leave, StagedFrom).Semester : null;
    }

    /// <summary>Takes the student out of the working register; everything is kept and nothing is sent.</summary>
    public Result Archive(DateTime now)
    {
        if (Status == StudentStatus.Archived)
            return new AlreadyArchived();
        (Status, ArchivedAt, UpdatedAt) = (StudentStatus.Archived, now, now);
        return Result.Ok;
    }

    /// <summary>Takes an archived student back.</summary>
    public Result Restore(DateTime now)
    {
        if (Status == StudentStatus.Active)
            return new NotArchived();
        (Status, ArchivedAt, UpdatedAt) = (StudentStatus.Active, null, now);
        return Result.Ok;
    }

    /// <summary>Notes a reservation; twice is once.</summary>
    public void Reserve(ReservationScope scope, bool byStudent, DateTime now)
    {
        if (!HasReserved(scope))
            _reservations.Add(new Reservation(this, scope, byStudent, now));
    }

    /// <summary>Takes a reservation back.</summary>
    public void LiftReservation(ReservationScope scope) => _reservations.RemoveAll(r => r.Scope == scope);

    /// <summary>Whether exactly this reservation is noted.</summary>
    public bool HasReserved(ReservationScope scope) => _reservations.Any(r => r.Scope == scope);

    /// <summary>Whether a campaign or offer on this topic may not be sent, by any reservation.</summary>
    public bool IsReservedAgainst(ReservationScope topic) =>
        _reservations.Any(r => r.Scope == topic || r.Scope is ReservationScope.AllCampaigns or ReservationScope.NoContact);

    /// <summary>A server refused the address for good.</summary>
    public void MarkAddressDead(DateTime now) => AddressDeadAt ??= now;

    /// <summary>Somebody who knows says that the address works: a server's no may have been about us.</summary>
    public Result ReviveAddress(DateTime now)
    {
        if (AddressDeadAt is null)
            return new AddressWorks();
        (AddressDeadAt, UpdatedAt) = (null, now);
        return Result.Ok;
    }

    /// <summary>The student has been told; the first time counts.</summary>
    public void MarkInformed(DateTime now) => InformedAt ??= now;

    /// <summary>What two spellings of one mailbox have in common; null for no address.</summary>
    private static string? KeyOf(string? email) => EmailAddress.TryParse(email, out var address) ? address.Key : null;

    private static string PlaceOf(StudentDetails d)
    {
        var place = StudyPlaceCatalogue.Find(d.StudyPlaceCode);
        return $"{place?.Name} {d.StudyPlaceText} {place?.City} {Countries.Find(d.CountryCode)?.Name}".Trim();
    }

    private void Set(StudentDetails d, DateTime now)
    {
        (FirstName, LastName) = (d.FirstName, d.LastName);
        SearchName = SearchText.Fold(d.FirstName + " " + d.LastName);
        (NameKey, FamilyKey) = (SearchText.NameKey(d.FirstName + " " + d.LastName), SearchText.NameKey(d.LastName));
        (Email, EmailKey, Phone, BirthYear) = (d.Email, KeyOf(d.Email), d.Phone, d.BirthYear);
        (HomeKommune, StudyPlaceCode, StudyPlaceText, CountryCode) = (d.HomeKommune, d.StudyPlaceCode, d.StudyPlaceText, d.CountryCode);
        SearchWords = SearchText.Search($"{d.FirstName} {d.LastName} {d.Email} {PlaceOf(d)}");
        SearchPlace = SearchText.Fold(PlaceOf(d));
        LeaveFrom = d.Progression == Progression.OnLeave ? d.LeaveFrom : null;
        (StudyTerms, PreclinicalYears) = (d.StudyTerms, d.PreclinicalYears);
        (StartTerm, DelayTerms, GraduationYear, GraduationMonth) = (d.StartTerm, d.DelayTerms, d.GraduationYear, d.GraduationMonth);
        (Progression, WrittenForm, ContactName) = (d.Progression, d.WrittenForm, d.ContactName);
        (TieGrewUp, TieFamily, TiePartner, TieOther) = d.Ties;
        (ContactPersonId, LicenceFrom, LicenceTo, Note) = (d.ContactPersonId, d.LicenceFrom, d.LicenceTo, d.Note);
        (Source, LegalBasis, CollectedOn, UpdatedAt) = (d.Source, d.LegalBasis, d.CollectedOn, now);
        Recount();
    }
}

/// <summary>The address is not marked as dead.</summary>
public sealed record AddressWorks() : Refusal("E-postadressen er ikke merket som en som ikke virker.");

/// <summary>The student is archived already.</summary>
public sealed record AlreadyArchived() : Refusal("Studenten er allerede arkivert.");

/// <summary>The student is not archived.</summary>
public sealed record NotArchived() : Refusal("Studenten er ikke arkivert.");
