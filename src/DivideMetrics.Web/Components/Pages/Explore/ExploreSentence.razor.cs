using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Explore;

/// <summary>The controls of Explore.</summary>
public sealed partial class ExploreSentence
{
    private sealed record Extra(string Name, string Label, string Value, IReadOnlyList<(string Code, string Words)> Options, Func<string, ExploreState> Change);

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required ExploreData Data { get; set; }

    /// <summary>The chart that was made of it.</summary>
    [Parameter, EditorRequired]
    public required ExploreChart Chart { get; set; }

    /// <summary>Called with another state.</summary>
    [Parameter]
    public EventCallback<ExploreState> OnChange { get; set; }

    private ExploreState State => Data.State;

    private IReadOnlyList<int> AllYears => Data.Main.YearsOf(Data.Catalog.Areas);

    private (int From, int To)? Ends => AllYears is { Count: > 1 } years ? (State.Time is { IsPoint: false } time ? time : TimeWindow.All).Within(years[0], years[^1]) : null;

    /// <summary>What the form does not hold, and keeps.</summary>
    private IEnumerable<(string Name, string Value)> Kept => AppUrls.Chosen(State)
        .Where(parameter => parameter.Value is not null && (parameter.Name is "tab" or "country" or "asof" or "seen" || (parameter.Name == "xScale" && State.Tab == ExploreTab.Scatter)))
        .Select(parameter => (parameter.Name, parameter.Value!));

    /// <summary>The controls that only this view has.</summary>
    private IEnumerable<Extra> Extras
    {
        get
        {
            if (State.Tab is ExploreTab.DiscreteBar or ExploreTab.Dumbbell or ExploreTab.Table or ExploreTab.HeatMap)
            {
                yield return new("sort", T("Order"), ExploreQuery.CodeOf(State.Order), [("name", T("by name")), ("most", T("the most first")), ("least", T("the least first"))],
                    code => State with { Order = code switch { "most" => RowOrder.Most, "least" => RowOrder.Least, _ => RowOrder.Name } });
            }

            if (State.Tab is ExploreTab.Scatter or ExploreTab.Distribution or ExploreTab.StackedBar)
            {
                yield return new("by", T("Groups"), ExploreQuery.CodeOf(State.By), [("income", T("by income group")), ("region", T("by region"))],
                    code => State with { By = code == "region" ? AreaGroupKind.WorldBankRegion : AreaGroupKind.IncomeGroup });
            }

            if (State.Tab == ExploreTab.StackedBar)
            {
                yield return new("stackMode", T("Amounts or shares"), State.Relative ? "relative" : "absolute", [("absolute", T("in amounts")), ("relative", T("in shares"))], code => State with { Relative = code == "relative" });
            }

            if (State.Tab == ExploreTab.Scatter)
            {
                yield return new("yScale", T("Vertical axis"), State.LogY ? "log" : "linear", [("linear", T("linear upwards")), ("log", T("logarithmic upwards"))], code => State with { LogY = code == "log" });
            }

            if (State.Tab == ExploreTab.Line)
            {
                yield return new("facet", T("Panels"), State.Facet ? "entity" : "none", [("none", T("in one panel")), ("entity", T("in a panel each"))], code => State with { Facet = code == "entity" });
            }

            if (State is { Tab: ExploreTab.Line, Facet: true })
            {
                yield return new("uniformYAxis", T("Scales"), State.OwnScales ? "0" : "1", [("1", T("on one scale")), ("0", T("on a scale each"))], code => State with { OwnScales = code == "0" });
            }

            if (State.Tab == ExploreTab.Map && AllYears.Count > 1)
            {
                yield return new("", T("One map or two"), State.Time is { IsPoint: false } ? "earliest..latest" : "", [("", T("one year")), ("earliest..latest", T("two years side by side"))],
                    code => State with { Time = code.Length == 0 ? null : TimeWindow.All });
            }
        }
    }

    // Another indicator has other years, sides and measures.
    private ExploreState Elsewhere(string indicator) => State with { Indicator = indicator, Time = null, Sex = Observations.Sex.Total, Measure = null, Split = null };

    private string ToText(int year) => year == AllYears[^1] ? "latest" : year.ToString(CultureInfo.InvariantCulture);

    private Task SpanChanged(ChangeEventArgs change, int other)
    {
        var (year, _) = TimeWindow.TryRead((string)change.Value!)!.Value.Within(AllYears[0], AllYears[^1]);
        var (from, to) = (Math.Min(year, other), Math.Max(year, other));
        var window = new TimeWindow(from == AllYears[0] ? TimeWindow.Earliest : from, to == AllYears[^1] ? TimeWindow.Latest : to);
        return OnChange.InvokeAsync(State with { Time = window == TimeWindow.All && State.Tab != ExploreTab.Map ? null : window });
    }

    private static string? Chosen(ChangeEventArgs change) => change.Value as string is { Length: > 0 } value ? value : null;
}
