namespace Rekruttering.Web.Hosting;

/// <summary>Whole addresses, for links that leave the page.</summary>
internal static class Addresses
{
    /// <summary>Begins with `App:BaseUrl`; without it, with the address that this browser used.</summary>
    public static string AbsoluteAddress(this HttpContext http, string path)
    {
        var configured = http.RequestServices.GetRequiredService<IConfiguration>()["App:BaseUrl"];
        var root = string.IsNullOrWhiteSpace(configured) ? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}" : configured;
        return root.TrimEnd('/') + path;
    }
}
