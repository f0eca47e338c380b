using Rekruttering.Application.Identity;
using Rekruttering.Domain.Places;

namespace Rekruttering.TestSupport;

/// <summary>What is there before a test begins. Only what matters to the test is spelled out; all the rest is invented.</summary>
public sealed class Given(RekrutteringApp app)
{
    private int _kommuner;

    /// <summary>A kommune by name; without one, the next that no other test of the class has used.</summary>
    public GivenKommune Kommune(string? name = null) => new(app, name is null
        ? Kommuner.All[Interlocked.Increment(ref _kommuner)]
        : Kommuner.Resolve(name).Kommune ?? throw new ArgumentException($"No kommune is called {name}."));
}

/// <summary>A user, with the password that was set.</summary>
public sealed record GivenUser(Guid Id, string Email, string Password, string KommuneNumber, Role Role);
