using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>Areas and groups.</summary>
internal static class AreasApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var areas = api.MapGroup("/areas").WithTags("Areas");
        areas.MapRead("/", List).WithSummary("Every area, ordered by code");
        areas.MapRead("/{code}", Find).WithSummary("One area").ProducesProblem(404);
        areas.MapRead("/{code}/gaps", GapsAsync)
            .WithSummary("Measures about an economy or a group")
            .WithDescription("indicator and measure: ids joined by '~'; time: 2020, 2000..2020, earliest, latest. "
                + ApiDescription.StateWords)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        api.MapRead("/groups", Groups).WithTags("Areas").WithSummary("Every group with its members")
            .WithDescription("The latest classification, which all measures use for all years; on=2023-06-30: the members on that day, where a list of it is known.")
            .ProducesProblem(400);
    }

    private static Ok<IEnumerable<AreaRow>> List(Catalog catalog) =>
        TypedResults.Ok(catalog.Areas.All.Select(area => AreaRow.Of(area, catalog.Areas)));

    private static Results<Ok<AreaRow>, ProblemHttpResult> Find(string code, Catalog catalog) =>
        catalog.Areas.Find(code) is { } area ? TypedResults.Ok(AreaRow.Of(area, catalog.Areas)) : Unknown(code, catalog.Areas);

    private static Results<Ok<IEnumerable<GroupRow>>, ProblemHttpResult> Groups([FromQuery(Name = "on")] string? on, Catalog catalog)
    {
        if (on is null)
        {
            return TypedResults.Ok(catalog.Areas.Groups.Select(group => GroupRow.Of(group, catalog.Areas, null)));
        }

        return DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? TypedResults.Ok(catalog.Areas.Groups.Select(group => GroupRow.Of(group, catalog.Areas, day)))
            : Problems.Parameter(new("on", on, "a day such as 2023-06-30"));
    }

    private static async Task<Results<Ok<GapsAnswer>, ProblemHttpResult>> GapsAsync(
        string code, [AsParameters] AreaGapsQuery query, CurrentFigures figures, [AsParameters] AreaGapsReading reading)
    {
        var catalog = reading.Catalog;
        if (catalog.Areas.Find(code) is null && catalog.Areas.FindGroup(code) is null)
        {
            return Unknown(code, catalog.Areas);
        }

        var time = QueryReading.Time(query.Time);
        var indicators = QueryList.Parse("indicator", query.Indicator, catalog.Indicators.Select(indicator => indicator.Id).ToList());
        var measures = QueryList.Parse("measure", query.Measure, catalog.Indicators.SelectMany(indicator => indicator.Measures).Distinct().ToList());
        if ((time.Problem ?? indicators.Problem ?? measures.Problem) is { } problem)
        {
            return Problems.Parameter(problem);
        }

        var gaps = await figures.View.GapsOfSubjectAsync(code, reading.Aborted);
        var rows = new FigureFilter(time.Value)
            .Of(gaps.Where(gap => indicators.Value!.Contains(gap.Indicator) && measures.Value!.Contains(gap.Measure)))
            .Select(GapRow.Of);
        return TypedResults.Ok(GapsAnswer.Of(figures.View, rows));
    }

    /// <summary>404 with what may have been meant.</summary>
    public static ProblemHttpResult Unknown(string code, AreaCatalog areas) =>
        Problems.NotFound("area", code, areas.Suggest(code).Select(area => area.Code).ToList());
}

/// <summary>The parameters of an area's measures as they were written.</summary>
internal sealed record AreaGapsQuery : AskedState
{
    /// <summary>Measure ids joined by <c>~</c>.</summary>
    [FromQuery(Name = "measure")]
    public string? Measure { get; init; }

    /// <summary>Indicator ids joined by <c>~</c>.</summary>
    [FromQuery(Name = "indicator")]
    public string? Indicator { get; init; }

    /// <summary>Years.</summary>
    [FromQuery(Name = "time")]
    public string? Time { get; init; }
}

/// <summary>What reading an area's measures needs.</summary>
internal sealed record AreaGapsReading(Catalog Catalog, CancellationToken Aborted);
