using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>A column that holds values, and the series it holds; a null series is named by another column, or by the file.</summary>
internal readonly record struct ValueColumn(string Header, string? Series);

/// <summary>A column with a dimension or a status, and what its words mean.</summary>
/// <param name="Header">Header of the column.</param>
/// <param name="Codes">The table's words and the code of each; a word that is not there is its own code.</param>
internal sealed record CodeColumn(string Header, IReadOnlyDictionary<string, string> Codes)
{
    /// <summary>The code of a cell; null for a total.</summary>
    public string? CodeOf(string text) => (Codes.GetValueOrDefault(text) ?? text) is { Length: > 0 } code and not "_T" ? code : null;
}

/// <summary>Which columns of a table hold what: read from <see cref="SourceDefinition.Options"/>, the same for text and sheets.</summary>
internal sealed record TableLayout
{
    /// <summary>The options that this reads.</summary>
    public static readonly string[] Options =
    [
        "area", "area-kind", "period", "year", "year-columns", "value", "value-columns", "series", "series-column", "strict", "footnotes",
        "missing", "decimal", "percent", "status", "sex", "age", "urbanisation", "breakdown",
        "status-codes", "sex-codes", "age-codes", "urbanisation-codes", "breakdown-codes",
    ];

    /// <summary>Column with the area.</summary>
    public required string Area { get; init; }

    /// <summary>What stands in the area column; one of <see cref="AreaColumn.Kinds"/>.</summary>
    public required string AreaKind { get; init; }

    /// <summary>Column with the year; null when <see cref="Year"/> is constant or the columns are years.</summary>
    public string? Period { get; init; }

    /// <summary>The year of every row; null when a column holds it.</summary>
    public int? Year { get; init; }

    /// <summary>True when every column whose header is a year holds that year's values.</summary>
    public bool YearColumns { get; init; }

    /// <summary>Column with the series; null when there is none.</summary>
    public string? SeriesColumn { get; init; }

    /// <summary>Column with OBS_STATUS; null when there is none.</summary>
    public CodeColumn? Status { get; init; }

    /// <summary>Column with SEX; null when there is none.</summary>
    public CodeColumn? Sex { get; init; }

    /// <summary>Column with AGE; null when there is none.</summary>
    public CodeColumn? Age { get; init; }

    /// <summary>Column with URBANISATION; null when there is none.</summary>
    public CodeColumn? Urbanisation { get; init; }

    /// <summary>Further breakdowns by name, in the order of their names.</summary>
    public IReadOnlyList<(string Name, CodeColumn Column)> Breakdowns { get; init; } = [];

    /// <summary>Columns with values; with <see cref="YearColumns"/> one without header, for its series.</summary>
    public required IReadOnlyList<ValueColumn> Values { get; init; }

    /// <summary>How numbers are written.</summary>
    public required CellNumber Numbers { get; init; }

    /// <summary>True when a damaged row stops the import, false when it is a Finding.</summary>
    public required bool Strict { get; init; }

    /// <summary>True when a row with text in its first cell alone is a footnote.</summary>
    public required bool SkipsFootnotes { get; init; }

    /// <summary>Reads the options of a source.</summary>
    /// <exception cref="SourceException">An option is missing or unreadable.</exception>
    public static TableLayout Of(OptionReader options)
    {
        var year = options.Find("year");
        var yearColumns = options.Choice("year-columns", "false", "true") == "true";
        return new TableLayout
        {
            Area = options.Require("area"),
            AreaKind = options.Choice("area-kind", AreaColumn.Kinds),
            Period = year is null && !yearColumns ? options.Require("period") : null,
            Year = year is null ? null : YearOf(year, options),
            YearColumns = yearColumns,
            SeriesColumn = options.Find("series-column"),
            Status = Codes(options, "status"),
            Sex = Codes(options, "sex"),
            Age = Codes(options, "age"),
            Urbanisation = Codes(options, "urbanisation"),
            Breakdowns = BreakdownsOf(options),
            Values = ValuesOf(options, yearColumns),
            Numbers = NumbersOf(options),
            Strict = options.Choice("strict", "true", "false") == "true",
            SkipsFootnotes = options.Choice("footnotes", "refuse", "skip") == "skip",
        };
    }

    private static int YearOf(string text, OptionReader options) =>
        NumberText.TryYear(text, out var year) ? year : throw options.Wrong("year", "a year of four digits");

    private static CellNumber NumbersOf(OptionReader options) => new(
        options.Choice("decimal", "point", "comma") == "comma",
        options.Choice("percent", "refuse", "shown", "share") switch
        {
            "shown" => PercentSign.Shown,
            "share" => PercentSign.Share,
            _ => PercentSign.Unsaid,
        },
        (options.Find("missing") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.Ordinal));

    private static CodeColumn? Codes(OptionReader options, string key) =>
        options.Find(key) is { } header ? new(header, CodeMap(options, key)) : null;

    private static Dictionary<string, string> CodeMap(OptionReader options, string key)
    {
        var pairs = options.Pairs(key + "-codes");
        return pairs.TrueForAll(pair => pair.Value is not null) && pairs.DistinctBy(pair => pair.Key).Count() == pairs.Count
            ? pairs.ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal)
            : throw options.Wrong(key + "-codes", "word=CODE pairs separated by ';', every word once");
    }

    private static List<(string Name, CodeColumn Column)> BreakdownsOf(OptionReader options)
    {
        var pairs = options.Pairs("breakdown");
        var codes = CodeMap(options, "breakdown");
        return pairs.TrueForAll(pair => pair.Value is not null)
            ? [.. pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, new CodeColumn(pair.Value!, codes)))]
            : throw options.Wrong("breakdown", "NAME=column pairs separated by ';'");
    }

    private static List<ValueColumn> ValuesOf(OptionReader options, bool yearColumns)
    {
        var columns = options.Pairs("value-columns");
        if (columns.Count == 0)
        {
            return [new ValueColumn(yearColumns ? "" : options.Require("value"), options.Find("series"))];
        }

        return columns.TrueForAll(column => column.Value is not null) && !yearColumns
            ? columns.ConvertAll(column => new ValueColumn(column.Key, column.Value))
            : throw options.Wrong("value-columns", "column=SERIES pairs separated by ';', without year-columns");
    }
}
