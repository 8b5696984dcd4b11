using DivideMetrics.Indicators;
using DivideMetrics.Panels;
using DivideMetrics.Progress;

namespace DivideMetrics.Projections;

/// <summary>A series prepared once for all models and origins.</summary>
internal sealed class ProjectionSeries
{
    private readonly Indicator _indicator;
    private readonly ProjectionScale _scale;
    private readonly double[] _usableYears;
    private readonly double[] _scaled;
    private readonly int[] _usableOf;

    internal ProjectionSeries(YearSeries series, Indicator indicator)
    {
        (Series, _indicator, _scale) = (series, indicator, new ProjectionScale(indicator.Min, indicator.Max));
        (_usableYears, _scaled, _usableOf) = (new double[series.Count], new double[series.Count], new int[series.Count + 1]);
        var usable = 0;
        for (var i = 0; i < series.Count; i++)
        {
            if (_scale.IsUsable(series.Values[i]))
            {
                (_usableYears[usable], _scaled[usable]) = (series.Years[i], _scale.Of(series.Values[i]));
                usable++;
            }

            _usableOf[i + 1] = usable;
        }
    }

    internal YearSeries Series { get; }

    internal ProjectionScale Scale => _scale;

    internal bool IsBounded => _scale.Bounds is not null;

    /// <summary>The first so many points. The window of the straight trend ends at the last of them, as wide as from 2015 to the latest value.</summary>
    internal ProjectionSample UpTo(int count)
    {
        var usable = _usableOf[count];
        return new ProjectionSample
        {
            Scale = _scale,
            Years = Series.Years.AsSpan(0, count),
            Values = Series.Values.AsSpan(0, count),
            UsableYears = _usableYears.AsSpan(0, usable),
            Scaled = _scaled.AsSpan(0, usable),
            Middle = (Series.Years[0] + Series.Years[^1]) / 2.0,
            TrendFrom = UnsdProgress2023.BaseYear - (Series.Years[^1] - Series.Years[count - 1]),
            Goal = _indicator.Goal?.Value,
            Sign = _indicator.Direction == Direction.Down ? -1 : 1,
        };
    }
}
