namespace DivideMetrics.Quality.Checks;

/// <summary>
/// A series whose values came in another power of ten: the median of new/old over its common points is within <see cref="Near"/> of 10, 100,
/// 1000 … or of their inverses. That holds the vintage; a single area that slipped so is a Warning. Both are findings <c>unit-slip</c>.
/// </summary>
internal static class UnitSlip
{
    private const double Near = 0.05;
    private const int LeastPoints = 5;
    private const int LeastPointsOfArea = 3;

    public static IEnumerable<string> Check(GateView view)
    {
        var slipped = new List<string>();
        foreach (var run in view.Series.Where(run => run.IsKept))
        {
            var ratios = RatiosOf(view, run);
            if (ratios.Count >= LeastPoints && PowerOfTen(ratios.ConvertAll(ratio => ratio.Ratio)) is { } power)
            {
                slipped.Add(FormattableString.Invariant($"{run.Name} ({power:G} times, over {ratios.Count} common points)"));
                ReportSeries(view, run, power);
            }
            else
            {
                ReportAreas(view, run, ratios);
            }
        }

        return slipped.Count > 0
            ? [$"The values came in another unit than before: {Listing.Of(slipped)}. Was the unit or a multiplier changed?"]
            : [];
    }

    private static List<(int Area, double Ratio)> RatiosOf(GateView view, SeriesRun run)
    {
        var before = view.Before(run);
        var now = view.Now(run);
        var ratios = new List<(int Area, double Ratio)>(Math.Min(before.Keys.Length, now.Keys.Length));
        for (var pairs = new SlicePairs(before, now); pairs.Next();)
        {
            if (pairs.New / pairs.Old is var ratio && double.IsFinite(ratio) && ratio > 0)
            {
                ratios.Add((now.AreaAt(pairs.Right), ratio));
            }
        }

        return ratios;
    }

    /// <summary>The power of ten near the median; null when it is 1 or none is near.</summary>
    private static double? PowerOfTen(List<double> ratios)
    {
        var median = Median.Of(ratios);
        var exponent = Math.Round(Math.Log10(median));
        var power = Math.Pow(10, exponent);
        return exponent != 0 && Math.Abs((median / power) - 1) <= Near ? power : null;
    }

    private static void ReportSeries(GateView view, SeriesRun run, double power) => view.Input.Findings.Add(new(
        "unit-slip", Severity.Warning,
        FormattableString.Invariant($"The values of {run.Name} are {power:G} times those published before (median of the common points)."), run.Key.Code));

    private static void ReportAreas(GateView view, SeriesRun run, List<(int Area, double Ratio)> ratios)
    {
        for (int start = 0, end; start < ratios.Count; start = end)
        {
            for (end = start + 1; end < ratios.Count && ratios[end].Area == ratios[start].Area;)
            {
                end++;
            }

            if (end - start >= LeastPointsOfArea && PowerOfTen(ratios[start..end].ConvertAll(ratio => ratio.Ratio)) is { } power)
            {
                var note = FormattableString.Invariant(
                    $"The values of {run.Name} for this area are {power:G} times those published before (median of its {end - start} common points).");
                view.Input.Findings.Add(new("unit-slip", Severity.Warning, note, run.Key.Code, view.AreaOf(ratios[start].Area)));
            }
        }
    }
}
