namespace DivideMetrics.Gaps;

/// <summary>Computes every measure that an indicator wants. Pure: same inputs, same gaps, in the same order.</summary>
public static class GapEngine
{
    /// <summary>
    /// Version of the methods, stored with each computation. Raise it with every change after which the same figures may give
    /// another gap (a formula, a rule of publication, a new measure), so that stored computations are known to be out of date.
    /// </summary>
    public const string MethodVersion = "4";

    /// <summary>The remark of what is measured against an assumed goal.</summary>
    private const string AssumedGoal = "the goal is an assumption";

    /// <summary>The gaps of one indicator: by measure in the indicator's order, then by subject, sex and year.</summary>
    /// <remarks>
    /// Economies without a single value have no rows in measures of economies; where there is a value but the measure is not assessable, the
    /// row has a null value and a reason. Group measures have a row for every group and year of the panel, published or not; those of change
    /// (convergence) for every year after their base year.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The indicator wants an unknown measure, or one whose needs it does not declare (<see cref="MeasureRegistry.Problems"/>);
    /// figures of another indicator, a point that stands twice, or a value that is not finite.
    /// </exception>
    public static IReadOnlyList<Gap> Compute(GapInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var problems = MeasureRegistry.Problems(inputs.Indicator);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(inputs));
        }

        var context = new GapContext(inputs);
        return inputs.Indicator.Measures.Distinct(StringComparer.Ordinal)
            .SelectMany(id => Labelled(MeasureRegistry.Find(id)!, context))
            .ToList();
    }

    /// <summary>What is measured against a goal that nobody has set in these words says so in every row that has a value.</summary>
    private static IEnumerable<Gap> Labelled(Measure measure, GapContext context)
    {
        var gaps = measure.Compute(context);
        return context.Indicator.Goal is { Assumption: true } && (measure.Needs.HasFlag(MeasureNeeds.Goal) || measure.Reads.HasFlag(MeasureReads.Goal))
            ? gaps.Select(gap => gap.Value is null ? gap : gap with { Reason = GroupMeasure.Joined(gap.Reason, AssumedGoal) })
            : gaps;
    }
}
