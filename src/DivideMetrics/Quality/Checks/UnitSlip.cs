namespace DivideMetrics.Quality.Checks;

/// <summary>
/// A series whose values came in another power of ten: the median of new/old over its common points is within <see cref="Near"/> of 10,
/// 100, 1000 … or of their inverses. That holds the vintage; a single area that slipped so is a Warning. Both are findings
/// <c>unit-slip</c>.
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
            var far = FarOf(view, run);
            if (far.Series.MayHaveSlipped(LeastPoints) && PowerOfTen(RatiosOf(view, run, null)) is { } power)
            {
                slipped.Add(FormattableString.Invariant($"{run.Name} ({power:G} times, over {far.Series.Common} common points)"));
                Report(view, run, power, null);
                continue;
            }

            foreach (var area in far.Areas)
            {
                if (PowerOfTen(RatiosOf(view, run, area)) is { } powerOfArea)
                {
                    Report(view, run, powerOfArea, area);
                }
            }
        }

        return slipped.Count > 0
            ? [$"The values came in another unit than before: {Listing.Of(slipped)}. Was the unit or a multiplier changed?"]
            : [];
    }

    /// <summary>Where values moved far: in the series, and the areas that may have slipped. Most never do, and need no median.</summary>
    private static (Far Series, List<int> Areas) FarOf(GateView view, SeriesRun run)
    {
        var now = view.Now(run);
        var (series, here, area, areas) = (default(Far), default(Far), -1, new List<int>());
        for (var pairs = new SlicePairs(view.Before(run), now); pairs.Next();)
        {
            if (now.AreaAt(pairs.Right) != area)
            {
                Close(here, area, areas);
                (here, area) = (default, now.AreaAt(pairs.Right));
            }

            var moved = RatioOf(pairs) is > 2 or < 0.5;
            here = here.With(moved);
            series = series.With(moved);
        }

        Close(here, area, areas);
        return (series, areas);
    }

    private static void Close(Far here, int area, List<int> areas)
    {
        if (here.MayHaveSlipped(LeastPointsOfArea))
        {
            areas.Add(area);
        }
    }

    /// <summary>New/old; 1 where it says nothing about units: next to zero, or where the sign changed.</summary>
    private static double RatioOf(SlicePairs pairs) =>
        pairs.New / pairs.Old is var ratio && double.IsFinite(ratio) && ratio > 0 ? ratio : 1;

    private static List<double> RatiosOf(GateView view, SeriesRun run, int? area)
    {
        var now = view.Now(run);
        var ratios = new List<double>();
        for (var pairs = new SlicePairs(view.Before(run), now); pairs.Next();)
        {
            if (area is null || now.AreaAt(pairs.Right) == area)
            {
                ratios.Add(RatioOf(pairs));
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

    private static void Report(GateView view, SeriesRun run, double power, int? area) => view.Input.Findings.Add(new(
        "unit-slip", Severity.Warning,
        FormattableString.Invariant($"The values of {run.Name} are {power:G} times those published before (median of the common points)."),
        run.Key.Code, area is { } number ? view.AreaOf(number) : null));

    /// <summary>Common points, and those whose value at least doubled or halved.</summary>
    private readonly record struct Far(int Common, int Moved)
    {
        public Far With(bool moved) => new(Common + 1, Moved + (moved ? 1 : 0));

        /// <summary>True when the median may have moved far.</summary>
        public bool MayHaveSlipped(int least) => Common >= least && Moved * 2 >= Common;
    }
}
