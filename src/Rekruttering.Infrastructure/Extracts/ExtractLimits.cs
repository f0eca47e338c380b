namespace Rekruttering.Infrastructure.Extracts;

/// <summary>What one file may cost. The widest list of a whole county is far below each of these.</summary>
static class ExtractLimits
{
    internal const int FileBytes = 20 * 1024 * 1024;
    internal const int Columns = 200;
    internal const int Rows = 200_000;
    internal const int CellCharacters = 64 * 1024;

    /// <summary>One row of a text file: an unclosed quote makes one row of all that follows.</summary>
    internal const int RowBytes = 1024 * 1024;

    /// <summary>All parts of an unpacked workbook together: 20 MB of zip can hold 20 GB.</summary>
    internal const long UnpackedBytes = 300L * 1024 * 1024;

    /// <summary>The table of texts is held in memory as a whole while a workbook is read.</summary>
    internal const long SharedTextBytes = 64L * 1024 * 1024;

    internal const int ZipParts = 2_000;

    /// <summary>Each is opened to look for a list.</summary>
    internal const int Sheets = 200;

    /// <summary>A part of a workbook that cannot hold so many objects that they hurt.</summary>
    internal const long HarmlessBytes = 1024 * 1024;

    /// <summary>One text of a workbook; Excel's own limit is 32,767 characters.</summary>
    internal const long TextBytes = 1024 * 1024;

    /// <summary>Excel's own is 16,384.</summary>
    internal const int RowCells = 20_000;

    /// <summary>Formats, merged cells, columns: Excel's own limit on formats is 65,490.</summary>
    internal const int ObjectsOutsideRows = 500_000;

    /// <summary>Cells of the rectangle that a sheet claims, empty or not: a few seconds' look.</summary>
    internal const long SpreadCells = 500_000_000;

    /// <summary>How far down a header may stand, under titles and dates.</summary>
    internal const int HeaderDepth = 30;
}

/// <summary>Stops the reading of a file; <see cref="ExtractReader"/> turns it into a refusal. Never carries what stood in the file.</summary>
sealed class UnreadableExtractException(string sentence) : Exception(sentence);
