using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Contact;

/// <summary>Why a mail may not go to a student, as the recruiter who wants to send one is told.</summary>
static class NoMail
{
    internal static string Why(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Archived => "Studenten er arkivert og får ikke e-post.",
        LeftOutReason.NoContact => "Studenten har reservert seg mot kontakt.",
        LeftOutReason.Reserved => "Studenten vil ikke ha slik e-post.",
        LeftOutReason.NoAddress => "Vi har ingen e-postadresse til studenten.",
        LeftOutReason.NameDamaged => "Navnet har mistet en bokstav og må rettes før det går e-post.",
        _ => "E-postadressen til studenten virker ikke.",
    };
}
