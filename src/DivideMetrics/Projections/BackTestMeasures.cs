using DivideMetrics.Gaps;

namespace DivideMetrics.Projections;

/// <summary>What the back-test says of each projection: its error, and how often its intervals held.</summary>
internal static class BackTestMeasures
{
    private const string Origins = "projected from each of the last five points before the latest, one to five years ahead";

    internal static Measure Error { get; } = Define("projection-mase", "Error of the projection", test => test.Error) with
    {
        Unit = "ratio",
        Formula = "mean of |x − x̂|/q over all points " + Origins + "; q = mean change a year of the part that was fitted to",
        Range = "0 and above; 1 is as far off as the value moves in a year",
    };

    internal static Measure Coverage80 { get; } = Define("projection-coverage-80", "Points inside their 80 % interval", test => test.Coverage80) with
    {
        Unit = "%", Formula = "share of points inside their 80 % interval, " + Origins, Range = "0 to 100; 80 is right",
    };

    internal static Measure Coverage95 { get; } = Define("projection-coverage-95", "Points inside their 95 % interval", test => test.Coverage95) with
    {
        Unit = "%", Formula = "share of points inside their 95 % interval, " + Origins, Range = "0 to 100; 95 is right",
    };

    private static Measure Define(string id, string title, Func<BackTest, double?> number) =>
        new(id, MeasureScope.Economy, MeasureNeeds.None, context => context.Projections.Select(row =>
            context.Gap(id, row.Subject, row.Series.Years[^1], row.Tested(number))))
        {
            Documented = [new(typeof(BackTest))],
            Title = title,
            Reads = MeasureReads.Point | MeasureReads.Series,
            Unit = "",
            Formula = "",
            Range = "",
            Reference = "Hyndman and Koehler (2006): mean absolute scaled error; rolling origin",
            Categories = ProjectionModels.Ids,
        };
}
