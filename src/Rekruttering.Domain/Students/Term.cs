namespace Rekruttering.Domain.Students;

/// <summary>Half a study year.</summary>
public enum Season
{
    /// <summary>January–June (vår). As a LIS1 intake: start 1 March.</summary>
    Spring,

    /// <summary>August–December (høst). As a LIS1 intake: start 1 September.</summary>
    Autumn,
}

/// <summary>
/// A term such as "høst 2026". Ordered in time; <see cref="Index"/> counts terms, so a difference is a number of semesters.
/// Norwegian and most foreign schools start in August, UiO and UiB also in January (domain facts 3.1).
/// </summary>
public readonly record struct Term(int Year, Season Season) : IComparable<Term>
{
    /// <summary>Terms since the year 0; consecutive terms differ by one. This is the stored form.</summary>
    public int Index => (Year * 2) + (Season == Season.Autumn ? 1 : 0);

    /// <summary>The term with this index.</summary>
    public static Term FromIndex(int index) => new(Math.DivRem(index, 2, out var half), half == 1 ? Season.Autumn : Season.Spring);

    /// <summary>The term a day belongs to: spring through July, autumn from August.</summary>
    public static Term Of(DateOnly day) => new(day.Year, day.Month >= 8 ? Season.Autumn : Season.Spring);

    /// <summary>This term moved by a number of terms.</summary>
    public Term Plus(int terms) => FromIndex(Index + terms);

    /// <inheritdoc/>
    public int CompareTo(Term other) => Index.CompareTo(other.Index);

    /// <summary>"høst 2026".</summary>
    public override string ToString() => $"{(Season == Season.Autumn ? "høst" : "vår")} {Year}";

    public static bool operator <(Term left, Term right) => left.CompareTo(right) < 0;
    public static bool operator >(Term left, Term right) => left.CompareTo(right) > 0;
    public static bool operator <=(Term left, Term right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Term left, Term right) => left.CompareTo(right) >= 0;
}
