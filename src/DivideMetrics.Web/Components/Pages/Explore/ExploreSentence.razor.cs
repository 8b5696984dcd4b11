using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Explore;

/// <summary>The controls of Explore.</summary>
public sealed partial class ExploreSentence
{
    private sealed record Extra(string Name, string Label, string Value, IReadOnlyList<(string Code, string Words)> Options);

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required ExploreData Data { get; set; }

    /// <summary>The chart that was made of it.</summary>
    [Parameter, EditorRequired]
    public required ExploreChart Chart { get; set; }

    private ExploreState State => Data.State;

    private IReadOnlyList<int> AllYears => Data.Main.YearsOf(Data.Catalog.Areas);

    private (int From, int To)? Ends => AllYears is { Count: > 1 } years ? (State.Time is { IsPoint: false } time ? time : TimeWindow.All).Within(years[0], years[^1]) : null;

    /// <summary>What the form does not hold, and keeps.</summary>
    private IEnumerable<(string Name, string Value)> Kept => AppUrls.Chosen(State)
        .Where(parameter => parameter.Value is not null && !Held.Contains(parameter.Name))
        .Select(parameter => (parameter.Name, parameter.Value!));

    /// <summary>Names of what the form's controls hold.</summary>
    private IEnumerable<string> Held =>
    [
        "measure",
        .. Across is null ? Array.Empty<string>() : ["x"],
        .. HasSplit ? ["split"] : Array.Empty<string>(),
        .. HasSex ? ["sex"] : Array.Empty<string>(),
        .. Chart.Year is null && Ends is null ? Array.Empty<string>() : ["time"],
        .. Data.Main.IsOfGroups ? Array.Empty<string>() : ["region"],
        .. Extras.Select(extra => extra.Name),
    ];

    /// <summary>Id of the indicator along the horizontal axis; also of one without figures, so that another one can be chosen.</summary>
    private string? Across => State.Tab == ExploreTab.Scatter ? Data.X?.Indicator.Id ?? State.X : null;

    private IReadOnlyList<string> Splits => ExploreData.SplitsOf(Data.Facts.Indicator);

    private bool HasSplit => State.Tab == ExploreTab.Dumbbell && Splits.Count > 1;

    private bool HasSex => Data.Facts.Sexes.Count > 1 && State.Tab != ExploreTab.Dumbbell;

    /// <summary>The controls that only this view has.</summary>
    private IEnumerable<Extra> Extras
    {
        get
        {
            if (State.Tab is ExploreTab.DiscreteBar or ExploreTab.Dumbbell or ExploreTab.Table or ExploreTab.HeatMap)
            {
                yield return new("sort", T("Order"), ExploreQuery.CodeOf(State.Order), [("name", T("by name")), ("most", T("the most first")), ("least", T("the least first"))]);
            }

            if (State.Tab is ExploreTab.Scatter or ExploreTab.Distribution or ExploreTab.StackedBar)
            {
                yield return new("by", T("Groups"), ExploreQuery.CodeOf(State.By), [("income", T("by income group")), ("region", T("by region"))]);
            }

            if (State.Tab == ExploreTab.StackedBar)
            {
                yield return new("stackMode", T("Amounts or shares"), State.Relative ? "relative" : "absolute", [("absolute", T("in amounts")), ("relative", T("in shares"))]);
            }

            if (State.Tab == ExploreTab.Scatter)
            {
                yield return new("yScale", T("Vertical axis"), State.LogY ? "log" : "linear", [("linear", T("linear upwards")), ("log", T("logarithmic upwards"))]);
            }

            if (State.Tab == ExploreTab.Line)
            {
                yield return new("facet", T("Panels"), State.Facet ? "entity" : "none", [("none", T("in one panel")), ("entity", T("in a panel each"))]);
            }

            if (State is { Tab: ExploreTab.Line, Facet: true })
            {
                yield return new("uniformYAxis", T("Scales"), State.OwnScales ? "0" : "1", [("1", T("on one scale")), ("0", T("on a scale each"))]);
            }
        }
    }

    /// <summary>The ends are open in the form: they keep their meaning when newer data arrive.</summary>
    private string Bound(int year) => TimeWindow.At(year == AllYears[0] ? TimeWindow.Earliest : year == AllYears[^1] ? TimeWindow.Latest : year).ToString();
}
