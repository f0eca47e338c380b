using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Application.Data;

/// <summary>
/// The database. Every <see cref="IKommuneOwned"/> row is filtered on the <see cref="KommuneScope"/> when read and guarded by it
/// when written; a closed scope sees nothing. The engines derive from it, so that there is one model.
/// </summary>
public abstract class RekrutteringDb(DbContextOptions options, KommuneScope scope) : IdentityUserContext<AppUser, Guid>(options)
{
    public DbSet<Student> Students => Set<Student>();
    public DbSet<Reservation> Reservations => Set<Reservation>();
    public DbSet<Segment> Segments => Set<Segment>();
    public DbSet<BulkChange> BulkChanges => Set<BulkChange>();
    public DbSet<BulkChangeRow> BulkChangeRows => Set<BulkChangeRow>();
    public DbSet<TwoPersons> TwoPersons => Set<TwoPersons>();
    public DbSet<StudentAlias> StudentAliases => Set<StudentAlias>();
    public DbSet<StudentMerge> StudentMerges => Set<StudentMerge>();
    public DbSet<SignUp> SignUps => Set<SignUp>();
    public DbSet<SignUpLink> SignUpLinks => Set<SignUpLink>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();
    public DbSet<Inquiry> Inquiries => Set<Inquiry>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<PersonalLink> PersonalLinks => Set<PersonalLink>();
    public DbSet<MailTemplate> Templates => Set<MailTemplate>();
    public DbSet<TemplateVersion> TemplateVersions => Set<TemplateVersion>();
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<SummerJob> SummerJobs => Set<SummerJob>();
    public DbSet<JobOffer> JobOffers => Set<JobOffer>();
    public DbSet<Hospital> Hospitals => Set<Hospital>();
    public DbSet<Lis1Wishes> Lis1Wishes => Set<Lis1Wishes>();
    public DbSet<OwnStudyPlace> OwnStudyPlaces => Set<OwnStudyPlace>();
    public DbSet<StudyPlaceName> StudyPlaceNames => Set<StudyPlaceName>();
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();
    public DbSet<StatisticsExtract> StatisticsExtracts => Set<StatisticsExtract>();
    public DbSet<StatisticsCell> StatisticsCells => Set<StatisticsCell>();
    public DbSet<KommuneSettings> KommuneSettings => Set<KommuneSettings>();
    public DbSet<ExportRecord> Exports => Set<ExportRecord>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    /// <summary>
    /// True for an engine that lives inside the program: one process at a time opens it, so what an earlier process held is nobody's.
    /// </summary>
    public abstract bool IsEmbedded { get; }

    /// <summary>
    /// Keeps the connection until the context is disposed, where that takes nothing from others: opening one for every query is a tenth of a page.
    /// </summary>
    public abstract Task StayOpenAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives the engine room for a unit of work that writes thousands of rows all over its indexes, until the answer is disposed. Changes no row, and may be left out.
    /// </summary>
    public abstract Task<IAsyncDisposable> WriteManyAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Does for the engine what it wants done now and then, and after much has come in. May run at any time and twice; costs a tenth of a second.
    /// </summary>
    public abstract Task TendAsync(CancellationToken cancellationToken = default);

    /// <summary>The students that hold these words, by the engine's index of words.</summary>
    /// <param name="query">From <see cref="QueryFor"/>.</param>
    public abstract IQueryable<StudentHit> StudentSearch(string query);

    /// <summary>Asks the index of words for those who have a word for each of these that begins so.</summary>
    /// <param name="words">From <see cref="SearchText.Search"/>; at least one.</param>
    public abstract string QueryFor(IReadOnlyList<string> words);

    /// <summary>Read by the query filters at every query, not when the model is built.</summary>
    public string? ScopeNumber => scope.Number;

    /// <inheritdoc cref="ScopeNumber"/>
    public bool ScopeIsEverywhere => scope.IsEverywhere;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RekrutteringDb).Assembly);
        builder.Entity<StudentHit>().HasNoKey().ToTable((string?)null);
        foreach (var type in builder.Model.GetEntityTypes().Select(t => t.ClrType).ToList())
        {
            if (typeof(IKommuneOwned).IsAssignableFrom(type))
                _ = GetType().GetMethod(nameof(FilterOnKommune), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.FlattenHierarchy)!
                    .MakeGenericMethod(type).Invoke(this, [builder]);
            if (typeof(IVersioned).IsAssignableFrom(type))
                builder.Entity(type).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
        configurationBuilder.Properties<Term>().HaveConversion<TermConverter>();
        configurationBuilder.Properties<SendWindow>().HaveConversion<SendWindowConverter>().HaveMaxLength(20);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var found = FindChangesOnce();
        GuardAndCount();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var found = FindChangesOnce();
        GuardAndCount();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>
    /// Looks for what was changed now, and not once more for every question that is asked until the end of the block: half of what a save costs.
    /// </summary>
    private FoundChanges FindChangesOnce()
    {
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        if (looks)
            ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        return new(this, looks);
    }

    private readonly struct FoundChanges(RekrutteringDb db, bool looks) : IDisposable
    {
        public void Dispose() => db.ChangeTracker.AutoDetectChangesEnabled = looks;
    }

    /// <summary>See <see cref="ScopeModelKey"/>: the model of one scope must not be used for the other.</summary>
    protected void FilterOnKommune<T>(ModelBuilder builder) where T : class, IKommuneOwned
    {
        if (ScopeIsEverywhere)
            builder.Entity<T>().HasQueryFilter(row => ScopeIsEverywhere || row.KommuneNumber == ScopeNumber);
        else
            builder.Entity<T>().HasQueryFilter(row => row.KommuneNumber == ScopeNumber);
    }

    private void GuardAndCount()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
                continue;
            if (entry.Entity is IKommuneOwned owned && !ScopeIsEverywhere && owned.KommuneNumber != ScopeNumber)
                throw new ForeignKommuneException(entry.Metadata.ClrType.Name);
            if (entry is { State: EntityState.Modified, Entity: IVersioned })
                entry.Property(nameof(IVersioned.Version)).CurrentValue = (int)entry.OriginalValues[nameof(IVersioned.Version)]! + 1;
        }
    }
}

/// <summary>A student that the index of words found, with what the index itself knows: enough to count the hits and to put them in order by name.</summary>
public sealed class StudentHit : IKommuneOwned
{
    public Guid StudentId { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public StudentStatus Status { get; private set; }

    /// <summary><see cref="Student.SearchName"/>.</summary>
    public string SearchName { get; private set; } = "";
}
