using DivideMetrics.Gaps;
using DivideMetrics.Indices;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Measures;

/// <summary>A part of a composite index: a community, a dimension, an indicator.</summary>
/// <param name="Depth">0 for the largest parts.</param>
/// <param name="Name">Its name.</param>
/// <param name="Indicator">Id of the indicator that it is; null for parts that are means.</param>
/// <param name="Score">Its score, or why it has none.</param>
/// <param name="Loss">Points that the index loses on it; null where there is no index.</param>
public sealed record ScorePart(int Depth, string Name, string? Indicator, Gap Score, double? Loss)
{
    // community, dimension, indicator
    private const int DepthOfIndicators = 3;

    /// <summary>The parts in one year, each followed by its own parts.</summary>
    /// <param name="gaps">Measures of one economy of a composite.</param>
    /// <param name="year">Year.</param>
    /// <param name="catalog">The declarations.</param>
    public static IReadOnlyList<ScorePart> Of(IReadOnlyList<Gap> gaps, int year, Catalog catalog)
    {
        var found = gaps.Where(gap => gap.Year == year).ToDictionary(gap => gap.Measure, StringComparer.Ordinal);
        return found.Values.Where(gap => gap.Measure.StartsWith(IndexMeasures.Part.Id + ":", StringComparison.Ordinal))
            .OrderBy(gap => gap.Measure.Replace(".", "\u0001", StringComparison.Ordinal), StringComparer.Ordinal)
            .Select(gap => Of(gap, found, catalog)).ToList();
    }

    private static ScorePart Of(Gap score, Dictionary<string, Gap> found, Catalog catalog)
    {
        var path = score.Measure[(IndexMeasures.Part.Id.Length + 1)..];
        var steps = path.Split('.');
        var indicator = IsIndicator(score, steps, found, catalog) ? catalog.FindIndicator(steps[^1]) : null;
        return new(
            steps.Length - 1, indicator is null ? NameOf(steps, catalog) : T(indicator.Title), indicator?.Id, score,
            found.GetValueOrDefault(IndexMeasures.IdOf(IndexMeasures.Loss, path))?.Value);
    }

    /// <summary>Of a community or dimension its title in the framework; of a part of another index its name there.</summary>
    private static string NameOf(string[] steps, Catalog catalog)
    {
        var community = catalog.Framework.Find(steps[0]);
        return community is null ? PartOf(steps[^1])
            : steps.Length == 1 ? Words.Community(community.Id)
            : community.Dimensions.FirstOrDefault(dimension => Letters(dimension.Title) == Letters(steps[^1])) is { } dimension ? T(dimension.Title)
            : Findings.Capital(steps[^1].Replace('-', ' '));
    }

    private static string PartOf(string name) => name switch
    {
        "access" => T("Access"),
        "use" => T("Use"),
        "skills" => T("Skills"),
        "accounts" => T("Accounts"),
        "internet" => T("Internet"),
        "servers" => T("Servers"),
        "postal" => T("Postal"),
        _ => Findings.Capital(name.Replace('-', ' ')),
    };

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>A dimension may have the name of an indicator, and its indicators are not told where there is no index: its depth decides.</summary>
    private static bool IsIndicator(Gap score, string[] steps, Dictionary<string, Gap> found, Catalog catalog) =>
        catalog.FindIndicator(score.Indicator)?.Composite?.Kind == GapIndex.Kind.Id
        ? steps.Length == DepthOfIndicators
        : !found.Keys.Any(id => id.StartsWith(score.Measure + ".", StringComparison.Ordinal));
}
