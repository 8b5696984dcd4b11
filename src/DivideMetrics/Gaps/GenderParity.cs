using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Women's value relative to men's.</summary>
public static class GenderParity
{
    /// <summary>Parity: from 0.98 to 1.02.</summary>
    public const string Parity = "parity";

    /// <summary>Almost parity: from 0.95 to below 0.98.</summary>
    public const string Almost = "almost";

    /// <summary>Below 0.95.</summary>
    public const string WomenBehind = "women-behind";

    /// <summary>Above 1.02.</summary>
    public const string MenBehind = "men-behind";

    internal static Measure Measure { get; } = new("gender-parity", MeasureScope.Economy, MeasureNeeds.Sexes, Compute)
    {
        Title = "Gender parity score",
        Unit = "ratio",
        Formula = "x_f / x_m; parity from 0.98 to 1.02, almost from 0.95 to below 0.98",
        Reference = "ITU, Facts and Figures 2022–2024 and 2020",
        Range = "0 and above; 1 is parity",
        Categories = [Parity, Almost, WomenBehind, MenBehind],
    };

    /// <summary>x_f / x_m. Without unit; 1 is parity, below 1 women have less.</summary>
    /// <param name="female">Finite value of women.</param>
    /// <param name="male">Finite value of men.</param>
    /// <returns>With its class; not assessable when men's value is 0 or either is negative.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Of(double female, double male)
    {
        Require.Finite([female, male], nameof(female));
        if (male <= 0 || female < 0)
        {
            return Assessed.Not(FormattableString.Invariant($"no ratio of {female} to {male}: it needs a positive value of men"));
        }

        var ratio = Assessed.Of(female / male);
        return ratio.Value is { } score ? ratio with { Category = ClassOf(score) } : ratio;
    }

    /// <summary>A measure of women and men, for every economy and for the provider's world row in each year that has both.</summary>
    internal static IEnumerable<Gap> ForEach(GapContext context, string measure, Func<double, double, Assessed> of)
    {
        var pairs = AlignedPairs.Of(context.Panel, context.Panel, Sex.Female, Sex.Male);
        return Enumerable.Range(0, pairs.Count)
            .Select(i => context.Gap(measure, pairs.Areas[i], pairs.Years[i], of(pairs.Left[i], pairs.Right[i])));
    }

    private static IEnumerable<Gap> Compute(GapContext context) => ForEach(context, Measure.Id, Of);

    private static string ClassOf(double score) => score switch
    {
        > 1.02 => MenBehind,
        >= 0.98 => Parity,
        >= 0.95 => Almost,
        _ => WomenBehind,
    };
}
