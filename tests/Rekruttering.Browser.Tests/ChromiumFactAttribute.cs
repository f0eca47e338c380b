namespace Rekruttering.Browser.Tests;

/// <summary>A test that needs a Chromium of the system; without one it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    /// <summary>Looks for it.</summary>
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = "There is no Chromium: install it, or name it in REKRUTTERING_CHROMIUM.";
    }
}
