using System.Globalization;

namespace Rekruttering.Domain.Students.Import;

/// <summary>
/// The number of a row in a list. Where several sheets of a workbook are read as one list, each has its rows 1, 2, 3: the sheet's tab is carried in the
/// number above the twentieth bit (a sheet ends at row 1,048,576), so that numbers still tell rows apart and stand in the order that they were read in.
/// </summary>
public static class RowNumber
{
    const int Bits = 20;

    /// <summary>The row of one sheet among several.</summary>
    public static int On(int tab, int row) => (tab << Bits) + row;

    /// <summary>As the spreadsheet shows it.</summary>
    public static int Row(int number) => ((number - 1) & ((1 << Bits) - 1)) + 1;

    /// <summary>Which tab from the left, from 1; 0 where the list is one sheet or a text file.</summary>
    public static int Tab(int number) => (number - 1) >> Bits;

    /// <summary>"3", or "3 på ark 2".</summary>
    public static string Words(int number) => string.Create(CultureInfo.InvariantCulture, $"{Row(number)}{(Tab(number) is > 0 and var tab ? $" på ark {tab}" : "")}");
}
