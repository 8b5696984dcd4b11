using DivideMetrics.Observations;

namespace DivideMetrics.Indices;

/// <summary>
/// The totals of one indicator by economy, to take from them the latest value that is at most some years old. Missing values and forecasts do not
/// count. Unlike a panel it keeps the vintage of each value, because an index must name what it was computed from.
/// </summary>
internal sealed class LatestValues
{
    private readonly Dictionary<string, Figure[]> _byArea;

    private LatestValues(Dictionary<string, Figure[]> byArea) => _byArea = byArea;

    /// <summary>First year with a value; null when there is none.</summary>
    internal int? FirstYear => _byArea.Count == 0 ? null : _byArea.Values.Min(series => series[0].Year);

    /// <summary>Last year with a value; null when there is none.</summary>
    internal int? LastYear => _byArea.Count == 0 ? null : _byArea.Values.Max(series => series[^1].Year);

    /// <summary>Takes the totals of some areas.</summary>
    /// <exception cref="ArgumentException">Two indicators, a point that stands twice, a value that is not finite.</exception>
    internal static LatestValues Of(IReadOnlyList<Figure> figures, IReadOnlySet<string> areas)
    {
        Check(figures.Count == 0 || figures.All(figure => figure.Indicator == figures[0].Indicator), "one indicator", figures);
        var used = figures.Where(figure =>
            figure is { Sex: Sex.Total, Value: not null, Status: not ObsStatus.F } && areas.Contains(figure.Area)).ToList();
        Check(used.All(figure => double.IsFinite(figure.Value!.Value)), "finite values", figures);
        var byArea = used.GroupBy(figure => figure.Area, StringComparer.Ordinal)
            .ToDictionary(series => series.Key, series => series.OrderBy(figure => figure.Year).ToArray(), StringComparer.Ordinal);
        Check(byArea.Values.All(Rising), "each point once", figures);
        return new(byArea);
    }

    /// <summary>The latest value from <paramref name="year"/> − <paramref name="oldest"/> to <paramref name="year"/>; null when there is none.</summary>
    internal Figure? At(string area, int year, int oldest)
    {
        if (!_byArea.TryGetValue(area, out var series))
        {
            return null;
        }

        for (var i = series.Length - 1; i >= 0; i--)
        {
            if (series[i].Year <= year)
            {
                return series[i].Year >= year - oldest ? series[i] : null;
            }
        }

        return null;
    }

    private static bool Rising(Figure[] series) => series.Zip(series.Skip(1)).All(pair => pair.First.Year < pair.Second.Year);

    private static void Check(bool well, string expected, IReadOnlyList<Figure> figures)
    {
        if (!well)
        {
            throw new ArgumentException($"Expected {expected} among the figures of '{figures[0].Indicator}'; give figures of one state.", nameof(figures));
        }
    }
}
