using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Rekruttering.Benchmarks;

/// <summary>How long a page took, in milliseconds.</summary>
internal sealed record Times(double Median, double P95);

/// <summary>Somebody of the kommune who is signed in and asks for one page after the other.</summary>
internal sealed partial class StaffBrowser : IDisposable
{
    /// <summary>To be given to the command that adds the user.</summary>
    public const string Password = "et langt passord til maaling";

    private const string Email = "maaling@example.com";
    private readonly HttpClient _client;

    private StaffBrowser(HttpClient client) => _client = client;

    /// <summary>The operator's command that makes the user.</summary>
    public static string[] AddUser(string kommune) => ["user", "add", Email, "--kommune", kommune, "--role", "recruiter", "--password-stdin"];

    /// <summary>Signs in as the user of <see cref="AddUser"/>.</summary>
    public static async Task<StaffBrowser> SignInAsync(Uri program)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = program };
        var page = await client.GetStringAsync("/logg-inn");
        var token = AntiforgeryToken().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Email"] = Email, ["Input.Password"] = Password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync("/logg-inn", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? new StaffBrowser(client) : throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    /// <summary>Asks for a page many times; the first ones, which the program learns from, are not counted.</summary>
    public async Task<Times> TimeAsync(string path, int warmups, int requests = 300)
    {
        var times = new List<double>(requests);
        for (var i = -warmups; i < requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await _client.GetAsync(path);
            await response.Content.ReadAsByteArrayAsync();
            if (response.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
            if (i >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return new Times(Figures.Median(times), Figures.Quantile(times, 0.95));
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex AntiforgeryToken();
}
