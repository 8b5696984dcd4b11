using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Two groups of people side by side: women and men, rural and urban. Pure functions for any pair.</summary>
public static class Parity
{
    /// <summary>Parity: a ratio from 0.98 to 1.02.</summary>
    public const string AtParity = "parity";

    /// <summary>Almost parity: from 0.95 to below 0.98.</summary>
    public const string Almost = "almost";

    /// <summary>x_a − x_d. Unit: the indicator's (percentage points of a percentage); above 0 the disadvantaged have less.</summary>
    /// <param name="disadvantaged">Finite value of the group that is expected to be behind.</param>
    /// <param name="advantaged">Finite value of the other group.</param>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Gap(double disadvantaged, double advantaged)
    {
        Require.Finite([disadvantaged, advantaged], nameof(disadvantaged));
        return Assessed.Of(advantaged - disadvantaged);
    }

    /// <summary>x_d / x_a, the plain parity index (ITU's gender parity score for women and men). Without unit; 1 is parity.</summary>
    /// <inheritdoc cref="Gap" path="/param"/>
    /// <returns>Not assessable when the advantaged have 0, or either is negative.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Ratio(double disadvantaged, double advantaged)
    {
        Require.Finite([disadvantaged, advantaged], nameof(disadvantaged));
        return advantaged > 0 && disadvantaged >= 0
            ? Assessed.Of(disadvantaged / advantaged)
            : NoRatio(disadvantaged, advantaged, "a positive value of the second and none below 0");
    }

    /// <summary>
    /// The adjusted, symmetric parity index of UNESCO's Institute for Statistics: DPI = x_d / x_a where that is 1 or less, else 2 − 1/DPI. Without
    /// unit; from 0 to 2, 1 is parity, and exchanging the two sides mirrors it at 1.
    /// </summary>
    /// <inheritdoc cref="Gap" path="/param"/>
    /// <returns>Not assessable when both are 0 or either is negative. 2 when the advantaged alone have 0, the limit of 2 − x_a / x_d.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Adjusted(double disadvantaged, double advantaged)
    {
        Require.Finite([disadvantaged, advantaged], nameof(disadvantaged));
        if (Math.Min(disadvantaged, advantaged) < 0 || Math.Max(disadvantaged, advantaged) <= 0)
        {
            return NoRatio(disadvantaged, advantaged, "values of at least 0 and one above it");
        }

        return Assessed.Of(disadvantaged <= advantaged ? disadvantaged / advantaged : 2 - (advantaged / disadvantaged));
    }

    /// <summary>(x_a − x_d) / x_a, the relative gap: 1 less the plain parity index. Without unit; 0 is parity, above it the disadvantaged have less.</summary>
    /// <inheritdoc cref="Gap" path="/param"/>
    /// <returns>Not assessable when the advantaged have 0, or either is negative.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed RelativeGap(double disadvantaged, double advantaged)
    {
        var ratio = Ratio(disadvantaged, advantaged);
        return ratio.Value is null ? ratio : Assessed.Of((advantaged - disadvantaged) / advantaged);
    }

    /// <summary>
    /// (100 − x_d) / (100 − x_a): how many of the disadvantaged do without for each of the advantaged who does, at equal numbers of both. Without
    /// unit; 1 is parity, above it the disadvantaged are left out more often. It can widen while the plain parity index improves.
    /// </summary>
    /// <param name="disadvantaged">Finite percentage of the group that is expected to be behind.</param>
    /// <param name="advantaged">Finite percentage of the other group.</param>
    /// <returns>Not assessable outside 0–100, and when nobody of the advantaged does without.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed OfflineRatio(double disadvantaged, double advantaged)
    {
        Require.Finite([disadvantaged, advantaged], nameof(disadvantaged));
        if (Math.Min(disadvantaged, advantaged) < 0 || Math.Max(disadvantaged, advantaged) > 100)
        {
            return Assessed.Not(FormattableString.Invariant($"{disadvantaged} and {advantaged} are not two percentages between 0 and 100"));
        }

        return advantaged < 100
            ? Assessed.Of((100 - disadvantaged) / (100 - advantaged))
            : Assessed.Not("nobody of the advantaged does without: no ratio to 0");
    }

    private static Assessed NoRatio(double disadvantaged, double advantaged, string needed) =>
        Assessed.Not(FormattableString.Invariant($"no ratio of {disadvantaged} to {advantaged}: it needs {needed}"));
}
