using Microsoft.AspNetCore.Identity;
using Rekruttering.Application.Identity;

namespace Rekruttering.Web.Identity;

/// <summary>Length decides; besides, a password is neither one's own address nor one of those that everybody tries first.</summary>
internal sealed class PasswordRule : IPasswordValidator<AppUser>
{
    public const int MinLength = 12;

    /// <summary>Hashing is slow on purpose: a book sent as a password must not keep the server busy.</summary>
    public const int MaxLength = 256;

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "123456789012", "1234567890123", "1234567890ab", "123456123456", "123123123123", "111111111111", "000000000000", "abcdefghijkl",
        "abcd12345678", "abc123abc123", "qwertyuiopas", "qwertyuiop123", "qwertyqwerty", "qwerty123456", "qwerty1234567", "1q2w3e4r5t6y",
        "1qaz2wsx3edc", "passordpassord", "passord12345", "passord123456", "passord123123", "passordet123", "hemmeligpassord", "passwordpassword",
        "password1234", "password12345", "password123456", "administrator", "administrator1", "administrator123", "velkommen123",
        "velkommen1234", "velkommen12345", "sommer2025sommer", "sommer2026sommer", "sommersommer", "vintervinter", "rekruttering",
        "rekruttering1", "rekruttering123", "kommunekommune", "letmeinletmein", "iloveyouiloveyou", "changeme1234", "changemechangeme",
        "norgenorge123", "trondheim123", "trondelag123", "superhemmelig", "hemmelighemmelig",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var given = password ?? "";
        if (given.Length > MaxLength)
            return Refused($"Passordet kan ha høyst {MaxLength} tegn.");
        if (Common.Contains(given) || given.Distinct().Count() < 4)
            return Refused("Dette passordet er et av de første andre vil gjette. Velg fire-fem ord som ikke hører sammen.");
        var address = user.Email ?? "";
        if (string.Equals(given, address, StringComparison.OrdinalIgnoreCase) || string.Equals(given, address.Split('@')[0], StringComparison.OrdinalIgnoreCase))
            return Refused("Passordet kan ikke være e-postadressen din.");
        return Task.FromResult(IdentityResult.Success);
    }

    private static Task<IdentityResult> Refused(string sentence) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRule), Description = sentence }));
}
