using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Explore;

/// <summary>The sources of what a chart shows.</summary>
public static class ExploreSources
{
    /// <summary>Those of the figures that are shown; of computed values, those of the indicators that they are computed from.</summary>
    public static Task<IReadOnlyList<SourceNote>> OfAsync(ExploreData data, ExploreChart chart, PublishedView view) => OfAsync(chart.Rows, data.Catalog, view);

    /// <summary>The same for values that do not stand in a chart.</summary>
    public static async Task<IReadOnlyList<SourceNote>> OfAsync(IReadOnlyList<ShownRow> rows, Catalog catalog, PublishedView view)
    {
        var figures = new List<Figure>();
        foreach (var shown in rows.GroupBy(row => row.Variable).Select(variable => variable.ToList()))
        {
            if (shown.TrueForAll(row => row.Point.Figure is not null))
            {
                figures.AddRange(shown.Select(row => row.Point.Figure!));
                continue;
            }

            var all = await view.FiguresAsync(shown[0].Variable.Indicator.Id);
            var subjects = shown.Select(row => row.Point.Area).ToHashSet(StringComparer.Ordinal);
            var ofGroups = subjects.Any(code => catalog.Areas.FindGroup(code) is not null);
            figures.AddRange(ofGroups ? all : all.Where(figure => subjects.Contains(figure.Area)));
        }

        return SourceNote.Of(figures, view, catalog);
    }
}
