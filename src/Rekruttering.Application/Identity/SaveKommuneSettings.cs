using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Identity;

/// <summary>Saves what the entered kommune says of itself. Refused when somebody else saved since the form was opened.</summary>
public sealed class SaveKommuneSettings(RekrutteringDb db, KommuneScope scope)
{
    public async Task<Result> ExecuteAsync(SettingsInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (Refuse(input) is { } refusal)
            return refusal;
        var settings = await db.KommuneSettings.SingleOrDefaultAsync(cancellationToken);
        if (settings is null)
            db.KommuneSettings.Add(settings = new KommuneSettings(scope.Number!));
        else if (settings.Version != input.Version)
            return new ChangedMeanwhile();

        settings.SenderName = Text(input.SenderName);
        settings.SenderTitle = Text(input.SenderTitle);
        settings.ReplyTo = Address(input.ReplyTo);
        settings.Phone = Text(input.Phone);
        settings.DpoName = Text(input.DpoName);
        settings.DpoEmail = Address(input.DpoEmail);
        settings.LegalBasisText = Text(input.LegalBasisText);
        settings.RetentionText = Text(input.RetentionText);
        settings.LateStartHours = input.LateStartHours;
        settings.WrittenForm = input.WrittenForm;
        settings.Window = input.SendDays.Count > 0 ? new SendWindow(input.SendDays, input.SendFrom, input.SendTo) : null;
        (settings.CapMails, settings.CapDays, settings.TwoPersonRule) = (input.CapMails, input.CapDays, input.TwoPersonRule);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }
        return Result.Ok;
    }

    private static InvalidInput? Refuse(SettingsInput input) => input switch
    {
        { ReplyTo: { Length: > 0 } reply } when !EmailAddress.TryParse(reply, out _) =>
            InvalidInput.In(nameof(input.ReplyTo), "Skriv én e-postadresse, for eksempel legetjenesten@example.com."),
        { DpoEmail: { Length: > 0 } dpo } when !EmailAddress.TryParse(dpo, out _) =>
            InvalidInput.In(nameof(input.DpoEmail), "Skriv én e-postadresse, for eksempel personvern@example.com."),
        { LateStartHours: < 0 or > 72 } => InvalidInput.In(nameof(input.LateStartHours), "Skriv et tall fra 0 til 72."),
        { CapMails: < 0 or > 100 } => InvalidInput.In(nameof(input.CapMails), "Skriv et tall fra 0 til 100. 0 er ingen grense."),
        { SendDays.Count: > 0 } hours when hours.SendFrom is < 0 or > 23 || hours.SendTo > 24 || hours.SendTo <= hours.SendFrom =>
            InvalidInput.In(nameof(input.SendTo), "Skriv hele timer fra 0 til 24, og en slutt som er senere enn begynnelsen."),
        { CapDays: < 1 or > 365 } => InvalidInput.In(nameof(input.CapDays), "Skriv et antall dager fra 1 til 365."),
        _ => null,
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Address(string? text) => EmailAddress.TryParse(text, out var address) ? address.Value : null;
}

/// <summary>What is typed on the page of settings; the version is the one that was shown.</summary>
public sealed record SettingsInput(
    string? SenderName, string? SenderTitle, string? ReplyTo, string? Phone, string? DpoName, string? DpoEmail,
    string? LegalBasisText, string? RetentionText, int LateStartHours, WrittenForm WrittenForm, int Version)
{
    /// <inheritdoc cref="KommuneSettings.CapMails"/>
    public int CapMails { get; init; }

    /// <inheritdoc cref="KommuneSettings.CapDays"/>
    public int CapDays { get; init; } = 30;

    /// <summary>The days on which campaign mail may leave; none is always.</summary>
    public IReadOnlyList<DayOfWeek> SendDays { get; init; } = [];

    /// <summary>From this hour on those days.</summary>
    public int SendFrom { get; init; } = 8;

    /// <summary>Until this hour.</summary>
    public int SendTo { get; init; } = 16;

    /// <inheritdoc cref="KommuneSettings.TwoPersonRule"/>
    public bool TwoPersonRule { get; init; }
}
