using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>How one value of a measure was computed.</summary>
internal static class ExplainApi
{
    public static void Map(RouteGroupBuilder api) => api.MapRead("/explain", FindAsync).WithTags("Methods")
        .WithSummary("How one value was computed: formula, parameters, input figures with series, vintage and licence, members of a group")
        .WithDescription("measure, indicator, area and year name the value; sex: _T, F or M. " + ApiDescription.StateWords)
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    private static async Task<Results<Ok<ExplainAnswer>, ProblemHttpResult>> FindAsync(
        [AsParameters] ExplainQuery query, CurrentFigures figures, Catalog catalog)
    {
        var outcome = await Explained.FindAsync(catalog, figures.View, new(query.Measure, query.Indicator, query.Area, query.Year, query.Sex));
        return outcome switch
        {
            { Problem: { } problem } => Problems.Parameter(problem),
            { Missing: { } missing } => Problems.NotFound(missing.Kind, missing.Found, missing.Suggestions),
            _ => TypedResults.Ok(ExplainAnswer.Of(outcome.Value!)),
        };
    }
}

/// <summary>The parameters as they were written.</summary>
internal sealed record ExplainQuery : AskedState
{
    /// <summary>Measure id.</summary>
    [FromQuery(Name = "measure")]
    public string? Measure { get; init; }

    /// <summary>Indicator id.</summary>
    [FromQuery(Name = "indicator")]
    public string? Indicator { get; init; }

    /// <summary>Code of an economy or a group.</summary>
    [FromQuery(Name = "area")]
    public string? Area { get; init; }

    /// <summary>Year.</summary>
    [FromQuery(Name = "year")]
    public string? Year { get; init; }

    /// <summary><c>_T</c>, <c>F</c> or <c>M</c>.</summary>
    [FromQuery(Name = "sex")]
    public string? Sex { get; init; }
}

/// <summary>An explanation.</summary>
/// <param name="Computation">The computation that published the value.</param>
/// <param name="State">The state that was asked for.</param>
/// <param name="Measure">The measure with its formula.</param>
/// <param name="Value">The value with its coverage, or the reason why there is none.</param>
internal sealed record ExplainAnswer(ComputationRow Computation, StateRow State, MeasureRow Measure, GapRow Value)
{
    /// <summary>What was declared or chosen.</summary>
    public required IReadOnlyList<ExplainedParameter> Parameters { get; init; }

    /// <summary>The figures that entered.</summary>
    public required IEnumerable<InputRow> Inputs { get; init; }

    /// <summary>The group whose members are listed; null for all economies and for none.</summary>
    public string? MembersOf { get; init; }

    /// <summary>The members, those that are missing too.</summary>
    public required IEnumerable<MemberRow> Members { get; init; }

    /// <summary>The vintages that the indicator was computed from, with their licences.</summary>
    public required IEnumerable<InputVintageRow> Vintages { get; init; }

    public static ExplainAnswer Of(Explained found)
    {
        var (explanation, state) = (found.Explanation, found.View.State);
        return new(ComputationRow.Of(state), StateRow.Of(state), MeasureRow.Of(explanation.Measure), GapRow.Of(explanation.Gap))
        {
            Parameters = explanation.Parameters,
            Inputs = explanation.Inputs.Select(input => InputRow.Of(input, found)),
            MembersOf = explanation.MembersOf,
            Members = explanation.Members.Select(member => MemberRow.Of(member, found)),
            Vintages = found.Vintages.Select(InputVintageRow.Of),
        };
    }
}

/// <summary>A vintage as the origin of figures.</summary>
/// <param name="Id">Vintage id, see /api/v1/vintages/{id}.</param>
/// <param name="Source">Source id.</param>
/// <param name="Released">The provider's release date; null where it states none.</param>
/// <param name="RetrievedAt">When it was fetched.</param>
/// <param name="Licence">Licence id at that time.</param>
internal sealed record InputVintageRow(long Id, string Source, DateOnly? Released, DateTimeOffset RetrievedAt, string Licence)
{
    public static InputVintageRow Of(Vintage vintage) => new(vintage.Id, vintage.Source, vintage.Released, vintage.RetrievedAt, vintage.Licence);
}

/// <summary>A figure that entered.</summary>
/// <param name="Role">What it is to the value.</param>
/// <param name="Indicator">Indicator id.</param>
/// <param name="RefArea">REF_AREA.</param>
/// <param name="Sex">_T, F or M.</param>
/// <param name="TimePeriod">Year.</param>
/// <param name="ObsValue">Value; null when missing.</param>
/// <param name="ObsStatus">SDMX CL_OBS_STATUS.</param>
/// <param name="Source">Source id.</param>
/// <param name="Series">Codes of the indicator's series of that source.</param>
/// <param name="Vintage">The vintage in which the value first appeared.</param>
internal sealed record InputRow(
    string Role, string Indicator, string RefArea, string Sex, int TimePeriod, double? ObsValue, string ObsStatus, string Source,
    IReadOnlyList<string> Series, InputVintageRow? Vintage)
{
    public static InputRow Of(ExplainedInput input, Explained found)
    {
        var figure = input.Figure;
        return new(
            input.Role, figure.Indicator, figure.Area, figure.Sex.Code(), figure.Year, figure.Value, figure.Status.ToString(), figure.Source,
            found.SeriesOf(figure), found.VintageOf(figure) is { } vintage ? InputVintageRow.Of(vintage) : null);
    }
}

/// <summary>A member of a group.</summary>
/// <param name="RefArea">REF_AREA.</param>
/// <param name="ObsValue">Its value; null when missing.</param>
/// <param name="ObsStatus">Its status; null without a figure.</param>
/// <param name="Source">Its source; null without a figure.</param>
/// <param name="VintageId">The vintage in which its value first appeared.</param>
/// <param name="Weight">Its weight; null when unknown or not used.</param>
/// <param name="WeightStatus">I when interpolated or carried forward.</param>
/// <param name="WeightYear">The year that the weight was taken from.</param>
/// <param name="Missing">Why it is not counted; null when it is.</param>
internal sealed record MemberRow(
    string RefArea, double? ObsValue, string? ObsStatus, string? Source, long? VintageId, double? Weight, string? WeightStatus, int? WeightYear,
    string? Missing)
{
    public static MemberRow Of(ExplainedMember member, Explained found) => new(
        member.Area, member.Figure?.Value, member.Figure?.Status.ToString(), member.Figure?.Source,
        member.Figure is { } figure ? found.VintageOf(figure)?.Id : null,
        member.Weight?.Value, member.Weight?.Status.ToString(), member.Weight?.FromYear, member.Missing);
}
