using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Divides;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Api;

/// <summary>The divides inside economies as a file.</summary>
internal static class DividesApi
{
    public static void Map(RouteGroupBuilder root) => root.MapRead($"{AppUrls.DividesStart}.csv", CsvAsync).WithTags("Charts")
        .WithSummary("Both sides of every divide inside economies, as CSV").WithDescription("Parameters as on the page of the divides.")
        .WithMetadata(new SaysTheDay()).ProducesProblem(400).ProducesProblem(503);

    private static async Task<IResult> CsvAsync([AsParameters] DividesQuery query, [AsParameters] AskedState asked, CurrentFigures figures, Catalog catalog)
    {
        var view = figures.View;
        var (state, notes) = query.Read(catalog, view.State.Asked);
        if (notes is [var note, ..])
        {
            return Problems.Parameter(note.Problem);
        }

        var rows = (await DividesModel.LoadAsync(view, catalog, state)).Values.ToList();
        var sources = SourceNote.Of(rows.Select(row => row.Point.Figure).OfType<Figure>(), view, catalog);
        return new CsvFile<ShownLine>(
            ExploreFiles.Columns, ExploreFiles.LinesOf(rows, catalog, view),
            new(AppUrls.Page(AppUrls.Api + "/indicators", state.At), "divides.csv", SourceNote.LicencesOf(sources)));
    }
}
