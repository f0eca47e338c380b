using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>The token that stands in for a password, fetched when it is needed and kept until shortly before it ends.</summary>
sealed class MailKitToken(OAuth2Options options, TimeProvider time)
{
    static readonly TimeSpan Early = TimeSpan.FromMinutes(2);
    static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { Timeout = TimeSpan.FromSeconds(30) };

    volatile Held? held;

    /// <summary>Throws <see cref="NoTokenException"/>. Two connections that open at once may both fetch; either token is good.</summary>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        if (held is not { } known || time.GetUtcNow() >= known.Until)
            held = known = await FetchAsync(cancellationToken);
        return known.Token;
    }

    /// <summary>The mail server did not take it: the next connection asks for a new one.</summary>
    public void Forget() => held = null;

    async Task<Held> FetchAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.ClientId!,
            ["client_secret"] = options.ClientSecret!,
            ["scope"] = options.Scope ?? "",
        });
        try
        {
            using var answer = await Http.PostAsync(new Uri(options.TokenEndpoint!), form, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                throw new NoTokenException(answer.StatusCode);
            var granted = await answer.Content.ReadFromJsonAsync<Granted>(cancellationToken);
            return granted?.AccessToken is { Length: > 0 } given
                ? new Held(given, time.GetUtcNow() + TimeSpan.FromSeconds(granted.ExpiresIn) - Early)
                : throw new NoTokenException(HttpStatusCode.BadGateway);
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException)
        {
            throw new NoTokenException(HttpStatusCode.BadGateway);
        }
    }

    sealed record Held(string Token, DateTimeOffset Until);

    sealed record Granted([property: JsonPropertyName("access_token")] string? AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}

/// <summary>The token endpoint gave none. Without its answer: that may hold the program's name there.</summary>
sealed class NoTokenException(HttpStatusCode status) : Exception
{
    /// <summary>What it means for the mail: a refusal is for the operator to mend, all else may pass.</summary>
    public DeliveryResult Result => (int)status is >= 400 and < 500 and not 429
        ? new(DeliveryOutcome.SenderRefused, $"Påloggingen til e-posttjeneren ble avvist der nøkkelen hentes ({(int)status}): se Mail:OAuth2.")
        : new(DeliveryOutcome.ServerDown, $"Der nøkkelen til e-posttjeneren hentes, kommer det ikke noe svar nå ({(int)status}).");
}
