using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Privacy;

/// <summary>
/// Students left the program in a file: who took them, when, which and how many. Written before the file leaves and never changed afterwards, so that
/// the kommune can answer where its register has been.
/// </summary>
public sealed class ExportRecord : IKommuneOwned
{
    /// <summary>Longest <see cref="Choice"/>.</summary>
    public const int ChoiceLength = 500;

    private ExportRecord() { }

    /// <param name="byUserId">Null from the command line.</param>
    /// <param name="choice">Which students, in words.</param>
    /// <param name="format">"CSV" or "Excel".</param>
    public ExportRecord(string kommuneNumber, Guid? byUserId, string choice, int rows, string format, DateTime now)
    {
        (Id, KommuneNumber, ByUserId, At) = (Guid.CreateVersion7(), kommuneNumber, byUserId, now);
        (Choice, Rows, Format) = (choice.Cut(ChoiceLength), rows, format);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid? ByUserId { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>Which students, as a sentence of the register says it: "Studenter i Polen, 5. år".</summary>
    public string Choice { get; private set; } = "";

    public int Rows { get; private set; }
    public string Format { get; private set; } = "";
}
