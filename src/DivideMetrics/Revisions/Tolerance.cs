using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Revisions;

/// <summary>How far a value of a series may move before it counts as revised.</summary>
public static class Tolerance
{
    /// <summary>Of percentages, in points: half of the second decimal.</summary>
    public const double OfPercentages = 0.005;

    /// <summary>The tolerance of each series of a source, in the series' unit.</summary>
    public static Func<SeriesKey, double> Of(SourceDefinition source)
    {
        var units = source.Series.ToDictionary(series => series.Code, series => series.Unit, StringComparer.Ordinal);
        return key => units.GetValueOrDefault(key.Code) == "PT" ? OfPercentages : 0;
    }
}
