using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Campaigns;

/// <summary>The text names a field that is not in <see cref="MergeFields"/>.</summary>
public sealed record UnknownMergeField(string Name, int Line, int Column)
    : Refusal($"Vi kjenner ikke feltet «{Name}» på linje {Line}, tegn {Column}. Bruk et av feltene på listen.");

/// <summary>Two opening braces without the closing ones.</summary>
public sealed record UnclosedMergeField(int Line, int Column)
    : Refusal($"På linje {Line}, tegn {Column}, begynner et felt med {{{{ som ikke slutter med }}}}.");

/// <summary>A link that is no web page, e-mail address or telephone number.</summary>
public sealed record LinkNotAllowed(string Address)
    : Refusal($"Lenken «{Address}» kan ikke brukes. Den må begynne med https://, http://, mailto: eller tel:.");

/// <summary>A subject is read beside others, and a link in it cannot be followed.</summary>
public sealed record LinkInSubject(string Name)
    : Refusal($"Feltet «{Name}» er en lenke og kan ikke stå i emnet. Flytt det til teksten.");

/// <summary>Nothing to see in the list of mails.</summary>
public sealed record SubjectMissing() : Refusal("Skriv et emne.");

/// <summary>Nothing to read.</summary>
public sealed record BodyMissing() : Refusal("Skriv en tekst.");

/// <summary>Longer than anybody reads.</summary>
public sealed record MailTextTooLong(string What, int Limit) : Refusal($"{What} er for lang. Den kan ha høyst {Limit} tegn.");
