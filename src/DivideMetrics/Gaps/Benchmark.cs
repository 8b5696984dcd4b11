using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>The world's series to which economies are compared in time.</summary>
/// <param name="Years">Years, rising.</param>
/// <param name="Values">One value for each year.</param>
/// <param name="Name">Which series it is, in words.</param>
internal sealed record Benchmark(int[] Years, double[] Values, string Name)
{
    /// <summary>The provider's own world series where it has one of at least two points, else the published population-weighted means.</summary>
    internal static Benchmark OfWorld(GapContext context)
    {
        YearSeries own = context.Panel.SeriesOf(GapContext.World);
        if (own.Count >= 2)
        {
            return new(own.Years, own.Values, "the provider's world series");
        }

        if (context.WorldGroup is not { } world)
        {
            return new([], [], "no world series");
        }

        var published = context.Panel.Years
            .Select(year => (Year: year, context.MeanOf(world.Code, year).Mean.Value))
            .Where(pair => pair.Value is not null)
            .ToList();
        return new(
            published.Select(pair => pair.Year).ToArray(),
            published.Select(pair => pair.Value!.Value).ToArray(),
            "the population-weighted world mean");
    }
}
