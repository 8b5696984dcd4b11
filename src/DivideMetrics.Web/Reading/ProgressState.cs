using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>What the matrix of progress shows; everything of it stands in the URL. A null is the default.</summary>
/// <param name="Rule">Who judges; null: <see cref="ProgressRule.Default"/>.</param>
/// <param name="Group">Only the members of this group; null: all economies.</param>
/// <param name="Status">Only economies with a cell of this class; null: all.</param>
/// <param name="Community">Only the indicators of this community; null: all.</param>
/// <param name="At">The state of the figures.</param>
public sealed record ProgressState(
    ProgressRule? Rule = null, string? Group = null, string? Status = null, string? Community = null, ReadAt At = default)
{
    /// <summary>Name of the parameter that chooses the rule.</summary>
    public const string RuleName = "rule";

    /// <summary>Name of the parameter that chooses a group of economies.</summary>
    public const string RegionName = "region";

    /// <summary>Name of the parameter that chooses a class.</summary>
    public const string StatusName = "status";

    /// <summary>Name of the parameter that chooses a community.</summary>
    public const string CommunityName = "community";

    /// <summary>The rule that judges.</summary>
    public ProgressRule JudgedBy => Rule ?? ProgressRule.Default;
}

/// <summary>The raw query of the matrix of progress.</summary>
public sealed record ProgressQuery(string? Rule = null, string? Region = null, string? Status = null, string? Community = null)
{
    /// <summary>Reads the query; what cannot be used falls back to the default and leaves a note.</summary>
    public (ProgressState State, IReadOnlyList<QueryNote> Notes) Read(Catalog catalog)
    {
        var notes = new QueryNotesTaker();
        var rule = notes.Take(RuleOf(Rule), T("the rule of the United Nations"));
        var state = new ProgressState(
            rule == ProgressRule.Default ? null : rule,
            notes.Take(QueryReading.Group(Region, catalog.Areas), T("all economies")),
            notes.Take(StatusOf(Status, rule ?? ProgressRule.Default), T("all statuses")),
            notes.Take(CommunityOf(Community, ProgressRule.CommunitiesOf(catalog)), T("all communities")));
        return (state, notes.Notes);
    }

    /// <summary>Names of the parameters that a form without a script has sent empty: an address without them says the same.</summary>
    public IReadOnlyList<string> Empty() =>
        new[]
        {
            (Name: ProgressState.RuleName, Value: Rule), (Name: ProgressState.RegionName, Value: Region),
            (Name: ProgressState.StatusName, Value: Status), (Name: ProgressState.CommunityName, Value: Community),
        }.Where(parameter => parameter.Value is { Length: 0 }).Select(parameter => parameter.Name).ToList();

    private static Parsed<ProgressRule> RuleOf(string? raw) =>
        QueryReading.Known(ProgressState.RuleName, raw, ProgressRule.Find, string.Join(", ", ProgressRule.All.Select(rule => rule.Code)));

    private static Parsed<string> StatusOf(string? raw, ProgressRule rule) => OneOf(ProgressState.StatusName, raw, rule.Statuses.Select(status => status.Category).ToList());

    private static Parsed<string> CommunityOf(string? raw, IReadOnlyList<string> known) => OneOf(ProgressState.CommunityName, raw, known);

    private static Parsed<string> OneOf(string parameter, string? raw, IReadOnlyList<string> known) =>
        QueryReading.Known(parameter, raw, text => known.FirstOrDefault(code => code == text.ToLowerInvariant()), string.Join(", ", known));
}
