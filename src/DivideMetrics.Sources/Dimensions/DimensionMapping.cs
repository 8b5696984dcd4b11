using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>
/// What a cube's dimensions are to us, read from <see cref="SourceDefinition.Options"/>; the same for every format with dimensions. A
/// dimension that nothing here names must be <c>_T</c>, <c>_Z</c> or <c>TOTAL</c>, else the row is left out.
/// </summary>
internal sealed record DimensionMapping
{
    /// <summary>The options that every format knows.</summary>
    public static readonly string[] Known =
    [
        "series", "area", "areas", "aggregates", "period", "status", "statuses", "sex", "age", "urbanisation", "where", "breakdown",
        "attributes", "frequency",
    ];

    private static readonly CodeMap UsualSex = CodeMap.TryParse("SEX=_T,T:_T,F,M")!;
    private static readonly CodeMap UsualAge = new("AGE", null);
    private static readonly CodeMap UsualUrbanisation = CodeMap.TryParse("URBANISATION=_T,T:_T,U,URB:U,R,RUR:R")!;

    /// <summary>The series code.</summary>
    public required SeriesTemplate Series { get; init; }

    /// <summary>REF_AREA: the first of these that the file has.</summary>
    public required IReadOnlyList<string> Area { get; init; }

    /// <summary>REF_AREA of codes that the provider has for itself.</summary>
    public required IReadOnlyDictionary<string, string> Areas { get; init; }

    /// <summary>The provider's aggregates that are left out; a name may end in <c>*</c>.</summary>
    public required IReadOnlyList<string> Aggregates { get; init; }

    /// <summary>TIME_PERIOD: the first of these that the file has.</summary>
    public required IReadOnlyList<string> Period { get; init; }

    /// <summary>OBS_STATUS or flags: the first of these that the file has; none is no fault.</summary>
    public required IReadOnlyList<string> Status { get; init; }

    /// <summary>OBS_STATUS of statuses that the provider has for itself.</summary>
    public required IReadOnlyDictionary<string, string> Statuses { get; init; }

    /// <summary>SEX; a file without it has totals.</summary>
    public required CodeMap Sex { get; init; }

    /// <summary>AGE; a file without it has totals.</summary>
    public required CodeMap Age { get; init; }

    /// <summary>URBANISATION; a file without it has totals.</summary>
    public required CodeMap Urbanisation { get; init; }

    /// <summary>Rows are taken where these dimensions have one of these codes, and silently passed over where not.</summary>
    public required IReadOnlyList<KeyValuePair<string, HashSet<string>>> Where { get; init; }

    /// <summary>Dimensions that stay as a breakdown.</summary>
    public required IReadOnlyList<CodeMap> Breakdown { get; init; }

    /// <summary>Components that are no part of an observation's key.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>Codes of FREQ that are taken.</summary>
    public required IReadOnlyList<string> Frequencies { get; init; }

    /// <summary>Names that an option says and that a file must have.</summary>
    public required IReadOnlyList<string> Needed { get; init; }

    /// <summary>Reads the options of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="more">Options that the format knows besides.</param>
    /// <exception cref="SourceException">An option is unknown or unreadable.</exception>
    public static DimensionMapping Of(SourceDefinition source, params IEnumerable<string> more)
    {
        var options = new OptionReader(source, [.. Known, .. TemplatedFetch.Options, .. more]);
        var (where, breakdown) = (WhereOf(options), MapsOf(options, "breakdown"));
        return new DimensionMapping
        {
            Series = SeriesTemplate.TryParse(options.Find("series") ?? "{INDICATOR}")
                ?? throw options.Wrong("series", "text with names in braces"),
            Area = Names(options, "area", "REF_AREA", "geo"),
            Areas = Pairs(options, "areas"),
            Aggregates = List(options, "aggregates"),
            Period = Names(options, "period", "TIME_PERIOD", "time"),
            Status = Names(options, "status", "OBS_STATUS", "OBS_FLAG"),
            Statuses = StatusesOf(options),
            Sex = MapOf(options, "sex", UsualSex),
            Age = MapOf(options, "age", UsualAge),
            Urbanisation = MapOf(options, "urbanisation", UsualUrbanisation),
            Where = where,
            Breakdown = breakdown,
            Attributes = List(options, "attributes"),
            Frequencies = List(options, "frequency", ',') is { Count: > 0 } codes ? codes : ["A"],
            Needed = [.. NeededOf(options), .. where.Select(pair => pair.Key), .. breakdown.Select(map => map.Dimension)],
        };
    }

    private static IEnumerable<string> NeededOf(OptionReader options) =>
        new[] { "sex", "age", "urbanisation" }
            .Where(key => options.Find(key) is not null)
            .Select(key => CodeMap.TryParse(options.Find(key)!)!.Dimension)
            .Concat(options.Find("status") is { } status ? [status] : []);

    private static IReadOnlyList<string> Names(OptionReader options, string key, params string[] usual) =>
        options.Find(key) is { } name ? [name] : usual;

    private static List<string> List(OptionReader options, string key, char separator = ';') =>
        [.. (options.Find(key) ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static Dictionary<string, string> Pairs(OptionReader options, string key)
    {
        var pairs = options.Pairs(key);
        return pairs.TrueForAll(pair => pair.Value is { Length: > 0 }) && pairs.DistinctBy(pair => pair.Key).Count() == pairs.Count
            ? pairs.ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal)
            : throw options.Wrong(key, "THEIRS=OURS pairs separated by ';', each once");
    }

    private static Dictionary<string, string> StatusesOf(OptionReader options)
    {
        var pairs = Pairs(options, "statuses");
        return pairs.Values.All(code => StatusText.TryParse(code, out _))
            ? pairs
            : throw options.Wrong("statuses", "THEIRS=code of OBS_STATUS pairs");
    }

    private static CodeMap MapOf(OptionReader options, string key, CodeMap usual) =>
        options.Find(key) is { } text ? CodeMap.TryParse(text) ?? throw WrongMap(options, key) : usual;

    private static List<CodeMap> MapsOf(OptionReader options, string key) =>
        List(options, key).ConvertAll(text => CodeMap.TryParse(text) ?? throw WrongMap(options, key));

    private static List<KeyValuePair<string, HashSet<string>>> WhereOf(OptionReader options) =>
        options.Pairs("where").ConvertAll(pair => KeyValuePair.Create(
            pair.Key,
            (pair.Value ?? throw options.Wrong("where", "NAME=CODE,CODE pairs separated by ';'"))
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal)));

    private static SourceException WrongMap(OptionReader options, string key) =>
        options.Wrong(key, "NAME, or NAME=THEIRS:OURS,THEIRS:OURS with each code once");
}
