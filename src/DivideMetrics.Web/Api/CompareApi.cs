using DivideMetrics.Seeds;
using DivideMetrics.Web.Compare;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Api;

/// <summary>Comparisons as files.</summary>
internal static class CompareApi
{
    public static void Map(RouteGroupBuilder comparisons) =>
        comparisons.MapRead(AppUrls.CompareFile, CsvAsync).WithTags("Charts").WithSummary("The figures that a comparison of areas shows, as CSV")
            .WithDescription("Parameters as on the page of the comparison.").ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    private static async Task<IResult> CsvAsync([AsParameters] CompareQuery query, [AsParameters] AskedState asked, CurrentFigures figures, Catalog catalog)
    {
        var (view, at) = (figures.View, figures.View.State.Asked);
        var (state, notes) = query.Read(catalog, at);
        if (notes is [var note, ..])
        {
            return Problems.Parameter(note.Problem);
        }

        if (state.Areas.Count == 0)
        {
            return Problems.Parameter(new("country", query.Country ?? "", FormattableString.Invariant($"one to {CompareState.MostAreas} areas joined by ~, for example USA~CHN")));
        }

        var rows = (await CompareData.LoadAsync(view, catalog, state)).Shown;
        var sources = await ExploreSources.OfAsync(rows, catalog, view);
        return new CsvFile<ShownLine>(ExploreFiles.Columns, ExploreFiles.LinesOf(rows, catalog, view), new(
            AppUrls.Page(AppUrls.Api + AppUrls.Indicators, at), FileName(state), SourceNote.LicencesOf(sources)));
    }

    private static string FileName(CompareState state) =>
        string.Join('-', new[] { "compare", string.Join('-', state.Areas), state.Community }.OfType<string>()) + DownloadsApi.DaysOf(state.At) + ".csv";
}
