using Microsoft.AspNetCore.Identity;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Identity;

/// <summary>A kommune without an administrator could never get one again.</summary>
public sealed record LastAdministrator() : Refusal("Kommunen må ha minst én administrator. Gjør en annen til administrator først.");

/// <summary>She has a role here already.</summary>
public sealed record AlreadyMember() : Refusal("Denne personen er allerede bruker i kommunen.");

/// <summary>
/// Whoever can set a password can be that user. An administrator of one kommune must not thereby enter another.
/// </summary>
public sealed record MemberElsewhere() : Refusal("Brukeren hører også til en annen kommune, og får ny lenke av den som drifter løsningen.");

/// <summary>What Identity said of an account or a password, in the user's words.</summary>
public sealed record AccountRefused(string Why) : Refusal(Why)
{
    /// <summary>The first of Identity's reasons; those about the password point at its field.</summary>
    public static AccountRefused Because(IdentityResult result)
    {
        var error = result.Errors.First();
        var isPassword = error.Code.StartsWith("Password", StringComparison.Ordinal);
        var isAddress = error.Code.Contains("Email", StringComparison.Ordinal) || error.Code.Contains("UserName", StringComparison.Ordinal);
        return new AccountRefused(error.Description) { Field = isPassword ? "Password" : isAddress ? "Email" : null };
    }
}
