using System.Globalization;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web;

/// <summary>Addresses of where figures come from.</summary>
public static partial class AppUrls
{
    /// <summary>All sources and how fresh they are.</summary>
    public const string Sources = "/sources";

    /// <summary>A source, its vintages and its runs.</summary>
    public static string Source(string id) => Page(SourcePath(id));

    /// <summary>What a vintage changed, against the one before it or against another.</summary>
    public static string Changes(string source, long vintage, long? older = null, string? kind = null) =>
        $"{SourcePath(source)}/changes" + Query([.. Between(vintage, older), ("kind", kind)]);

    /// <summary>The same as a file: <c>csv</c> or <c>xlsx</c>.</summary>
    public static string ChangesFile(string source, string format, long vintage, long? older) =>
        $"{SourcePath(source)}/changes.{format}" + FileQuery(Between(vintage, older));

    /// <summary>Every value that a series had for an area, release by release.</summary>
    public static string History(string source, SeriesKey series, string area) => $"{SourcePath(source)}/history" + Query(
        ("series", series.Code),
        ("country", area),
        ("sex", SexCode(series.Sex)),
        ("age", Part(series.Age)),
        ("urbanisation", Part(series.Urbanisation)),
        ("breakdown", Part(series.Breakdown)));

    /// <summary>Where one figure comes from, down to the row of the file.</summary>
    public static string Trace(Figure figure, ReadAt at = default) => $"{IndicatorPath(figure.Indicator)}/trace" + Query(
        [("country", figure.Area), ("time", figure.Year.ToString(CultureInfo.InvariantCulture)), ("sex", SexCode(figure.Sex)), .. State(at)]);

    /// <summary>How one value of a measure was computed.</summary>
    public static string Explain(Gap gap, ReadAt at = default) => "/explain" + Query(Value(gap, at));

    /// <summary>The same as JSON.</summary>
    public static string ApiExplain(Gap gap, ReadAt at = default) => $"{Api}/explain" + FileQuery(Value(gap, at));

    private static string SourcePath(string id) => $"{Sources}/{Escape(id)}";

    private static (string Name, string? Value)[] Value(Gap gap, ReadAt at) =>
    [
        ("measure", gap.Measure), ("indicator", gap.Indicator), ("area", gap.Subject), ("year", gap.Year.ToString(CultureInfo.InvariantCulture)),
        ("sex", SexCode(gap.Sex)), .. State(at),
    ];

    private static (string Name, string? Value)[] Between(long vintage, long? older) =>
    [
        ("vintage", vintage.ToString(CultureInfo.InvariantCulture)),
        ("from", older?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string? Part(string dimension) => dimension == "_T" ? null : dimension;
}
