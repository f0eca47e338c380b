using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Somebody whom a row may be about: in the register, or in an earlier row of the same file.</summary>
internal sealed class KnownPerson
{
    private readonly IReadOnlyList<StudentDetails> _aliases;
    private readonly IReadOnlySet<Guid> _apart;
    private readonly List<PersonTraits> _traits = [];
    private StudentDetails _details;

    /// <param name="aliases">As whom the student also stood in the register, before rows were merged.</param>
    /// <param name="apart">Students who were said to be other persons.</param>
    public KnownPerson(StudentDetails details, Guid? studentId, bool archived = false, int? row = null, IReadOnlyList<StudentDetails>? aliases = null, IReadOnlySet<Guid>? apart = null)
    {
        (_details, StudentId, IsArchived, Row) = (details, studentId, archived, row);
        (_aliases, _apart) = (aliases ?? [], apart ?? new HashSet<Guid>());
        Read();
    }

    public StudentDetails Details
    {
        get => _details;
        set
        {
            _details = value;
            Read();
        }
    }

    public Guid? StudentId { get; }
    public bool IsArchived { get; }

    /// <summary>The row of the file that brought the person, when no earlier import did.</summary>
    public int? Row { get; }

    /// <summary>What the person is found by: addresses with an @ before them, and folded names, of now and of before a merge.</summary>
    public IEnumerable<string> Keys => _traits.SelectMany(t => t.EmailKey is { } email ? new[] { "@" + email, t.NameKey } : [t.NameKey]).Distinct(StringComparer.Ordinal);

    /// <summary>The most that the person, under any of its names and addresses, has in common with somebody.</summary>
    public Likeness LikenessTo(PersonTraits other) => _traits.ConvertAll(t => DuplicateRules.Compare(other, t)).MaxBy(likeness => likeness.Points);

    public bool IsExactly(PersonTraits other) => _traits.Exists(other.IsExactly);

    public bool IsApartFrom(KnownPerson other) => other.StudentId is { } id && _apart.Contains(id);

    /// <summary>What a row makes of the person. A value that a merge decided against is not brought back by the list that still has it.</summary>
    public StudentDetails With(ParsedPerson row) =>
        _aliases.Aggregate(row.Over(Details), (after, alias) => StudentFields.PutBack(after, Details, alias).Details);

    private void Read()
    {
        _traits.Clear();
        _traits.Add(PersonTraits.Of(_details));
        _traits.AddRange(_aliases.Select(PersonTraits.Of));
    }
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
        foreach (var key in person.Keys)
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
