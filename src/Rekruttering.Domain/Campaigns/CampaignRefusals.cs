using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Campaigns;

/// <summary>Only a draft can be changed or scheduled.</summary>
public sealed record CampaignNotDraft() : Refusal("Utsendingen er ikke lenger et utkast og kan ikke endres. Lag en kopi i stedet.");

/// <summary>Only a scheduled campaign can start or be taken back.</summary>
public sealed record CampaignNotScheduled() : Refusal("Utsendingen er ikke planlagt.");

/// <summary>Who was a second too late to take it back must not read that nothing is sent.</summary>
public sealed record CampaignHasStarted() : Refusal("Utsendingen har allerede startet, så planen kan ikke angres. Står det igjen noen, kan du sette den på pause eller avbryte den.");

/// <summary>The limit for a late start has passed.</summary>
public sealed record CampaignTooLate() : Refusal("Utsendingen ble ikke startet i tide. Velg et nytt tidspunkt.");

/// <summary>Only a running campaign can be paused.</summary>
public sealed record CampaignNotRunning() : Refusal("Utsendingen er ikke i gang.");

/// <summary>Only a paused campaign can go on.</summary>
public sealed record CampaignNotPaused() : Refusal("Utsendingen er ikke satt på pause.");

/// <summary>Finished and cancelled are the end.</summary>
public sealed record CampaignOver() : Refusal("Utsendingen er allerede avsluttet.");

/// <summary>Where two people are asked for, the one who wrote last may not release.</summary>
public sealed record ReleasedByTheWriter() : Refusal("Hos dere må en annen enn den som skrev sist, se over og sende. Be en kollega åpne utsendingen.");

/// <summary>The limit comes before the start.</summary>
public sealed record EndsBeforeItBegins() : Refusal("«Ikke senere enn» må være etter tidspunktet utsendingen starter.");

/// <summary>The hours for sending begin after the limit.</summary>
public sealed record NoTimeToSend() : Refusal("Sendetiden begynner ikke før fristen er ute. Velg en senere frist, eller send også utenom sendetiden.");

/// <summary>An invitation would leave after its meeting.</summary>
public sealed record MeetingBeforeSending() : Refusal("Møtet begynner før utsendingen starter. Velg et tidligere tidspunkt for utsendingen, eller flytt møtet.");

/// <summary>The hours for sending begin after the meeting does.</summary>
public sealed record MeetingBeforeHours() : Refusal("Møtet begynner før sendetiden deres åpner. Send også utenom sendetiden, eller flytt møtet.");

/// <summary>An invitation that was not delivered would come too late for its meeting.</summary>
public sealed record MeetingHasBegun() : Refusal("Møtet har allerede begynt, så innbydelsen sendes ikke på nytt.");

/// <summary>A year that nobody means.</summary>
public sealed record StartsTooFarAhead() : Refusal("Tidspunktet er mer enn to år fram i tid. Velg et som er nærmere.");

/// <summary>Only who has an invitation can be told that the meeting will not be.</summary>
public sealed record NobodyIsInvited() : Refusal("Ingen er invitert til et møte med denne utsendingen.");

/// <summary>Calendars have lost it: to invite anew takes another campaign.</summary>
public sealed record MeetingIsCalledOff() : Refusal("Møtet er avlyst. Vil dere invitere på nytt, lag en ny utsending.");

/// <summary>What has been cannot be called off.</summary>
public sealed record MeetingIsOver() : Refusal("Møtet er over, så det kan ikke avlyses.");
