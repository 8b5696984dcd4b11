using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Seeds;

namespace DivideMetrics.Benchmarks;

/// <summary>More indicators than the seeds declare: one for each series of two sources that none uses, with every measure that it can have.</summary>
internal static class WideCatalog
{
    private static readonly string[] Sources = ["WB_WDI", "ITU"];

    public static Catalog Of(Catalog seeds)
    {
        var used = seeds.Indicators.SelectMany(indicator => indicator.Series).Select(series => series.Code).ToHashSet(StringComparer.Ordinal);
        var free = Sources.SelectMany(source => seeds.FindSource(source)!.Series.Where(series => !used.Contains(series.Code))
            .Select(series => Measured(source, series.Code, series.Unit)));
        return seeds with { Indicators = [.. seeds.Indicators, .. free], Fingerprint = $"{seeds.Fingerprint} wide" };
    }

    private static Indicator Measured(string source, string code, string unit)
    {
        var percentage = unit == "PT";
        var id = $"x-{source}-{code}".ToLowerInvariant().Replace('.', '-').Replace('_', '-');
        var goal = new Goal($"{id}-goal", id, "Goal", "Benchmark", 100, 95, 2030, true, "none");
        var indicator = new Indicator
        {
            Id = id, Title = code, Definition = code, Unit = unit, UnitLabel = unit, Direction = Direction.Up, Community = "context", Dimension = "Benchmark",
            Min = percentage ? 0 : null, Max = percentage ? 100 : null, Weights = "population", Series = [new(source, code)], Measures = [],
            Goal = goal, Goals = [goal],
        };
        return indicator with { Measures = MeasureRegistry.Ids.Where(id => MeasureRegistry.Problems(indicator with { Measures = [id] }).Count == 0).ToList() };
    }
}
