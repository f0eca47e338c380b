using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Jobs;

/// <summary>Too late to answer.</summary>
public sealed record OfferExpired(DateTime Deadline) : Refusal("Svarfristen har gått ut. Ta kontakt med kommunen hvis du fortsatt er interessert.");

/// <summary>The kommune took it back.</summary>
public sealed record OfferWithdrawn() : Refusal("Kommunen har trukket tilbudet. Ta kontakt hvis du lurer på hvorfor.");

/// <summary>A yes is a promise from both sides.</summary>
public sealed record OfferCannotBeWithdrawn() : Refusal("Studenten har takket ja. Snakk med studenten først. Da kan studenten selv gi plassen tilbake med lenken i e-posten.");

/// <summary>Who has a seat, or waits for one, loses it by a no alone.</summary>
public sealed record YesStands() : Refusal("Du har takket ja. Vil du ikke ha plassen, så gi den tilbake.");

/// <summary>Nothing is left to take back.</summary>
public sealed record OfferNotOpen() : Refusal("Tilbudet er ikke åpent lenger, så det er ikke noe å trekke.");

/// <summary>A seat is not offered to one who has it.</summary>
public sealed record OfferAlreadyAccepted() : Refusal("Studenten har allerede takket ja.");

/// <summary>All seats are taken, or held for somebody who was asked.</summary>
public sealed record NoSeatFree() : Refusal("Ingen plass er ledig nå.");

/// <summary>A deadline must lie ahead.</summary>
public sealed record DeadlinePassed() : Refusal("Svarfristen må være fram i tid.");

/// <summary>No answer is of use when the job goes on without it, or is over.</summary>
public sealed record DeadlineAfterJob(bool WhileItLasts) : Refusal(WhileItLasts ? "Svarfristen må være før jobben er slutt." : "Svarfristen må være før jobben begynner.");

/// <summary>Nobody can answer by a deadline that has been.</summary>
public sealed record DeadlineOfJobPassed() : Refusal("Svarfristen til jobben har gått ut. Sett en ny svarfrist før du tilbyr den.");

/// <summary>The student has been promised more time in a mail.</summary>
public sealed record DeadlineShortened() : Refusal("Studenten har fått en senere svarfrist enn dette. Velg samme frist eller en senere.");

/// <summary>A draft is not offered.</summary>
public sealed record JobNotOpen() : Refusal("Åpne sommerjobben før du tilbyr den.");

/// <summary>Everybody answers at once; nothing was written.</summary>
public sealed record TooManyAtOnce() : Refusal("Mange svarer akkurat nå. Prøv en gang til om litt.");
