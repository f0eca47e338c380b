using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>The main pages, in the order of a working day. <c>Shortcut</c> is what follows `g` on the keyboard.</summary>
public sealed record MainMenu(string Text, string Href, string Shortcut)
{
    private static readonly MainMenu[] Everyone =
    [
        new("Oversikt", "/oversikt", "g o"),
        new("Studenter", "/studenter", "g s"),
        new("Sommerjobber", "/sommerjobber", "g j"),
        new("Utsendinger", "/utsendinger", "g u"),
        new("Maler", "/maler", "g m"),
        new("LIS1", "/lis1", "g l"),
        new("Dekning", "/dekning", "g d"),
        new("Import", "/import/personer", "g i"),
    ];

    private static readonly MainMenu[] Administrators =
    [
        new("Innstillinger", "/innstillinger", "g n"),
        new("Brukere", "/brukere", "g b"),
    ];

    /// <summary>The part of the address that this entry stands for: `/import/personer` marks all of `/import`.</summary>
    public string Section => "/" + Href.Split('/')[1];

    public static IEnumerable<MainMenu> For(CurrentStaff staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        return staff.IsAdministrator ? Everyone.Concat(Administrators) : Everyone;
    }
}
