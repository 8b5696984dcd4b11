namespace DivideMetrics.Projections;

/// <summary>What a model is fitted to: the points of a series up to an origin.</summary>
internal readonly ref struct ProjectionSample
{
    /// <summary>Scale of the fit.</summary>
    internal required ProjectionScale Scale { get; init; }

    /// <summary>All years up to the origin, rising.</summary>
    internal required ReadOnlySpan<int> Years { get; init; }

    /// <summary>One finite value for each of them.</summary>
    internal required ReadOnlySpan<double> Values { get; init; }

    /// <summary>Years of the points that can be fitted, rising.</summary>
    internal required ReadOnlySpan<double> UsableYears { get; init; }

    /// <summary>These points on the scale.</summary>
    internal required ReadOnlySpan<double> Scaled { get; init; }

    /// <summary>Middle of the years of the whole series, from which curves of adoption count, so that their parameters hardly depend on each other.</summary>
    internal required double Middle { get; init; }

    /// <summary>First year of the window of the straight trend: it is as wide at every origin.</summary>
    internal required int TrendFrom { get; init; }

    /// <summary>Where a rising series ends at the latest when no bound says so: the goal; null when there is none.</summary>
    internal required double? Goal { get; init; }

    /// <summary>1 where higher is better or nothing is, −1 where lower is.</summary>
    internal required int Sign { get; init; }

    internal int LeftOut => Years.Length - UsableYears.Length;

    /// <summary>Points and years, in words.</summary>
    internal string Basis => FormattableString.Invariant(
        $"{UsableYears.Length} points {UsableYears[0]:0}–{UsableYears[^1]:0}{LogitTrend.LeftOutWords(LeftOut)}");

    /// <summary>Why there are too few points, or null.</summary>
    internal string? TooFew => UsableYears.Length >= LogitTrend.LeastPoints
        ? null
        : FormattableString.Invariant($"{UsableYears.Length} usable points, {LogitTrend.LeastPoints} needed{LogitTrend.LeftOutWords(LeftOut)}");
}
