using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>ITU's bands of universal and meaningful connectivity: a level, not a pace.</summary>
public static class ItuBand
{
    /// <summary>Below 50 %.</summary>
    public const string Limited = "limited";

    /// <summary>From 50 to below 75 %.</summary>
    public const string Satisfactory = "satisfactory";

    /// <summary>From 75 to below 95 %.</summary>
    public const string Advanced = "advanced";

    /// <summary>From 95 %.</summary>
    public const string TargetMet = "target-met";

    /// <summary>All four, best first.</summary>
    public static IReadOnlyList<string> Categories { get; } = [TargetMet, Advanced, Satisfactory, Limited];

    /// <summary>
    /// The band of a percentage: limited below 50, satisfactory from 50, advanced from 75, target met from 95. Source: ITU DataHub, targets of universal
    /// and meaningful connectivity; that each band holds its lower end is an assumption.
    /// </summary>
    /// <param name="percent">Finite value in %.</param>
    /// <returns>Value: the percentage itself. Category: one of <see cref="Categories"/>.</returns>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static Assessed Of(double percent)
    {
        Require.Finite(percent, nameof(percent));
        var band = percent >= 95 ? TargetMet : percent >= 75 ? Advanced : percent >= 50 ? Satisfactory : Limited;
        return Assessed.Of(percent, "a level, not a pace; that bands hold their lower end is an assumption") with { Category = band };
    }
}
