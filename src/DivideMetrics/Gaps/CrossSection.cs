using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The economies that have a value in a year, with what is computed once for all of them.</summary>
internal sealed class CrossSection
{
    private readonly Lazy<Assessed> _frontier;
    private readonly Lazy<Assessed> _deviation;

    private CrossSection(string[] codes, double[] values, Direction direction)
    {
        Codes = codes;
        Values = values;
        _frontier = new(() => Gaps.Frontier.Of(values, codes, direction));
        _deviation = new(() => PopulationDeviation.Of(values));
    }

    /// <summary>REF_AREA of each economy.</summary>
    internal string[] Codes { get; }

    /// <summary>One value for each economy.</summary>
    internal double[] Values { get; }

    /// <summary>The frontier of the year.</summary>
    internal double Frontier => _frontier.Value.Value!.Value;

    /// <summary>Standard deviation of the values, economies unweighted.</summary>
    internal Assessed Deviation => _deviation.Value;

    /// <summary>The cross-sections of totals, by year.</summary>
    internal static IReadOnlyDictionary<int, CrossSection> ByYear(
        IReadOnlyList<(string Area, int Year, double Value)> totals, Direction direction) =>
        totals.GroupBy(row => row.Year).ToDictionary(
            year => year.Key,
            year => new CrossSection([.. year.Select(row => row.Area)], [.. year.Select(row => row.Value)], direction));
}
