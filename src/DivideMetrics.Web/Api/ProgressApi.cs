using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>The matrix of progress as a file: the judgements that the page shows with the same parameters, and the world's paces.</summary>
internal static class ProgressApi
{
    private static readonly IReadOnlyList<CsvColumn<GapLine>> Columns =
        [new("INDICATOR", "Indicator id, see /api/v1/indicators", line => line.Indicator.Id), .. GapCsv.Columns];

    public static void Map(RouteGroupBuilder downloads) => downloads.MapRead($"{AppUrls.ProgressPage}.csv", CsvAsync)
        .WithTags("Downloads")
        .WithSummary("Progress of every economy in every indicator by one rule as CSV (RFC 4180, UTF-8), long")
        .WithDescription(
            string.Join(", ", Columns.Select(column => column.Name)) + ". "
            + $"rule: {string.Join(", ", ProgressRule.All.Select(rule => rule.Code))}; region: code or name of a group; status: a class of the rule, leaves the "
            + "economies that have it in one indicator at least; community: id of a community of the framework. " + ApiDescription.StateWords)
        .Produces(200, contentType: CsvText.MediaType)
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    private static async Task<Results<CsvFile<GapLine>, ProblemHttpResult>> CsvAsync(
        [AsParameters] ProgressFileQuery query, CurrentFigures figures, ProgressColumns columns, Catalog catalog)
    {
        var (state, notes) = new ProgressQuery(query.Rule, query.Region, query.Status, query.Community).Read(catalog);
        if (notes is [var note, ..])
        {
            return Problems.Parameter(note.Problem);
        }

        var read = await columns.ReadAsync(figures.View, state.JudgedBy);
        var matrix = ProgressMatrix.Of(read, state with { At = figures.View.State.Asked }, catalog);
        return new CsvFile<GapLine>(Columns, LinesOf(matrix), EnvelopeOf(matrix, catalog));
    }

    private static IEnumerable<GapLine> LinesOf(ProgressMatrix matrix)
    {
        var indicators = matrix.Columns.Select(total => total.Column.Indicator).ToDictionary(indicator => indicator.Id, StringComparer.Ordinal);
        return matrix.Shown.Concat(matrix.Paces).Select(gap => new GapLine(gap, indicators[gap.Indicator]));
    }

    private static CsvEnvelope EnvelopeOf(ProgressMatrix matrix, Catalog catalog)
    {
        var chosen = new[] { matrix.Rule.Code, matrix.State.Group, matrix.State.Community, matrix.State.Status };
        var licences = matrix.Columns.SelectMany(total => total.Column.Origins).Select(figure => catalog.FindSource(figure.Source)?.Licence.Url).OfType<string>().Distinct();
        return new(
            $"{AppUrls.Api}/measures",
            $"progress-{string.Join('-', chosen.OfType<string>())}{DownloadsApi.DaysOf(matrix.State.At)}.csv",
            licences.ToList());
    }
}

/// <summary>The parameters as they were written.</summary>
internal sealed record ProgressFileQuery : AskedState
{
    /// <summary>Who judges.</summary>
    [FromQuery(Name = ProgressState.RuleName)]
    public string? Rule { get; init; }

    /// <summary>Code or name of a group: only its members in the latest classification.</summary>
    [FromQuery(Name = ProgressState.RegionName)]
    public string? Region { get; init; }

    /// <summary>A class of the rule.</summary>
    [FromQuery(Name = ProgressState.StatusName)]
    public string? Status { get; init; }

    /// <summary>Id of a community of the framework.</summary>
    [FromQuery(Name = ProgressState.CommunityName)]
    public string? Community { get; init; }
}
