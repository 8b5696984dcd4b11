using DivideMetrics.Gaps;

namespace DivideMetrics.Projections;

/// <summary>Projection to 2030 of each economy and of the provider's world row.</summary>
internal static class Projection2030
{
    /// <summary>The year up to which trends are drawn: that of the goals.</summary>
    internal const int Target = 2030;

    /// <summary>What every projection says of its models.</summary>
    internal const string Models =
        "the model with the least error in the back-test: logit-linear (least squares on ln((x − min)/(max − x)) = a + r t since 2015), "
        + "Gompertz K e^(−b e^(−c t)), Bass dF/dt = (p + q F)(1 − F), damped linear (Holt, φ from 0.8 to 0.98); fitted on the logit scale between two "
        + "bounds, else on the plain one; points within 0.05 of 0 or 100 left out, at least 6 needed";

    internal const string Sources = "Logistic, Gompertz and Bass (1969) diffusion; Hyndman and others, damped trend; prediction intervals of Student's t";

    internal static Measure Measure { get; } = Define("projection-2030", "Projection to 2030", LogitTrend.Confidence);

    internal static Measure Narrow { get; } = Define("projection-2030-80", "Projection to 2030, 80 % interval", 0.80);

    private static Measure Define(string id, string title, double confidence) =>
        new(id, MeasureScope.Economy, MeasureNeeds.None, context => Compute(context, id, confidence))
        {
            Documented = [new(typeof(SeriesProjection))],
            Title = title,
            Reads = MeasureReads.Point | MeasureReads.Series,
            Unit = "indicator's unit",
            Formula = FormattableString.Invariant($"{Models}; {100 * confidence:0} % prediction interval on the scale of the fit"),
            Reference = Sources,
            Range = "inside the bounds of the indicator",
            Categories = ProjectionModels.Ids,
        };

    private static IEnumerable<Gap> Compute(GapContext context, string id, double confidence) =>
        context.Projections.Where(row => row.Series.Years[^1] < Target).Select(row => context.Gap(id, row.Subject, Target, row.At(Target, confidence)));
}
