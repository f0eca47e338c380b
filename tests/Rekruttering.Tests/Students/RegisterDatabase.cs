using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Infrastructure.Database;

namespace Rekruttering.Tests.Students;

/// <summary>A migrated database of its own for a class whose tests ask the filter itself, without a host: on the engine that the run is for.</summary>
public sealed class RegisterDatabase : IAsyncLifetime, IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"register-{Guid.CreateVersion7():N}.db");
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:Rekruttering"] = $"Data Source={_file};Pooling=False" };
        _services = new ServiceCollection()
            .AddRekrutteringDatabase(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
        await using var db = Open("5007");
        await db.Database.MigrateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public RekrutteringDb Open(string kommune)
    {
        var scope = _services.CreateScope().ServiceProvider;
        scope.GetRequiredService<KommuneScope>().Enter(kommune);
        return scope.GetRequiredService<RekrutteringDb>();
    }

    public void Dispose()
    {
        _services.Dispose();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*"))
            File.Delete(file);
    }

    /// <summary>A student of the kommune with what matters to the test.</summary>
    public async Task Add(string firstName, Func<StudentDetails, StudentDetails>? with = null, Action<Student>? then = null, string kommune = "5007")
    {
        var details = new StudentDetails { FirstName = firstName, LastName = "Nordby", Source = "Test", LegalBasis = LegalBasis.PublicTask, CollectedOn = new(2026, 11, 1) };
        details = with?.Invoke(details) ?? details;
        details = details with { CountryCode = StudyPlaceCatalogue.Find(details.StudyPlaceCode)?.Country ?? details.CountryCode };
        var student = Student.Create(kommune, details, new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc));
        then?.Invoke(student);
        await using var db = Open(kommune);
        db.Add(student);
        await db.SaveChangesAsync();
    }
}
