using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>
/// Who speaks on a student's page, and in what language. A page model hands it over with <c>ViewData.ShowAs(shell)</c>
/// and sets <c>Layout = "_StudentLayout"</c>.
/// </summary>
public sealed record StudentShell(string KommuneName, string? ContactPerson, WrittenForm Language)
{
    private const string Key = "StudentShell";

    public string? KommuneNumber { get; init; }

    /// <summary>Always there for the student: change my answer, what you know about me, stop this.</summary>
    public IReadOnlyList<(string Text, string Href)> Links { get; init; } = [];

    public static StudentShell Of(ViewDataDictionary viewData)
    {
        ArgumentNullException.ThrowIfNull(viewData);
        return viewData[Key] as StudentShell ?? new StudentShell("Rekruttering", null, WrittenForm.Bokmaal);
    }

    internal static void Put(ViewDataDictionary viewData, StudentShell shell) => viewData[Key] = shell;
}

/// <summary>Hands the shell to the layout.</summary>
public static class StudentShellExtensions
{
    public static void ShowAs(this ViewDataDictionary viewData, StudentShell shell)
    {
        ArgumentNullException.ThrowIfNull(viewData);
        StudentShell.Put(viewData, shell);
    }
}
