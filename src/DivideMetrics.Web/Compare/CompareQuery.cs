using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Compare;

/// <summary>The parameters of a comparison as they were written.</summary>
public sealed record CompareQuery
{
    [FromQuery(Name = "country")] public string? Country { get; init; }

    [FromQuery(Name = "community")] public string? Community { get; init; }

    /// <summary>The communities that have indicators, in declared order.</summary>
    public static IReadOnlyList<string> CommunitiesOf(Catalog catalog) => catalog.Indicators.Select(indicator => indicator.Community).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>Reads the query; what cannot be used falls back to the default and leaves a note.</summary>
    public (CompareState State, IReadOnlyList<QueryNote> Notes) Read(Catalog catalog, ReadAt at)
    {
        var notes = new QueryNotesTaker();
        var areas = notes.Take(QueryReading.Areas(Country, catalog.Areas), T("the areas that are known")) ?? [];
        return (new()
        {
            Areas = notes.Take(FirstOf(areas), T("the first {0} areas", Numbers.Count(CompareState.MostAreas)))!,
            Community = notes.OneOf("community", Community, CommunitiesOf(catalog), T("all communities")),
            At = at,
        }, notes.Notes);
    }

    private static Parsed<IReadOnlyList<string>> FirstOf(IReadOnlyList<string> areas) => areas.Count <= CompareState.MostAreas ? new(areas, null) : new(
        areas.Take(CompareState.MostAreas).ToList(),
        new("country", string.Join('~', areas.Skip(CompareState.MostAreas)), T("at most {0} areas", Numbers.Count(CompareState.MostAreas))));
}
