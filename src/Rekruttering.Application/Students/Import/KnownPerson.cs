using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students.Import;

/// <summary>Somebody whom a row may be about: in the register, or in an earlier row of the same file.</summary>
internal sealed class KnownPerson(StudentDetails details, Guid? studentId, bool archived = false, int? row = null)
{
    public StudentDetails Details { get; set; } = details;
    public Guid? StudentId { get; } = studentId;
    public bool IsArchived { get; } = archived;

    /// <summary>The row of the file that brought the person, when no earlier import did.</summary>
    public int? Row { get; } = row;

    public string? EmailKey => Details.Email?.ToLowerInvariant();
    public string NameKey => SearchText.NameKey($"{Details.FirstName} {Details.LastName}");
}

/// <summary>
/// The persons in reach of the rows at hand. Those from the register are forgotten chunk by chunk, those that the file brought or changed
/// are kept to its end, so that memory follows the file and not the register.
/// </summary>
internal sealed class PersonIndex
{
    /// <summary>The addresses of the chunk that belonged to somebody who was erased.</summary>
    public IReadOnlySet<string> Erased { get; set; } = new HashSet<string>();

    private readonly Dictionary<Guid, KnownPerson> _keptStudents = [];
    private readonly Dictionary<string, List<KnownPerson>> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownPerson>> _chunk = new(StringComparer.Ordinal);

    /// <summary>Starts on other rows.</summary>
    public void NextChunk(IEnumerable<KnownPerson> fromRegister)
    {
        _chunk.Clear();
        foreach (var person in fromRegister)
            if (!_keptStudents.ContainsKey(person.StudentId!.Value))
                File(_chunk, person);
    }

    /// <summary>Remembers a person that the file brought or changed.</summary>
    public void Keep(KnownPerson person)
    {
        if (person.StudentId is { } id)
            _keptStudents[id] = person;
        File(_kept, person);
    }

    public IReadOnlyList<KnownPerson> WithEmail(string key) => Find("@" + key);

    public IReadOnlyList<KnownPerson> Named(string key) => Find(key);

    // An address holds an @ and a folded name does not, so both stand in one table.
    private static void File(Dictionary<string, List<KnownPerson>> table, KnownPerson person)
    {
        foreach (var key in person.EmailKey is { } email ? new[] { "@" + email, person.NameKey } : [person.NameKey])
        {
            if (!table.TryGetValue(key, out var list))
                table.Add(key, list = []);
            if (!list.Contains(person))
                list.Add(person);
        }
    }

    private List<KnownPerson> Find(string key) =>
        [.. (_kept.GetValueOrDefault(key) ?? []).Union(_chunk.GetValueOrDefault(key) ?? [])];
}
