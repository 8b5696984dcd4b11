using System.Globalization;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>How a delimited source's files are written, and what their columns hold.</summary>
internal sealed record DelimitedLayout
{
    private static readonly string[] Known = ["files", "delimiter", "skip-lines", "comment", .. TableLayout.Options];

    /// <summary>The files.</summary>
    public required TableFiles Files { get; init; }

    /// <summary>What the columns hold.</summary>
    public required TableLayout Table { get; init; }

    /// <summary>Field delimiter; a comma unless said otherwise.</summary>
    public required char Delimiter { get; init; }

    /// <summary>Lines above the header.</summary>
    public required int SkippedLines { get; init; }

    /// <summary>Character with which a line that is a comment begins; null when none does.</summary>
    public required char? Comment { get; init; }

    /// <summary>Reads the options of a source.</summary>
    /// <exception cref="SourceException">An option is unknown, missing or unreadable.</exception>
    public static DelimitedLayout Of(SourceDefinition source)
    {
        var options = new OptionReader(source, Known);
        return new DelimitedLayout
        {
            Files = TableFiles.Of(source, options),
            Table = TableLayout.Of(options),
            Delimiter = Single(options, "delimiter") ?? ',',
            SkippedLines = SkippedOf(options),
            Comment = Single(options, "comment"),
        };
    }

    private static int SkippedOf(OptionReader options) =>
        int.TryParse(options.Find("skip-lines") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var lines) && lines <= 1000
            ? lines
            : throw options.Wrong("skip-lines", "a whole number up to 1000");

    private static char? Single(OptionReader options, string key) => options.Find(key) switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        [var single] when single is not ('"' or '\r' or '\n') => single,
        _ => throw options.Wrong(key, "one character, or 'tab'"),
    };
}
