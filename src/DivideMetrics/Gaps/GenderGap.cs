using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Men's value less women's.</summary>
public static class GenderGap
{
    internal static Measure Measure { get; } = new("gender-gap", MeasureScope.Economy, MeasureNeeds.Sexes, Compute)
    {
        Title = "Gender gap",
        Unit = "indicator's unit",
        Formula = "x_m − x_f",
        Reference = "Difference of published values",
        Range = "any; above 0 women have less",
        HigherIsWider = true,
    };

    /// <summary>x_m − x_f. Unit: the indicator's (percentage points of a percentage); above 0 women have less.</summary>
    /// <param name="female">Finite value of women.</param>
    /// <param name="male">Finite value of men.</param>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Of(double female, double male)
    {
        Require.Finite([female, male], nameof(female));
        return Assessed.Of(male - female);
    }

    private static IEnumerable<Gap> Compute(GapContext context) => GenderParity.ForEach(context, Measure.Id, Of);
}
