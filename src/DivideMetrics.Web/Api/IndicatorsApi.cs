using DivideMetrics.Gaps;
using DivideMetrics.Seeds;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>Indicators: declarations, observations, measures.</summary>
internal static class IndicatorsApi
{
    private const int FirstFew = 5;

    public static void Map(RouteGroupBuilder api)
    {
        var indicators = api.MapGroup("/indicators").WithTags("Indicators");
        indicators.MapRead("/", List).WithSummary("Every indicator, in display order");
        indicators.MapRead("/{id}", Find).WithSummary("One indicator").ProducesProblem(404);
        indicators.MapRead("/{id}/observations", ObservationsAsync)
            .WithSummary("Observations of an indicator")
            .WithDescription(
                "time: 2020, 2000..2020, earliest, latest (of the chosen rows); country: codes or names joined by '~'; "
                + "sex: _T, F or M; region: code or name of a group, for its members only. " + ApiDescription.StateWords)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        indicators.MapRead("/{id}/gaps", GapsAsync)
            .WithSummary("Measures of the gap")
            .WithDescription(
                "measure: ids of /api/v1/measures joined by '~'; country: economies or groups; time, sex and region as for observations. "
                + ApiDescription.StateWords)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
    }

    private static Ok<IEnumerable<IndicatorRow>> List(Catalog catalog) =>
        TypedResults.Ok(catalog.Indicators.Select(indicator => IndicatorRow.Of(indicator, catalog)));

    private static Results<Ok<IndicatorRow>, ProblemHttpResult> Find(string id, Catalog catalog) =>
        catalog.FindIndicator(id) is { } indicator ? TypedResults.Ok(IndicatorRow.Of(indicator, catalog)) : Unknown(id, catalog);

    private static async Task<Results<Ok<ObservationsAnswer>, ProblemHttpResult>> ObservationsAsync(
        string id, [AsParameters] FigureQuery query, CurrentFigures figures, Catalog catalog)
    {
        if (catalog.FindIndicator(id) is not { } indicator)
        {
            return Unknown(id, catalog);
        }

        var filter = FigureFilter.Parse(query, catalog.Areas);
        if (filter.Problem is { } problem)
        {
            return Problems.Parameter(problem);
        }

        var rows = filter.Value!.Of(await figures.View.FiguresAsync(id)).Select(figure => ObservationRow.Of(figure, indicator, figures.View));
        return TypedResults.Ok(new ObservationsAnswer(id, ComputationRow.Of(figures.View.State), StateRow.Of(figures.View.State), rows));
    }

    private static async Task<Results<Ok<GapsAnswer>, ProblemHttpResult>> GapsAsync(
        string id, [AsParameters] FigureQuery query, [FromQuery] string? measure, CurrentFigures figures, Catalog catalog)
    {
        if (catalog.FindIndicator(id) is not { } indicator)
        {
            return Unknown(id, catalog);
        }

        var filter = FigureFilter.Parse(query, catalog.Areas);
        var measures = QueryList.Parse("measure", measure, MeasureRegistry.IdsOf(indicator));
        if ((measures.Problem ?? filter.Problem) is { } problem)
        {
            return Problems.Parameter(problem);
        }

        var rows = filter.Value!.Of(await figures.View.GapsAsync(id, measures.Value!)).Select(GapRow.Of);
        return TypedResults.Ok(GapsAnswer.Of(figures.View, rows));
    }

    /// <summary>404 with what may have been meant; where nothing is near, with the first indicators.</summary>
    public static ProblemHttpResult Unknown(string id, Catalog catalog)
    {
        var near = catalog.SuggestIndicators(id);
        return near.Count > 0
            ? Problems.NotFound("indicator", id, near.Select(indicator => indicator.Id).ToList())
            : Problems.NotNear("indicator", id, catalog.Indicators.Take(FirstFew).Select(indicator => indicator.Id).ToList());
    }
}
