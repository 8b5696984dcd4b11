using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>Delimited text without the lines above its header and without its comments.</summary>
internal sealed class DelimitedText(CsvReader reader, DelimitedLayout layout) : ITable
{
    private bool _began;

    public IReadOnlyList<string> Fields => reader.Fields;

    public long Line => reader.Line;

    public bool EndedWithBreak => reader.EndedWithBreak;

    public bool Read()
    {
        for (var line = 0; !_began && line < layout.SkippedLines; line++)
        {
            reader.SkipLine();
        }

        _began = true;
        while (layout.Comment is { } comment && reader.NextIs(comment))
        {
            reader.SkipLine();
        }

        return reader.Read();
    }
}
