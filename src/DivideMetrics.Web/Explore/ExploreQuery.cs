using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>The parameters of Explore as they were written. Names follow Our World in Data's grapher where it has them.</summary>
public sealed record ExploreQuery
{
    [FromQuery(Name = "measure")] public string? Measure { get; init; }

    [FromQuery(Name = "tab")] public string? Tab { get; init; }

    [FromQuery(Name = "time")] public string? Time { get; init; }

    [FromQuery(Name = "country")] public string? Country { get; init; }

    [FromQuery(Name = "sex")] public string? Sex { get; init; }

    [FromQuery(Name = "region")] public string? Region { get; init; }

    [FromQuery(Name = "sort")] public string? Sort { get; init; }

    [FromQuery(Name = "x")] public string? X { get; init; }

    [FromQuery(Name = "xScale")] public string? XScale { get; init; }

    [FromQuery(Name = "yScale")] public string? YScale { get; init; }

    [FromQuery(Name = "facet")] public string? Facet { get; init; }

    [FromQuery(Name = "uniformYAxis")] public string? UniformYAxis { get; init; }

    [FromQuery(Name = "stackMode")] public string? StackMode { get; init; }

    [FromQuery(Name = "split")] public string? Split { get; init; }

    [FromQuery(Name = "by")] public string? By { get; init; }

    [FromQuery(Name = "embed")] public string? Embed { get; init; }

    /// <summary>Reads the query; what cannot be used falls back to the default and leaves a note.</summary>
    public (ExploreState State, IReadOnlyList<QueryNote> Notes) Read(Indicator indicator, Catalog catalog, ReadAt at)
    {
        var notes = new QueryNotesTaker();
        var areas = catalog.Areas;
        return (new()
        {
            Indicator = indicator.Id,
            Measure = notes.OneOf("measure", Measure, ExploreData.MeasuresOf(indicator).Select(measure => measure.Id).ToList(), T("the indicator’s own values")),
            Tab = notes.OneOf("tab", Tab, ExploreTabs.All, tab => tab.Code(), T("the map")),
            Time = notes.Take(QueryReading.Time(Time), T("the newest year with broad coverage")),
            Areas = notes.Take(QueryReading.Areas(Country, areas), T("the areas that are known")),
            Sex = notes.Take(QueryReading.OfSex(Sex), T("both sexes")) ?? Observations.Sex.Total,
            Group = notes.Take(QueryReading.Group(Region, areas), T("all economies")),
            Order = notes.OneOf("sort", Sort, Enum.GetValues<RowOrder>(), CodeOf, T("by name")),
            X = notes.OneOf("x", X, catalog.Indicators.Select(one => one.Id).ToList(), T("income per person")),
            LogX = notes.OneOf("xScale", XScale, ["linear", "log"], T("the usual scale")) switch { "log" => true, "linear" => false, _ => null },
            LogY = notes.OneOf("yScale", YScale, ["linear", "log"], T("the usual scale")) == "log",
            Facet = notes.OneOf("facet", Facet, ["none", "entity"], T("one panel")) == "entity",
            OwnScales = notes.OneOf("uniformYAxis", UniformYAxis, ["0", "1"], T("one scale")) == "0",
            Relative = notes.OneOf("stackMode", StackMode, ["absolute", "relative"], T("amounts")) == "relative",
            Split = notes.OneOf("split", Split, ExploreData.SplitsOf(indicator), T("the first that there is")),
            By = notes.OneOf("by", By, [AreaGroupKind.IncomeGroup, AreaGroupKind.WorldBankRegion], CodeOf, T("income groups")),
            Embed = notes.OneOf("embed", Embed, ["0", "1"], T("the whole page")) == "1",
            At = at,
        }, notes.Notes);
    }

    /// <summary>As addresses write an order.</summary>
    public static string CodeOf(RowOrder order) => order switch { RowOrder.Most => "most", RowOrder.Least => "least", _ => "name" };

    /// <summary>As addresses write a kind of groups.</summary>
    public static string CodeOf(AreaGroupKind kind) => kind == AreaGroupKind.WorldBankRegion ? "region" : "income";
}
