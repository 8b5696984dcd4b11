using DivideMetrics.Sources.Dimensions;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Eurostat;

/// <summary>
/// Eurostat's TSV: the first header cell is <c>freq,unit,geo\TIME_PERIOD</c>, then a column for each period (with a trailing space), cells
/// are a value or <c>:</c> and flags (<c>12.3 bu</c>, <c>: c</c>, <c>:C</c>).
/// </summary>
internal sealed class EurostatTsvSource(TemplatedFetch fetch) : CubeSource(fetch)
{
    private const string Flag = "OBS_FLAG";

    protected override string Format => "Eurostat's TSV";

    protected override ExpectedContent Content { get; } =
        ExpectedContent.Csv with { MediaTypes = [.. ExpectedContent.Csv.MediaTypes, "application/gzip", "application/x-gzip"] };

    protected override string Extension => ".tsv";

    protected override Func<CubeFile, IEnumerable<CubeRow>> Reader(SourceDefinition source) => Rows;

    private static IEnumerable<CubeRow> Rows(CubeFile cube)
    {
        using var text = CsvReader.Text(cube.Content);
        var reader = new CsvReader(text, cube.File.Name, '\t');
        reader.Read();
        var (width, periods) = (Dimensions(reader.Fields, cube.Components), reader.Fields.Skip(1).Select(period => period.Trim()).ToList());
        var codes = new string?[cube.Components.Count];
        while (reader.Read())
        {
            if (reader.IsBlank)
            {
                continue;
            }

            Key(reader, codes, width, periods.Count, cube.File.Name);
            for (var column = 0; column < periods.Count; column++)
            {
                var (value, flags) = Cell(reader.Fields[column + 1]);
                (codes[width], codes[width + 1]) = (periods[column], flags);
                yield return new(codes, value, reader.Line);
            }
        }
    }

    /// <summary>Reads the first header cell; gives the number of dimensions before the period.</summary>
    private static int Dimensions(IReadOnlyList<string> header, ComponentTable components)
    {
        var first = header.Count > 0 ? header[0] : "";
        var at = first.LastIndexOf('\\');
        var names = at < 0 ? [] : first[..at].Split(',', StringSplitOptions.TrimEntries);
        if (at < 0 || header.Count < 2 || names.Contains(""))
        {
            throw new FormatException($"Expected a first cell like 'freq,unit,geo\\TIME_PERIOD' and periods after it, found '{first}'.");
        }

        foreach (var name in names.Append(first[(at + 1)..].Trim()))
        {
            if (components.Find(name) >= 0 || components.Dimension(name) < 0)
            {
                throw new FormatException($"Dimension '{name}' stands twice in the header.");
            }
        }

        components.Attribute(Flag);
        return names.Length;
    }

    private static void Key(CsvReader reader, string?[] codes, int width, int periods, string file)
    {
        var key = reader.Fields[0].Split(',', StringSplitOptions.TrimEntries);
        if (key.Length != width || reader.Fields.Count != periods + 1)
        {
            throw new SourceException(
                file, reader.Line,
                $"Expected {width} codes and {periods} cells as in the header, found {key.Length} and {reader.Fields.Count - 1}. " +
                "The file is damaged or cut off.");
        }

        key.CopyTo(codes, 0);
    }

    /// <summary>The value, null for a colon, and the flags behind it, null when there are none.</summary>
    private static (string? Value, string? Flags) Cell(string cell)
    {
        cell = cell.Trim();
        var space = cell.IndexOf(' ', StringComparison.Ordinal);
        var (value, flags) = cell.StartsWith(':') ? (null, cell[1..]) : space < 0 ? (cell, "") : (cell[..space], cell[space..]);
        return (value, flags.Trim() is { Length: > 0 } some ? some : null);
    }
}
