using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Divides;

/// <summary>What the page of divides shows.</summary>
/// <param name="Split">The only kind that is shown; null for all.</param>
/// <param name="Group">Only the members of this group; null for all economies.</param>
/// <param name="At">The state of the figures.</param>
public sealed record DividesState(string? Split, string? Group, ReadAt At);

/// <summary>The parameters of the divides as they were written.</summary>
public sealed record DividesQuery
{
    [FromQuery(Name = "split")] public string? Split { get; init; }

    [FromQuery(Name = "region")] public string? Region { get; init; }

    /// <summary>Reads the query; what cannot be used falls back to the default and leaves a note.</summary>
    public (DividesState State, IReadOnlyList<QueryNote> Notes) Read(Catalog catalog, ReadAt at)
    {
        var notes = new QueryNotesTaker();
        return (new(
            notes.OneOf("split", Split, DivideKinds.All, T("all kinds")),
            notes.Take(QueryReading.Group(Region, catalog.Areas), T("all economies")),
            at), notes.Notes);
    }
}
