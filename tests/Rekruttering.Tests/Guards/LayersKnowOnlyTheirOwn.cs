using System.Reflection;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;
using Rekruttering.Infrastructure.Database;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Tests.Guards;

/// <summary>
/// Who may know whom. Read from what each assembly was compiled against, so that a reference that is there and not used is no fault,
/// and one that comes through another project is.
/// </summary>
[Trait("Engine", "Any")]
public sealed class LayersKnowOnlyTheirOwn
{
    private static readonly Assembly Domain = typeof(Student).Assembly;
    private static readonly Assembly Templates = typeof(MailModel).Assembly;
    private static readonly Assembly Application = typeof(RekrutteringDb).Assembly;
    private static readonly Assembly Infrastructure = typeof(DatabaseSetup).Assembly;

    [Fact]
    public void Domain_knows_nothing_but_the_language() =>
        Assert.All(ReferencesOf(Domain), name => Assert.True(IsBaseLibrary(name), $"Domain knows {name}."));

    [Fact]
    public void Templates_know_nothing_of_ours() => Assert.Empty(OursIn(Templates));

    [Fact]
    public void Application_knows_the_domain_and_the_mail_models() =>
        Assert.Subset(new HashSet<string> { "Rekruttering.Domain", "Rekruttering.Templates" }, OursIn(Application));

    [Fact]
    public void Application_knows_no_database_engine_and_no_mail_server() =>
        Assert.DoesNotContain(ReferencesOf(Application), name => Outside.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Infrastructure_knows_the_application_and_what_stands_below_it() =>
        Assert.Subset(new HashSet<string> { "Rekruttering.Application", "Rekruttering.Domain", "Rekruttering.Templates" }, OursIn(Infrastructure));

    [Fact]
    public void Infrastructure_is_the_only_one_that_names_an_engine()
    {
        var named = Repository.Files
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && file.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("src/Rekruttering.Infrastructure/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(Path.Combine(Repository.Root, file)).Any(line => line.StartsWith("using Npgsql", StringComparison.Ordinal) || line.StartsWith("using Microsoft.Data.Sqlite", StringComparison.Ordinal)));
        Assert.Empty(named);
    }

    [Fact]
    public void The_migration_tool_knows_infrastructure_and_not_the_web()
    {
        var project = File.ReadAllText(Path.Combine(Repository.Root, "src/Rekruttering.Migrations/Rekruttering.Migrations.csproj"));
        Assert.Contains("Rekruttering.Infrastructure.csproj", project, StringComparison.Ordinal);
        Assert.DoesNotContain("Rekruttering.Web", project, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_jobs_and_commands_call_use_cases_and_never_each_other()
    {
        string[] doors = ["Pages", "Jobs", "Commands"];
        var crossings =
            from file in Repository.Files
            where file.StartsWith("src/Rekruttering.Web/", StringComparison.Ordinal) && (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            let door = file.Split('/')[2]
            where doors.Contains(door)
            from line in File.ReadLines(Path.Combine(Repository.Root, file))
            from other in doors
            where other != door && line.Contains($"using Rekruttering.Web.{other}", StringComparison.Ordinal)
            select $"{file} uses {other}";
        Assert.Empty(crossings);
    }

    private static readonly string[] Outside = ["Sqlite", "Npgsql", "MailKit", "MimeKit", "System.Net.Mail.Smtp", "Quartz", "CsvHelper", "ExcelDataReader"];

    private static HashSet<string> OursIn(Assembly assembly) =>
        [.. ReferencesOf(assembly).Where(name => name.StartsWith("Rekruttering.", StringComparison.Ordinal))];

    private static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsBaseLibrary(string name) => name is "netstandard" or "mscorlib" || name.StartsWith("System.", StringComparison.Ordinal);
}
