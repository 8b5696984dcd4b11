using DivideMetrics.Indicators;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace DivideMetrics.Web.Components.Pages.Explore;

/// <summary>Any indicator or measure, in any of the views. The address is the state.</summary>
public sealed partial class ExplorePage : PublishedPage
{
    private Indicator? _indicator;
    private ExploreData? _data;
    private ExploreChart? _chart;
    private IReadOnlyList<QueryNote> _notes = [];
    private IReadOnlyList<SourceNote> _sources = [];

    /// <summary>Id of the indicator; the first of the framework without it.</summary>
    [Parameter]
    public string? Id { get; set; }

    [SupplyParameterFromQuery(Name = "measure")] private string? Measure { get; set; }

    [SupplyParameterFromQuery(Name = "tab")] private string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "time")] private string? Time { get; set; }

    [SupplyParameterFromQuery(Name = "country")] private string? Country { get; set; }

    [SupplyParameterFromQuery(Name = "sex")] private string? SexValue { get; set; }

    [SupplyParameterFromQuery(Name = "region")] private string? Region { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "x")] private string? X { get; set; }

    [SupplyParameterFromQuery(Name = "xScale")] private string? XScale { get; set; }

    [SupplyParameterFromQuery(Name = "yScale")] private string? YScale { get; set; }

    [SupplyParameterFromQuery(Name = "facet")] private string? Facet { get; set; }

    [SupplyParameterFromQuery(Name = "uniformYAxis")] private string? UniformYAxis { get; set; }

    [SupplyParameterFromQuery(Name = "stackMode")] private string? StackMode { get; set; }

    [SupplyParameterFromQuery(Name = "split")] private string? Split { get; set; }

    [SupplyParameterFromQuery(Name = "by")] private string? By { get; set; }

    [SupplyParameterFromQuery(Name = "embed")] private string? Embed { get; set; }

    // What the form sends: the indicator when no script runs, and the two ends of a span. They lead to the chart's own address.
    [SupplyParameterFromQuery(Name = "indicator")] private string? Chosen { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }

    /// <inheritdoc/>
    protected override bool FollowsState => true;

    private ExploreQuery Asked => new()
    {
        Measure = Measure, Tab = Tab, Time = Time ?? (From is null && To is null ? null : $"{From}..{To}"), Country = Country, Sex = SexValue, Region = Region, Sort = Sort,
        X = X, XScale = XScale, YScale = YScale, Facet = Facet, UniformYAxis = UniformYAxis, StackMode = StackMode, Split = Split, By = By, Embed = Embed,
    };

    /// <inheritdoc/>
    protected override void OnInitialized() => Find();

    /// <inheritdoc/>
    protected override async Task LoadAsync(PublishedView view)
    {
        Find();
        if (_indicator is null)
        {
            return;
        }

        // Everything is read before anything of it is shown: the page is drawn at any wait.
        var (state, notes) = Asked.Read(_indicator, Catalog, At);
        if ((Chosen ?? From ?? To) is not null && notes.Count == 0)
        {
            Navigation.NavigateTo(AppUrls.Explore(state with { Time = state.Time?.Tidy(keepsAll: state.Tab == ExploreTab.Map) }), replace: true);
            return;
        }

        var data = await ExploreData.LoadAsync(view, Catalog, state);
        var chart = ExploreViews.Of(data);
        var sources = await ExploreSources.OfAsync(data, chart, view);
        (_data, _chart, _notes, _sources) = (data, chart, notes, sources);
    }

    private void Find()
    {
        var id = Chosen ?? Id;
        _indicator = id is null ? Catalog.Indicators.FirstOrDefault(indicator => indicator.Goal is not null) ?? Catalog.Indicators[0] : Catalog.FindIndicator(id);
        if (_indicator is null)
        {
            AnswerNotFound();
        }
    }
}
