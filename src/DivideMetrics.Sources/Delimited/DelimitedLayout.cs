using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>A column that holds values, and the series it holds; a null series is named by the file.</summary>
internal readonly record struct ValueColumn(string Header, string? Series);

/// <summary>How a delimited source's files are laid out, read from <see cref="SourceDefinition.Options"/>.</summary>
internal sealed record DelimitedLayout
{
    private static readonly string[] Known =
    [
        "files", "delimiter", "area", "area-kind", "period", "year", "value", "status", "sex", "series", "value-columns", "strict",
    ];

    /// <summary>Files in order: path, and the series it holds when the file holds one that the options name.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Files { get; init; }

    /// <summary>Field delimiter; a comma unless said otherwise.</summary>
    public required char Delimiter { get; init; }

    /// <summary>Column with the area.</summary>
    public required string Area { get; init; }

    /// <summary>True when the area column holds names, false when it holds codes.</summary>
    public required bool AreaIsName { get; init; }

    /// <summary>Column with the year; null when <see cref="Year"/> is constant.</summary>
    public string? Period { get; init; }

    /// <summary>The year of every row; null when a column holds it.</summary>
    public int? Year { get; init; }

    /// <summary>Column with OBS_STATUS; null when there is none.</summary>
    public string? Status { get; init; }

    /// <summary>Column with SEX; null when there is none.</summary>
    public string? Sex { get; init; }

    /// <summary>Columns with values.</summary>
    public required IReadOnlyList<ValueColumn> Values { get; init; }

    /// <summary>True when a damaged row stops the import, false when it is a Finding.</summary>
    public required bool Strict { get; init; }

    /// <summary>Every column that a file must have.</summary>
    public IEnumerable<string> Columns =>
        new[] { Area, Period, Status, Sex }.OfType<string>().Concat(Values.Select(column => column.Header));

    /// <summary>Reads the options of a source.</summary>
    /// <exception cref="SourceException">An option is unknown, missing or unreadable.</exception>
    public static DelimitedLayout Of(SourceDefinition source)
    {
        var options = new OptionReader(source, Known);
        var year = options.Find("year");
        return new DelimitedLayout
        {
            Files = FilesOf(source, options),
            Delimiter = DelimiterOf(options),
            Area = options.Require("area"),
            AreaIsName = options.Choice("area-kind", "code", "name") == "name",
            Period = year is null ? options.Require("period") : null,
            Year = year is null ? null : YearOf(year, options),
            Status = options.Find("status"),
            Sex = options.Find("sex"),
            Values = ValuesOf(options),
            Strict = options.Choice("strict", "true", "false") == "true",
        };
    }

    /// <summary>The series of a file: the one that <c>files</c> names for it, else null.</summary>
    public string? SeriesOf(string file) => Files.FirstOrDefault(pair => pair.Key == file).Value;

    private static List<KeyValuePair<string, string?>> FilesOf(SourceDefinition source, OptionReader options)
    {
        var files = options.Pairs("files");
        var list = files.Count > 0 ? files : [new(source.Location, null)];
        return list.Select(pair => pair.Key).Distinct(StringComparer.Ordinal).Count() == list.Count
            ? list
            : throw options.Wrong("files", "every path once");
    }

    private static int YearOf(string text, OptionReader options) =>
        NumberText.TryYear(text, out var year) ? year : throw options.Wrong("year", "a year of four digits");

    private static char DelimiterOf(OptionReader options) => options.Find("delimiter") switch
    {
        null => ',',
        "tab" or "\\t" => '\t',
        [var single] when single is not ('"' or '\r' or '\n') => single,
        _ => throw options.Wrong("delimiter", "one character, or 'tab'"),
    };

    private static List<ValueColumn> ValuesOf(OptionReader options)
    {
        var columns = options.Pairs("value-columns");
        if (columns.Count == 0)
        {
            return [new ValueColumn(options.Require("value"), options.Find("series"))];
        }

        return columns.TrueForAll(column => column.Value is not null)
            ? columns.ConvertAll(column => new ValueColumn(column.Key, column.Value))
            : throw options.Wrong("value-columns", "column=SERIES pairs separated by ';'");
    }
}
