using DivideMetrics.Sources.Dimensions;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>
/// SDMX-CSV 1.0 and 2.0, with or without names beside the ids, and the CSV files of Data360. The delimiter is seen from the header; option
/// <c>decimal</c> is the decimal sign, a point unless it is set to a comma.
/// </summary>
internal sealed class SdmxCsvSource(TemplatedFetch fetch) : CubeSource(fetch)
{
    protected override string Format => "SDMX-CSV";

    protected override ExpectedContent Content { get; } =
        ExpectedContent.Csv with { MediaTypes = [.. ExpectedContent.Csv.MediaTypes, "application/vnd.sdmx.data+csv"] };

    protected override string Extension => ".csv";

    protected override string[] Options => ["decimal"];

    protected override Func<CubeFile, IEnumerable<CubeRow>> Reader(SourceDefinition source)
    {
        var comma = new OptionReader(source, source.Options.Keys.ToList()).Choice("decimal", ".", ",") == ",";
        return cube => Rows(cube, comma);
    }

    private static IEnumerable<CubeRow> Rows(CubeFile cube, bool comma)
    {
        using var text = CsvReader.Text(cube.Content);
        var reader = new CsvReader(text, cube.File.Name, CsvColumns.DelimiterOf(cube.Start));
        reader.Read();
        var columns = new CsvColumns(reader.Fields, cube.Components);
        var codes = new string?[cube.Components.Count];
        while (reader.Read())
        {
            if (IsData(reader, columns, cube))
            {
                Fill(codes, reader, columns);
                var value = reader.Fields[columns.ValueColumn];
                yield return new(codes, comma ? PointOf(value) : value, reader.Line);
            }
        }
    }

    /// <summary>False for a blank line, a row of another length and a row that takes something back.</summary>
    private static bool IsData(CsvReader reader, CsvColumns columns, CubeFile cube)
    {
        if (reader.IsBlank)
        {
            return false;
        }

        if (reader.Fields.Count != columns.Count)
        {
            throw new SourceException(
                cube.File.Name, reader.Line,
                $"Expected {columns.Count} fields as in the header, found {reader.Fields.Count}. The file is damaged or cut off.");
        }

        if (columns.ActionColumn < 0 || reader.Fields[columns.ActionColumn] is not "D")
        {
            return true;
        }

        cube.Notes(new("deletion", $"Line {reader.Line} takes an observation back (ACTION D); it is passed over."));
        return false;
    }

    private static void Fill(string?[] codes, CsvReader reader, CsvColumns columns)
    {
        for (var column = 0; column < columns.Count; column++)
        {
            if (columns[column] is { Component: >= 0 } known)
            {
                var cell = reader.Fields[column];
                var colon = known.Labelled ? cell.IndexOf(": ", StringComparison.Ordinal) : -1;
                codes[known.Component] = (colon > 0 ? cell[..colon] : cell).Trim();
            }
        }
    }

    /// <summary>A value with a decimal comma as one with a point; one that has a point already stays as it is and is no number.</summary>
    private static string PointOf(string value) =>
        value.Contains('.', StringComparison.Ordinal) ? value + " (decimal point)" : value.Replace(',', '.');
}
