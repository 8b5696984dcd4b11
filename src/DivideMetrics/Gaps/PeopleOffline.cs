using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>How many people do without.</summary>
public static class PeopleOffline
{
    internal static Measure Measure { get; } = new(
        "people-offline", MeasureScope.Economy, MeasureNeeds.Weights | MeasureNeeds.Percentage, Compute)
    {
        Documented = [new(typeof(PeopleOffline), nameof(PeopleOffline.Of))],
        Title = "People offline",
        Unit = "persons",
        Formula = "(1 − x/100) · population of the year; population interpolated between two years or carried forward five years at the most",
        Reference = "ITU Facts and Figures, people offline",
        Range = "0 to the population",
        HigherIsWider = true,
    };

    /// <summary>(1 − x/100) · population. Unit: persons, not rounded.</summary>
    /// <param name="percentage">Finite share of people who have it, in %.</param>
    /// <param name="population">Persons, at least 0.</param>
    /// <returns>Not assessable when the percentage is outside 0–100.</returns>
    /// <exception cref="ArgumentException">A value that is not finite, a population below 0.</exception>
    public static Assessed Of(double percentage, double population)
    {
        Require.Weighted([percentage], [population]);
        return percentage is >= 0 and <= 100
            ? Assessed.Of((1 - (percentage / 100)) * population)
            : Assessed.Not(FormattableString.Invariant($"{percentage} is not a percentage between 0 and 100"));
    }

    private static IEnumerable<Gap> Compute(GapContext context) =>
        from row in context.Totals()
        select context.Gap(Measure.Id, row.Area, row.Year, Of(context, row.Area, row.Year, row.Value));

    /// <summary>People offline of an economy, with a remark on where its population came from.</summary>
    internal static Assessed Of(GapContext context, string area, int year, double percentage)
    {
        if (context.Weights.At(area, year) is not { } weight)
        {
            return Assessed.Not(Unknown(context.Weights.LastYearOf(area), year));
        }

        var offline = Of(percentage, weight.Value);
        return offline.Value is null ? offline : offline with { Reason = Remark(weight, context.Weights.LastYearOf(area)) };
    }

    private static string Unknown(int? last, int year) => last is { } known && known < year
        ? FormattableString.Invariant(
            $"population of {year} unknown: the last figure is of {known}, carried forward {WeightTable.CarriedYears} years at the most")
        : FormattableString.Invariant($"population of {year} unknown");

    private static string? Remark(Weight weight, int? last) => weight.Status != ObsStatus.I
        ? null
        : FormattableString.Invariant($"population {(weight.FromYear == last ? "carried forward" : "interpolated")} from {weight.FromYear}");
}
