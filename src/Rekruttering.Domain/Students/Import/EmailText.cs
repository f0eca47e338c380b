namespace Rekruttering.Domain.Students.Import;

/// <summary>The address in a cell as it was copied out of a mail program.</summary>
public static class EmailText
{
    /// <summary>"Ola Vik &lt;ola@example.com&gt;;" is "ola@example.com"; what holds several or none stays as it is.</summary>
    public static string Of(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var text = cell.Trim().TrimEnd(';', ',', '.', ' ');
        var open = text.IndexOf('<', StringComparison.Ordinal);
        if (open >= 0 && text[^1] == '>' && text.LastIndexOf('<') == open) text = text[(open + 1)..^1].Trim();
        return text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text[7..] : text;
    }
}
