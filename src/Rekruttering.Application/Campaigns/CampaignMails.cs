using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Templates.Campaigns;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Campaigns;

/// <summary>Writes the mails of campaigns, and the test that a recruiter sends to herself.</summary>
public sealed class CampaignMails(RekrutteringDb db) : IMailComposer
{
    /// <inheritdoc/>
    public IReadOnlyList<MessageKind> Kinds => [MessageKind.Campaign, MessageKind.CampaignTest];

    /// <inheritdoc/>
    public async Task<Func<MailToWrite, MailDraft?>> LoadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var campaignIds = messages.Select(CampaignOf).OfType<Guid>().Distinct().ToList();
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => campaignIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var tested = messages.Where(m => m.Kind == MessageKind.CampaignTest).Select(m => m.SubjectId);
        var versionIds = campaigns.Values.Select(c => c.TemplateVersionId).Concat(tested).OfType<Guid>().Distinct().ToList();
        var texts = await db.TemplateVersions.AsNoTracking().Where(v => versionIds.Contains(v.Id))
            .ToDictionaryAsync(v => v.Id, v => new TextForMany(v.Content, v.Topic), cancellationToken);
        var names = await NamesOfTestersAsync(messages, cancellationToken);
        var uninformed = await UninformedAsync(messages, cancellationToken);
        return mail =>
        {
            var campaign = campaigns.GetValueOrDefault(CampaignOf(mail.Message) ?? Guid.Empty);
            return mail.Message.Kind == MessageKind.CampaignTest ? Test(mail, campaign, texts.GetValueOrDefault(mail.Message.SubjectId ?? Guid.Empty), names, uninformed) : Mail(mail, campaign, texts);
        };
    }

    private static MailDraft? Mail(MailToWrite mail, Campaign? campaign, Dictionary<Guid, TextForMany> texts) =>
        campaign is { EventCancelledAt: null } && texts.GetValueOrDefault(campaign.TemplateVersionId ?? Guid.Empty)?.To(mail, mail.Student?.FirstName) is { } draft
            ? draft with { Calendar = EntryOf(campaign) }
            : null;

    /// <summary>The meeting that a campaign invites to, for calendars; null for none.</summary>
    internal static CalendarEntry? EntryOf(Campaign campaign) => campaign.Event is not { } invited ? null : new CalendarEntry
    {
        // No summary: the campaign's name is for us ("Romjulstreff (kopi)"), and stood in the students' calendars.
        SubjectId = campaign.Id,
        Place = invited.Place,
        Between = (invited.From, invited.To),
    };

    /// <summary>
    /// The key of a test in one written form. It names the campaign, if there is one, since a row that belongs to a campaign is one of its
    /// recipients.
    /// </summary>
    public static string TestKey(WrittenForm form, Guid? campaignId) => $"test:{form.Code()}:{Guid.CreateVersion7():N}:{campaignId:N}";

    private static Guid? CampaignOf(Message message) => message.Kind != MessageKind.CampaignTest ? message.CampaignId
        : message.Key.Split(':') is [_, _, _, var campaign] && Guid.TryParse(campaign, out var id) ? id : null;

    private static MailDraft? Test(MailToWrite mail, Campaign? campaign, TextForMany? text, Dictionary<string, string> names, Dictionary<string, Student> uninformed)
    {
        var form = mail.Message.Key.Split(':')[1] == MailLanguage.Nynorsk ? WrittenForm.Nynorsk : WrittenForm.Bokmaal;
        return text?.To(mail, names.GetValueOrDefault(mail.Message.ToAddress ?? "")?.Split(' ')[0], form, "[Test] ") is { } draft
            ? draft with { Calendar = campaign is null ? null : EntryOf(campaign), WouldInform = campaign is { OnlyInformed: true } ? null : uninformed.GetValueOrDefault(mail.Message.KommuneNumber) }
            : null;
    }

    // In each kommune that tests a text, one who has not been informed, of the audience or not: whoever tests must see what the first mail tells.
    private async Task<Dictionary<string, Student>> UninformedAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Student>();
        foreach (var kommune in messages.Where(m => m.Kind == MessageKind.CampaignTest).Select(m => m.KommuneNumber).Distinct())
        {
            var first = await db.Students.AsNoTracking().Where(s => s.KommuneNumber == kommune && s.InformedAt == null && s.Status == StudentStatus.Active).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellationToken);
            if (first is not null)
                found[kommune] = first;
        }
        return found;
    }

    private async Task<Dictionary<string, string>> NamesOfTestersAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var addresses = messages.Where(m => m.Kind == MessageKind.CampaignTest).Select(m => m.ToAddress).Distinct().ToList();
        return addresses.Count == 0 ? [] : await db.Users.Where(u => addresses.Contains(u.Email)).ToDictionaryAsync(u => u.Email!, u => u.DisplayName, cancellationToken);
    }
}

/// <summary>One text, read once in each written form and filled for each of its recipients.</summary>
public sealed class TextForMany(TemplateText text, ReservationScope topic)
{
    private readonly Dictionary<WrittenForm, MarkdownText> _read = [];

    /// <summary>What is filled.</summary>
    public TemplateText Content => text;

    /// <summary>The draft for one reader, in the reader's form where it is written, else in bokmål.</summary>
    public MailDraft To(MailToWrite mail, string? firstName, WrittenForm? form = null, string subjectPrefix = "")
    {
        var (subject, body, written) = text.For(form ?? mail.Student?.WrittenForm ?? mail.Settings.WrittenForm);
        if (!_read.TryGetValue(written, out var markdown))
            _read[written] = markdown = MarkdownText.Parse(subject, body).Value ?? throw new InvalidOperationException("A text that was not checked was sent.");
        return new MailDraft(MailReason.InTheRegister, topic, written.Code(), (frame, links) =>
        {
            var filled = markdown.Fill(ValuesOf(mail, frame, links, firstName));
            return new CampaignMail { Frame = frame, SubjectLine = subjectPrefix + filled.Subject, Body = filled.Html, BodyText = filled.Text };
        });
    }

    /// <summary>What the fields of one mail are filled with.</summary>
    public static MergeValues ValuesOf(MailToWrite mail, MailFrame frame, MailLinks links, string? firstName) => new()
    {
        FirstName = firstName,
        StudyPlace = StudyPlaceOf(mail.Student),
        Kommune = frame.Kommune,
        // Not the frame's: where no person is named it signs with the kommune, which is nobody to say "jeg heter".
        Sender = mail.Settings.SenderName,
        Phone = frame.SenderPhone,
        Lis1Url = links.Lis1,
        UnsubscribeUrl = links.Unsubscribe,
        PrivacyUrl = links.Privacy,
    };

    /// <summary>As the catalogue writes it, or as it was typed; null when it is not known.</summary>
    public static string? StudyPlaceOf(Student? student) => StudyPlaceCatalogue.Find(student?.StudyPlaceCode)?.Name ?? student?.StudyPlaceText;
}
