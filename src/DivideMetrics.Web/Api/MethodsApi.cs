using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Seeds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DivideMetrics.Web.Api;

/// <summary>How gaps are measured: the registry of measures, and the goals.</summary>
internal static class MethodsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var methods = api.MapGroup("").WithTags("Methods");
        methods.MapRead("/measures", Measures).WithSummary("Every measure with its formula, unit, range and reference; those of composite indices last");
        methods.MapRead("/goals", Goals).WithSummary("Every goal, also those that are closed and those of some groups only");
    }

    private static Ok<IEnumerable<MeasureRow>> Measures() => TypedResults.Ok(MeasureRegistry.All.Concat(MeasureRegistry.OfComposites).Select(MeasureRow.Of));

    private static Ok<IEnumerable<Goal>> Goals(Catalog catalog) =>
        TypedResults.Ok(catalog.Indicators.SelectMany(indicator => indicator.Goals));
}

/// <summary>A measure.</summary>
/// <param name="Id">Measure id.</param>
/// <param name="Title">Short title.</param>
/// <param name="Unit">Unit of its value.</param>
/// <param name="Formula">Formula in words and symbols.</param>
/// <param name="Reference">Where the formula was read.</param>
/// <param name="Range">Possible values.</param>
/// <param name="Scope">economy or group.</param>
/// <param name="HigherIsWider">True when a higher value is a wider gap; null when neither.</param>
/// <param name="Categories">Classes, for measures that classify.</param>
internal sealed record MeasureRow(
    string Id, string Title, string Unit, string Formula, string Reference, string Range, string Scope, bool? HigherIsWider,
    IReadOnlyList<string> Categories)
{
    public static MeasureRow Of(Measure measure) => new(
        measure.Id, measure.Title, measure.Unit, measure.Formula, measure.Reference, measure.Range, ApiJson.Word(measure.Scope),
        measure.HigherIsWider, measure.Categories);
}
