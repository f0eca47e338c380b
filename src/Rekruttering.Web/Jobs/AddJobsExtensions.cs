using Quartz;
using Rekruttering.Infrastructure.Database;

namespace Rekruttering.Web.Jobs;

/// <summary>Every clock of the program. To add one: a job in a file of its own, and a line here.</summary>
internal static class AddJobsExtensions
{
    /// <summary>
    /// Quartz keeps its schedule in the program's own database. `Jobs:Run=false` leaves the clocks out: for tests, which run a job when
    /// they want it, and for a second process that only answers requests.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue("Jobs:Run", true))
            return services;
        var clocks = new JobClocks()
            .Every<SendMessagesJob>(TimeSpan.FromSeconds(2))
            .Every<StartCampaignsJob>(TimeSpan.FromSeconds(10))
            .Every<ContinueImportsJob>(TimeSpan.FromSeconds(5))
            .Every<TendDatabaseJob>(TimeSpan.FromMinutes(30))
            .Every<ForgetSignUpsJob>(TimeSpan.FromHours(1))
            .At<ForgetImportsJob>("0 20 3 * * ?")
            .Every<ExpireOffersJob>(TimeSpan.FromMinutes(1));
        services.AddCheckpoints(configuration);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "rekruttering";
                scheduler.GenerateInstanceId = true;
            });
            quartz.UsePersistentStore(store => UseOurDatabase(store, configuration));
            clocks.Declare(quartz);
        });
        // A declared trigger must not replace the stored one at every start: what was missed while the program was down would be lost.
        services.Configure<QuartzOptions>(options => options.Scheduling.IgnoreDuplicates = true);
        services.AddSingleton(clocks);
        services.AddHostedService<OldClocksRemoved>();
        return services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    private static void UseOurDatabase(IPersistentStoreBuilder store, IConfiguration configuration)
    {
        var (provider, connection) = DatabaseSetup.Read(configuration);
        if (provider == DatabaseProvider.Postgres)
        {
            store.UsePostgres(connection);
            store.UseClustering();
        }
        else
        {
            store.UseSqlite(connection);
        }
        store.UseSystemTextJsonSerializer();
        store.ProvisionSchema();
    }
}
