namespace Rekruttering.Web.Identity;

/// <summary>What a member may do in one kommune.</summary>
public enum StaffRole
{
    Reader,
    Recruiter,
    Administrator,
}

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
    public StaffRole Role { get; private set; }
    public IReadOnlyList<StaffKommune> Kommuner { get; private set; } = [];

    public bool IsSignedIn => UserId != Guid.Empty;
    public bool IsAdministrator => IsSignedIn && Role == StaffRole.Administrator;
    public bool MayChange => IsSignedIn && Role != StaffRole.Reader;

    public string RoleName => Role switch
    {
        StaffRole.Administrator => "Administrator",
        StaffRole.Recruiter => "Rekrutterer",
        _ => "Leser",
    };

    internal void Become(Guid userId, string displayName, StaffKommune? active, StaffRole role, IReadOnlyList<StaffKommune> kommuner)
    {
        UserId = userId;
        DisplayName = displayName;
        KommuneNumber = active?.Number;
        KommuneName = active?.Name ?? "";
        Role = role;
        Kommuner = kommuner;
    }
}
