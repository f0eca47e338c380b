namespace Rekruttering.Web.Pages.Students;

/// <summary>Words of the pages about bulk changes.</summary>
public static class BulkWords
{
    /// <summary>"1 student", "12 studenter".</summary>
    public static string Students(int count) => count == 1 ? "1 student" : $"{count:N0} studenter";
}
