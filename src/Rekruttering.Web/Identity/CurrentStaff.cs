using Rekruttering.Application.Identity;

namespace Rekruttering.Web.Identity;

/// <summary>A kommune that the signed-in person works for.</summary>
public sealed record StaffKommune(string Number, string Name);

/// <summary>
/// Who asks, for which kommune, and with what role: read from the database anew on every request, so that a role taken away is gone at
/// once. Empty when nobody is signed in.
/// </summary>
public sealed class CurrentStaff
{
    public Guid UserId { get; private set; }
    public string DisplayName { get; private set; } = "";
    public string? KommuneNumber { get; private set; }
    public string KommuneName { get; private set; } = "";
    public Role Role { get; private set; }
    public IReadOnlyList<StaffKommune> Kommuner { get; private set; } = [];

    public bool IsSignedIn => UserId != Guid.Empty;
    public bool IsAdministrator => IsSignedIn && Role == Role.Administrator;
    public bool MayChange => IsSignedIn && Role != Role.Reader;

    public string RoleName => Role.InNorwegian();

    internal void Become(Guid userId, string displayName, StaffKommune? active, Role role, IReadOnlyList<StaffKommune> kommuner)
    {
        UserId = userId;
        DisplayName = displayName;
        KommuneNumber = active?.Number;
        KommuneName = active?.Name ?? "";
        Role = role;
        Kommuner = kommuner;
    }
}

/// <summary>The roles as the screens name them.</summary>
public static class Roles
{
    public static string InNorwegian(this Role role) => role switch
    {
        Role.Administrator => "Administrator",
        Role.Recruiter => "Rekrutterer",
        _ => "Leser",
    };

    /// <summary>What the role lets one do, as a sentence under the choice.</summary>
    public static string Meaning(this Role role) => role switch
    {
        Role.Administrator => "Gjør alt, og styrer brukere og innstillinger.",
        Role.Recruiter => "Registrerer studenter, sender ut og gir tilbud.",
        _ => "Ser alt i kommunen, endrer ingenting.",
    };
}
