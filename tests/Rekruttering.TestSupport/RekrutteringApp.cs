using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Web.Commands;

namespace Rekruttering.TestSupport;

/// <summary>
/// The program as it is, on a fresh database, with a clock that the test moves. A class fixture: one database a class
/// (<c>class AnsweringAnOffer(RekrutteringApp app) : IClassFixture&lt;RekrutteringApp&gt;</c>). Nothing runs by itself: Quartz sleeps, and
/// the test says when a job's work is done (<see cref="Run{TUseCase}"/>). Starts at the first use.
/// </summary>
public class RekrutteringApp : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly Lazy<WebApplicationFactory<Program>> _host;
    private Uri? _address;

    public RekrutteringApp()
    {
        _host = new(Start);
        Given = new Given(this);
    }

    public TestClock Clock { get; } = new();

    /// <summary>What is there before the test begins.</summary>
    public Given Given { get; }

    public TestLog Log { get; } = new();

    /// <summary>Configuration beside the usual; to be set before the first use.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Where the program keeps its keys and, without a mail server, its mails.</summary>
    public DirectoryInfo Folder => _database.Folder;

    /// <summary>The services of the running program, for builders of this project; tests go through a door.</summary>
    public IServiceProvider Services => _host.Value.Services;

    /// <summary>Somebody with a browser, not signed in.</summary>
    public Visitor Visitor() => new(_host.Value.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }), this);

    /// <summary>Runs an operator's command in this process, on this database.</summary>
    public async Task<CommandOutcome> Command(string words, string input = "")
    {
        using StringWriter output = new(), error = new();
        using var reader = new StringReader(input);
        var code = await OperatorCommands.RunAsync(Services, words.Split(' ', StringSplitOptions.RemoveEmptyEntries), new CommandIo(reader, output, error));
        return new CommandOutcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Does a job's work now: the use case that it calls, in a scope of its own that sees every kommune.</summary>
    public Task Run<TUseCase>(Func<TUseCase, Task> work) where TUseCase : notnull => In<object?>(null, async services =>
    {
        await work(services.GetRequiredService<TUseCase>());
        return null;
    });

    /// <summary>
    /// The mails that leave because of this: what waited before is sent first, then what the action leaves in the outbox, to files, and
    /// read as its recipients read it.
    /// </summary>
    public async Task<IReadOnlyList<ReceivedMail>> MailFrom(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        await Run<SendMessages>(job => job.ExecuteAsync());
        var before = Mails();
        await action();
        await Run<SendMessages>(job => job.ExecuteAsync());
        return [.. Mails().Except(before).Order(StringComparer.Ordinal).Select(file => ReceivedMail.Parse(File.ReadAllBytes(file)))];
    }

    private string[] Mails() => Folder.GetDirectories("outbox") is [var outbox] ? [.. outbox.GetFiles("*.eml").Select(file => file.FullName)] : [];

    /// <summary>Looks into the database, across all kommuner: for what no page shows.</summary>
    public Task<T> Look<T>(Func<RekrutteringDb, Task<T>> look) => In(null, services => look(services.GetRequiredService<RekrutteringDb>()));

    /// <summary>Works in a scope of its own, inside one kommune, or in all when none is named.</summary>
    public async Task<T> In<T>(string? kommune, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var whose = scope.ServiceProvider.GetRequiredService<KommuneScope>();
        if (kommune is null)
            whose.EnterEverywhere();
        else
            whose.Enter(kommune);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Opens a real port on loopback, for a real browser; the first call must come before any other use.</summary>
    public Uri Listen()
    {
        if (_address is not null)
            return _address;
        _host.Value.UseKestrel(0);
        _host.Value.StartServer();
        return _address = _host.Value.ClientOptions.BaseAddress;
    }

    public virtual void Dispose()
    {
        if (_host.IsValueCreated)
            _host.Value.Dispose();
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>For a derived app that stands something in.</summary>
    protected virtual void Configure(IServiceCollection services) { }

#pragma warning disable CA2000 // The derived factory belongs to the first, which this app disposes of with it.
    private WebApplicationFactory<Program> Start() => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment(Environments.Production);
        foreach (var (key, value) in _database.Settings.Concat(Usual()).Concat(Settings))
            host.UseSetting(key, value);
        host.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        host.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // A password is hashed slowly on purpose; the tests sign in hundreds of times.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
            Configure(services);
        });
    });
#pragma warning restore CA2000

    private Dictionary<string, string> Usual() => new()
    {
        // The tests lie in a copy of the template: it is migrated.
        ["Database:MigrateAtStart"] = "false",
        ["App:KeysFolder"] = Path.Combine(Folder.FullName, "keys"),
        ["App:BaseUrl"] = "https://rekruttering.example.com",
        ["urls"] = "http://127.0.0.1:0",
        ["Jobs:Run"] = "false",
        // The clock stands still: a pace would let two mails out, and then no more.
        ["Mail:PerMinute"] = "0",
        ["Mail:Folder"] = Path.Combine(Folder.FullName, "outbox"),
        ["Links:Check"] = "false",
        ["Limits:SignInsPerMinute"] = "100000",
        ["Limits:PersonalLinksPerMinute"] = "100000",
        ["Limits:SignUpsPerHour"] = "100000",
    };
}

/// <summary>What a command said, and the exit code.</summary>
public sealed record CommandOutcome(int Code, string Output, string Error);
