using System.Globalization;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;

namespace DivideMetrics.Tests.Framework;

/// <summary>What a folder of providers' files covers of an indicator.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Economies">Economies with at least one value.</param>
/// <param name="First">First year with a value of an economy; 0 without any.</param>
/// <param name="Last">Last one.</param>
/// <param name="InLast">Economies with a value in that year.</param>
/// <param name="Points">Values of economies, all people.</param>
internal sealed record IndicatorCoverage(Indicator Indicator, int Economies, int First, int Last, int InLast, int Points)
{
    public bool HasFigures => Points > 0;

    public static IndicatorCoverage Of(Indicator indicator, IReadOnlyList<Figure> figures, IReadOnlySet<string> economies)
    {
        var own = figures.Where(figure => figure.Sex == Sex.Total && economies.Contains(figure.Area)).ToList();
        return own.Count == 0
            ? new(indicator, 0, 0, 0, 0, 0)
            : new(
                indicator, own.Select(figure => figure.Area).Distinct().Count(), own.Min(figure => figure.Year), own.Max(figure => figure.Year),
                own.Count(figure => figure.Year == own.Max(other => other.Year)), own.Count);
    }

    /// <summary>Why there are no figures, in words.</summary>
    public string Reason => Indicator.Composite is { } composite
        ? $"computed from other indicators ({composite.Kind}), not read"
        : Indicator.Awaiting ?? "UNEXPECTED: its series should be in the files";
}

/// <summary>The closing table: what the declared framework has figures for.</summary>
internal sealed class FrameworkCoverage(Catalog catalog, IReadOnlyList<IndicatorCoverage> rows)
{
    public IReadOnlyList<IndicatorCoverage> Rows => rows;

    public static FrameworkCoverage Of(Catalog catalog, BundleFigures figures)
    {
        var economies = catalog.Areas.Economies.Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        return new(catalog, catalog.Indicators.Select(indicator => IndicatorCoverage.Of(indicator, figures.Of(indicator), economies)).ToList());
    }

    /// <summary>The table as lines of text: dimensions, the indicators of each, what has no figures and why.</summary>
    public IEnumerable<string> Lines()
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} indicators declared ({rows.Count(row => row.Indicator.PartOf is null)} that stand for themselves), {rows.Count(row => row.HasFigures)} with figures ({rows.Count(row => row is { HasFigures: true, Indicator.PartOf: null })}).");
        foreach (var community in catalog.Framework.Communities)
        {
            foreach (var dimension in community.Dimensions)
            {
                foreach (var line in Dimension(community, dimension))
                {
                    yield return line;
                }
            }
        }

        yield return "";
        yield return "Without figures, and why:";
        foreach (var row in rows.Where(row => !row.HasFigures))
        {
            yield return $"  {row.Indicator.Id}: {row.Reason}";
        }
    }

    private IEnumerable<string> Dimension(FrameworkCommunity community, FrameworkDimension dimension)
    {
        var members = rows.Where(row => row.Indicator.Community == community.Id && row.Indicator.Dimension == dimension.Title).ToList();
        yield return "";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{community.Title} · {dimension.Title}: {members.Count(row => row.HasFigures)} of {members.Count} indicators with figures");
        foreach (var row in members.Where(row => row.HasFigures))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {row.Indicator.Id,-40} {row.Economies,4} economies  {row.First}-{row.Last}  {row.InLast,4} in {row.Last}  {row.Points,6} values");
        }
    }
}
