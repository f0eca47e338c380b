using System.Buffers;
using Rekruttering.Domain.Common;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>Text that every part of the program and both databases can hold: a control character, as a line break in a cell of Excel or Word (vertical tab), becomes a blank, and the rest is well-formed.</summary>
static class PlainText
{
    static readonly SearchValues<char> Blanks = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Where(c => c is (< 0x20 and not ('\t' or '\n' or '\r')) or >= 0x7F).Select(c => (char)c)]);

    internal static string Of(string text) => UnicodeText.Mended(text.AsSpan().ContainsAny(Blanks) ? string.Concat(text.Select(c => Blanks.Contains(c) ? ' ' : c)) : text);
}
