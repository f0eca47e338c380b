using Microsoft.AspNetCore.Identity;

namespace Rekruttering.Web.Identity;

/// <summary>Identity's refusals in Norwegian.</summary>
internal sealed class NorwegianIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "Dette gikk ikke. Prøv en gang til.");
    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "Noen andre endret kontoen samtidig. Last siden på nytt.");
    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "Det gamle passordet stemmer ikke.");
    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), "Lenken er brukt opp eller gått ut.");
    public override IdentityError RecoveryCodeRedemptionFailed() => Error(nameof(RecoveryCodeRedemptionFailed), "Koden er brukt før eller skrevet feil.");
    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);
    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), "Skriv en e-postadresse, for eksempel kari@example.com.");
    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);
    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), "Det finnes allerede en bruker med denne adressen.");
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"Passordet må ha minst {length} tegn. Bruk gjerne flere ord.");

    private static IdentityError Error(string code, string sentence) => new() { Code = code, Description = sentence };
}
