using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>Somebody of the audience, by name.</summary>
public sealed record NamedStudent(Guid Id, string Name);

/// <summary>A recipient whose mail would have holes, and which fields are empty.</summary>
public sealed record EmptyFieldsOf(string Name, IReadOnlyList<string> Fields);

/// <summary>What a campaign would do if it were started now. Errors stop it; warnings are for a person to see.</summary>
public sealed record CampaignCheck(IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings)
{
    /// <summary>How many would get a mail.</summary>
    public int Recipients { get; init; }

    /// <summary>The version of the text that was looked at.</summary>
    public Guid TextId { get; init; }

    /// <summary>Some of them, to show the mail for: those who were not informed first.</summary>
    public IReadOnlyList<NamedStudent> Some { get; init; } = [];

    /// <summary>Who would get none, by reason.</summary>
    public IReadOnlyDictionary<LeftOutReason, IReadOnlyList<NamedStudent>> LeftOut { get; init; } = new Dictionary<LeftOutReason, IReadOnlyList<NamedStudent>>();

    /// <summary>How much there is to send, and how fast.</summary>
    public SendingLoad Load { get; init; } = new(0, 0, 0);

    /// <summary>When it would be done if it were released now, in the kommune's hours.</summary>
    public required SendingForecast Forecast { get; init; }

    /// <summary>Who gets the answers, to how many mails; nobody where no address is set up.</summary>
    public IReadOnlyList<(Mailbox? To, int Mails)> Answers { get; init; } = [];
}

/// <summary>What is seen of an audience while it is read once.</summary>
internal sealed class AudienceSummary(TemplateText text, KommuneSettings settings, HashSet<Guid> mailedLately)
{
    private const int Most = 20;
    private const int Worse = 3;
    private readonly Dictionary<WrittenForm, MarkdownText?> _read = [];
    private readonly Dictionary<(WrittenForm Form, bool Informs), (Student Shortest, Student Longest)> _extremes = [];

    public int Recipients { get; private set; }
    public int Nynorsk { get; private set; }
    public int English { get; private set; }
    public int UninformedCount { get; private set; }

    /// <summary>How many of the recipients have had a mail already.</summary>
    public int MailedLately { get; private set; }
    public int WithEmptyFields { get; private set; }

    /// <summary>Those whose mail would have the most holes, the worst first.</summary>
    public IReadOnlyList<EmptyFieldsOf> Worst { get; private set; } = [];

    /// <summary>How many mails go to each recipient domain.</summary>
    public Dictionary<string, int> Domains { get; } = [];

    /// <summary>How many of them each contact person has; the empty id is nobody.</summary>
    public Dictionary<Guid, int> ContactPersons { get; } = [];

    /// <summary>Those who try the text hardest: of each written form, with and without the notice, the one it says most of and the one it says least of.</summary>
    public IEnumerable<Student> Extremes => _extremes.Values.SelectMany(kind => new[] { kind.Longest, kind.Shortest }).Distinct();

    public List<NamedStudent> Uninformed { get; } = [];
    public List<NamedStudent> Others { get; } = [];
    public Dictionary<LeftOutReason, List<NamedStudent>> LeftOut { get; } = [];

    public void Add(Student student, LeftOutReason? reason)
    {
        var named = new NamedStudent(student.Id, student.FullName);
        if (reason is { } why)
        {
            if (!LeftOut.TryGetValue(why, out var same))
                LeftOut[why] = same = [];
            same.Add(named);
            return;
        }
        Recipients++;
        Nynorsk += student.WrittenForm == WrittenForm.Nynorsk ? 1 : 0;
        English += student.WrittenForm == WrittenForm.English ? 1 : 0;
        MailedLately += mailedLately.Contains(student.Id) ? 1 : 0;
        UninformedCount += student.InformedAt is null ? 1 : 0;
        var some = student.InformedAt is null ? Uninformed : Others;
        if (some.Count < Most)
            some.Add(named);
        var (domain, person) = (RecipientDomain.Of(student.Email), student.ContactPersonId ?? Guid.Empty);
        Domains[domain] = Domains.GetValueOrDefault(domain) + 1;
        ContactPersons[person] = ContactPersons.GetValueOrDefault(person) + 1;
        LookForHoles(student);
        var kind = (text.For(student.WrittenForm).Form, student.InformedAt is null);
        var (shortest, longest) = _extremes.GetValueOrDefault(kind, (student, student));
        _extremes[kind] = (Length(student) < Length(shortest) ? student : shortest, Length(student) > Length(longest) ? student : longest);
    }

    private static int Length(Student student) => student.FirstName.Length + (TextForMany.StudyPlaceOf(student)?.Length ?? 0);

    private void LookForHoles(Student student)
    {
        var (subject, body, form) = text.For(student.WrittenForm);
        if (!_read.TryGetValue(form, out var read))
            _read[form] = read = MarkdownText.Parse(subject, body).Value;
        if (read?.EmptyFields(ValuesFor(student)) is not { Count: > 0 } empty)
            return;
        WithEmptyFields++;
        Worst = [.. Worst.Append(new EmptyFieldsOf(student.FullName, empty)).OrderByDescending(one => one.Fields.Count).Take(Worse)];
    }

    private MergeValues ValuesFor(Student student) => new()
    {
        FirstName = student.FirstName,
        StudyPlace = TextForMany.StudyPlaceOf(student),
        Kommune = MailFrames.NameOf(settings.KommuneNumber),
        Sender = settings.SenderName,
        Phone = settings.Phone,
        Lis1Url = "https://x",
        UnsubscribeUrl = "https://x",
        PrivacyUrl = "https://x",
    };
}
