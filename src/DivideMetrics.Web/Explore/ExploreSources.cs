using DivideMetrics.Observations;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Explore;

/// <summary>The sources of what a chart shows.</summary>
public static class ExploreSources
{
    /// <summary>Those of the figures that are shown; of computed values, those of the indicators that they are computed from.</summary>
    public static async Task<IReadOnlyList<SourceNote>> OfAsync(ExploreData data, ExploreChart chart, PublishedView view)
    {
        var figures = new List<Figure>();
        foreach (var variable in chart.Rows.Select(row => row.Variable).Distinct())
        {
            var shown = chart.Rows.Where(row => row.Variable == variable).ToList();
            if (shown.TrueForAll(row => row.Point.Figure is not null))
            {
                figures.AddRange(shown.Select(row => row.Point.Figure!));
                continue;
            }

            var all = await view.FiguresAsync(variable.Indicator.Id);
            var subjects = shown.Select(row => row.Point.Area).ToHashSet(StringComparer.Ordinal);
            var ofGroups = subjects.Any(code => data.Catalog.Areas.FindGroup(code) is not null);
            figures.AddRange(ofGroups ? all : all.Where(figure => subjects.Contains(figure.Area)));
        }

        return SourceNote.Of(figures, view, data.Catalog);
    }
}
