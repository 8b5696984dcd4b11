using DivideMetrics.Indicators;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>How figures are cited: who measured, which release, through whom, as of when.</summary>
public static class Citation
{
    /// <summary>The state to which a lasting address leads: of now, the releases until today; now will be another state later.</summary>
    public static ReadAt Lasting(ReadAt at, DateOnly today) => at.IsNow ? new(today, null) : at;

    /// <summary>
    /// The citation without an address: <c>ITU, World Telecommunication Indicators (release 2026-07-01); World Bank, WDI (retrieved
    /// 2026-06-30). “Individuals using the Internet”, via DivideMetrics, as of 2026-11-25</c>.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="sources">The sources of its figures.</param>
    /// <param name="lasting">The state, of <see cref="Lasting"/>.</param>
    public static string Of(Indicator indicator, IReadOnlyList<SourceNote> sources, ReadAt lasting)
    {
        var origin = string.Join("; ", sources.Select(SourceOf));
        return $"{(origin.Length == 0 ? "" : origin + ". ")}“{indicator.Title}”, via DivideMetrics, {string.Join(", ", DaysOf(lasting))}";
    }

    private static string SourceOf(SourceNote source)
    {
        var citation = source.Citation.TrimEnd('.', ' ');
        var word = source.Released ? "release" : "retrieved";
        return source.Vintage is { } date ? $"{citation} ({word} {QueryReading.Written(date)})" : citation;
    }

    private static IEnumerable<string> DaysOf(ReadAt at)
    {
        if (at.AsOf is { } released)
        {
            yield return $"as of {QueryReading.Written(released)}";
        }

        if (at.Seen is { } seen)
        {
            yield return $"as shown on {QueryReading.Written(seen)}";
        }
    }
}
