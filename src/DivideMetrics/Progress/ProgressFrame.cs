using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>What all rules of progress share: the base, the reasons why there is none, and that a target met overrides every class.</summary>
internal static class ProgressFrame
{
    /// <summary>Applies a rule to the stretch of a series.</summary>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite, no direction.</exception>
    internal static Assessed Assess(
        ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target, Func<ProgressStretch, ProgressTarget, Assessed> rule)
    {
        Check(years, values, target);
        if (years.IsEmpty)
        {
            return NotAssessable("no value");
        }

        var found = ProgressStretch.Of(years, values, out var reason) is { } stretch ? rule(stretch, target) : NotAssessable(reason!);
        return target.IsMet(values[^1]) ? found with { Category = ProgressStatus.Met } : found;
    }

    /// <summary>Refuses what is a bug of the caller.</summary>
    internal static void Check(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Require.Series(years, values);
        if (target.Direction == Direction.None)
        {
            throw new ArgumentException("Expected a direction, up or down: without one there is no progress.", nameof(target));
        }
    }

    internal static Assessed NotAssessable(string reason) => Assessed.Not(reason) with { Category = ProgressStatus.NotAssessable };

    /// <summary>A number with the class that a rule gives it; a number beyond the range of numbers is not assessable.</summary>
    internal static Assessed Classed(double value, string remark, Func<double, string> category)
    {
        var found = Assessed.Of(value, remark);
        return found with { Category = found.Value is { } number ? category(number) : ProgressStatus.NotAssessable };
    }
}
