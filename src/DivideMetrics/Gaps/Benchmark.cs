using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>A series over time to which economies are compared.</summary>
/// <param name="Years">Years, rising.</param>
/// <param name="Values">One value for each year.</param>
/// <param name="Name">Which series it is and where it was cut, in words; why there is none when it is empty.</param>
internal sealed record Benchmark(int[] Years, double[] Values, string Name)
{
    /// <summary>In a benchmark of many economies, the share of them that makes a year a break when they start anew in it.</summary>
    private const double BreakingShare = 0.5;

    /// <summary>Economies are compared with it from this year on.</summary>
    internal int From { get; init; } = int.MinValue;

    /// <summary>Its value in a year, linear between two years; null outside of the series.</summary>
    internal double? At(int year)
    {
        var found = Array.BinarySearch(Years, year);
        if (found >= 0)
        {
            return Values[found];
        }

        var after = ~found;
        return after == 0 || after == Years.Length
            ? null
            : Values[after - 1] + ((Values[after] - Values[after - 1]) * (year - Years[after - 1]) / (Years[after] - Years[after - 1]));
    }

    /// <summary>
    /// The provider's own world series where it has one of at least two points since its last break, else the published population-weighted means,
    /// from the last year on in which the members that start anew hold half of the informed population.
    /// </summary>
    internal static Benchmark OfWorld(GapContext context)
    {
        YearSeries own = context.BreakTable.Comparable(context.Panel.SeriesOf(GapContext.World), GapContext.World);
        if (own.Count >= 2)
        {
            return new(own.Years, own.Values, Named("the provider's world series", own.Remark));
        }

        if (context.WorldGroup is not { } world)
        {
            return new([], [], "no world series");
        }

        var published = context.Panel.Years
            .Select(year => (Year: year, context.MeanOf(world.Code, year).Mean.Value))
            .Where(pair => pair.Value is not null)
            .Select(pair => (pair.Year, pair.Value!.Value));
        return OfMany(published, year => BreakingPopulation(context, year), "the population-weighted world mean");
    }

    /// <summary>
    /// The frontier year by year, of the years in which at least half as many economies have a value as in the fullest year (a frontier of a few
    /// early reporters would be no frontier), from the last year on in which half of the leaders start anew.
    /// </summary>
    internal static Benchmark OfFrontier(GapContext context)
    {
        var fullest = context.CrossSections.Values.Select(year => year.Codes.Length).DefaultIfEmpty().Max();
        var full = context.CrossSections.Where(year => 2 * year.Value.Codes.Length >= fullest).OrderBy(year => year.Key)
            .Select(year => (year.Key, year.Value.Frontier));
        return OfMany(full, year => BreakingLeaders(context, year), "the frontier");
    }

    private static Benchmark OfMany(IEnumerable<(int Year, double Value)> points, Func<int, double> breakingShare, string name)
    {
        var all = points.ToList();
        var cut = all.FindLastIndex(point => breakingShare(point.Year) >= BreakingShare);
        var kept = cut > 0 ? all[cut..] : all;
        var remark = cut > 0 ? FormattableString.Invariant($"since {all[cut].Year}, where half of it comes from series that start anew") : null;
        return new([.. kept.Select(point => point.Year)], [.. kept.Select(point => point.Value)], all.Count == 0 ? $"no value of {name}" : Named(name, remark));
    }

    private static double BreakingPopulation(GapContext context, int year)
    {
        double breaking = 0, informed = 0;
        foreach (var area in context.Economies)
        {
            if (context.Panel.At(area, year) is not null && context.Weights.At(area, year) is { } weight)
            {
                informed += weight.Value;
                breaking += context.BreakTable.BreaksAt(area, year) ? weight.Value : 0;
            }
        }

        return informed > 0 ? breaking / informed : 0;
    }

    private static double BreakingLeaders(GapContext context, int year)
    {
        var section = context.CrossSections[year];
        var leaders = Frontier.Leaders(section.Values, section.Codes, context.Indicator.Direction);
        return (double)leaders.Count(leader => context.BreakTable.BreaksAt(leader, year)) / leaders.Count;
    }

    private static string Named(string name, string? remark) => remark is null ? name : $"{name}, {remark}";
}
