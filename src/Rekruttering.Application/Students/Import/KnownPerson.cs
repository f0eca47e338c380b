using System.Collections.Frozen;
using Rekruttering.Application.Privacy;
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
        (_aliases, _apart) = (aliases ?? [], apart ?? FrozenSet<Guid>.Empty);
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

    /// <summary>How an answer speaks of the person.</summary>
    public PersonInReach Reach => new(StudentId, StudentId is null ? Row : null);

    /// <summary>What the person is found by: addresses with an @ before them, and folded names, of now and of before a merge.</summary>
    public IEnumerable<string> Keys => _traits.SelectMany(t => t.EmailKey is { } email ? new[] { "@" + email, t.NameKey } : [t.NameKey]).Distinct(StringComparer.Ordinal);

    /// <summary>The most that the person, under any of its names and addresses, has in common with somebody.</summary>
    public Likeness LikenessTo(PersonTraits other) => _traits.ConvertAll(t => DuplicateRules.Compare(other, t)).MaxBy(likeness => likeness.Points);

    public bool IsExactly(PersonTraits other) => _traits.Exists(other.IsExactly);

    public bool IsApartFrom(KnownPerson other) => other.StudentId is { } id && _apart.Contains(id);

    /// <summary>What a row makes of the person. A value that a merge decided against is not brought back by the list that still has it.</summary>
    public StudentDetails With(ParsedPerson row) =>
        _aliases.Aggregate(row.Over(Details), (after, alias) => StudentFields.PutBack(after, Details, alias).Details);

    /// <summary>The same person, small.</summary>
    public Packed Pack() => new(ImportJson.Pack(_details), StudentId, IsArchived, Row, _aliases, _apart);

    private void Read()
    {
        _traits.Clear();
        _traits.Add(PersonTraits.Of(_details));
        _traits.AddRange(_aliases.Select(PersonTraits.Of));
    }
}

/// <summary>
/// The persons in reach of the rows at hand. Those from the register are forgotten chunk by chunk; those that the file brought or changed are
/// kept to its end, packed until a row asks for them, so that memory follows neither the register nor what a person weighs.
/// </summary>
internal sealed class PersonIndex
{
    private readonly Dictionary<string, List<KnownPerson>> _awake = new(StringComparer.Ordinal);
    private readonly HashSet<KnownPerson> _kept = [];
    private readonly HashSet<Guid> _keptStudents = [];
    private readonly PackedPersons _asleep = new();
    private readonly Dictionary<Guid, IReadOnlyList<string>> _spokenOf = [];
    private RowAnswers _said = RowAnswers.None;

    /// <summary>What of the chunk belonged to somebody who was erased.</summary>
    public ErasedMarks Erased { get; set; } = ErasedMarks.None;

    /// <summary>What a contact person is called.</summary>
    public Func<Guid, string?> NameOf { get; init; } = _ => null;

    /// <summary>Starts on other rows.</summary>
    /// <param name="fromRegister">Students whom the rows may be about, also by what a person said.</param>
    /// <param name="said">What persons said of the rows.</param>
    public void NextChunk(IReadOnlyCollection<KnownPerson> fromRegister, RowAnswers said)
    {
        _said = said;
        _spokenOf.Clear();
        foreach (var person in fromRegister.Where(person => said.Students.Contains(person.StudentId!.Value)))
            _spokenOf.Add(person.StudentId!.Value, [.. person.Keys]);
        foreach (var person in _kept)
            _asleep.Add(person);
        _kept.Clear();
        _awake.Clear();
        foreach (var person in fromRegister)
            if (!_keptStudents.Contains(person.StudentId!.Value))
                File(person);
    }

    /// <summary>Remembers a person that the file brought or changed.</summary>
    public void Keep(KnownPerson person)
    {
        if (person.StudentId is { } id)
            _keptStudents.Add(id);
        _kept.Add(person);
        File(person);
    }

    public IReadOnlyList<KnownPerson> WithEmail(string key) => Find("@" + key);

    public IReadOnlyList<KnownPerson> Named(string key) => Find(key);

    /// <summary>What a person said of a row; null when nobody has.</summary>
    public RowAnswer? SaidOf(int row) => _said.Of(row);

    /// <summary>Whom an answer speaks of, as the rows before have left them; null when there is nobody any more.</summary>
    public KnownPerson? Find(PersonInReach who) =>
        (who.StudentId is { } id ? _spokenOf.GetValueOrDefault(id) ?? [] : _said.KeysOf(who.Row!.Value)).SelectMany(Find)
        .FirstOrDefault(person => who.StudentId is null ? person.Row == who.Row : person.StudentId == who.StudentId);

    // An address holds an @ and a folded name does not, so both stand in one table.
    private void File(KnownPerson person)
    {
        foreach (var key in person.Keys)
        {
            if (!_awake.TryGetValue(key, out var list))
                _awake.Add(key, list = []);
            if (!list.Contains(person))
                list.Add(person);
        }
    }

    private List<KnownPerson> Find(string key)
    {
        foreach (var person in _asleep.Take(key))
        {
            _kept.Add(person);
            File(person);
        }
        return _awake.GetValueOrDefault(key) ?? [];
    }
}

/// <summary>Persons that no row asks for at the moment, small: a hundred thousand of them are 50 MB instead of 200.</summary>
internal sealed class PackedPersons
{
    private readonly List<Packed?> _persons = [];

    // Two keys may share a hash: whoever is taken is asked again for its keys.
    private readonly Dictionary<int, int> _last = [];
    private readonly List<(int Person, int Before)> _keys = [];

    /// <summary>Puts a person away under its keys.</summary>
    public void Add(KnownPerson person)
    {
        foreach (var key in person.Keys)
        {
            var hash = key.GetHashCode(StringComparison.Ordinal);
            _keys.Add((_persons.Count, _last.GetValueOrDefault(hash, -1)));
            _last[hash] = _keys.Count - 1;
        }
        _persons.Add(person.Pack());
    }

    /// <summary>Takes out whoever was put away under the key.</summary>
    public IEnumerable<KnownPerson> Take(string key)
    {
        for (var at = _last.GetValueOrDefault(key.GetHashCode(StringComparison.Ordinal), -1); at >= 0; at = _keys[at].Before)
        {
            var person = _keys[at].Person;
            if (_persons[person] is not { } packed)
                continue;
            _persons[person] = null;
            yield return packed.Unpack();
        }
    }
}

/// <summary>A <see cref="KnownPerson"/> at rest.</summary>
internal sealed record Packed(byte[] Details, Guid? StudentId, bool IsArchived, int? Row, IReadOnlyList<StudentDetails> Aliases, IReadOnlySet<Guid> Apart)
{
    public KnownPerson Unpack() => new(ImportJson.Unpack(Details), StudentId, IsArchived, Row, Aliases, Apart);
}
