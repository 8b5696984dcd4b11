using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Inequality;

/// <summary>How unequal economies are: Lorenz curve, indices over time, decomposition, convergence.</summary>
public sealed partial class InequalityPage : PublishedPage
{
    private Indicator? _indicator;
    private InequalityModel? _model;
    private string _group = AreaCatalog.World;
    private AreaGroupKind _by = AreaGroupKind.IncomeGroup;
    private IReadOnlyList<QueryNote> _notes = [];
    private IReadOnlyList<SourceNote> _sources = [];

    /// <summary>Id of the indicator; the first whose inequality is measured without it.</summary>
    [Parameter]
    public string? Id { get; set; }

    [SupplyParameterFromQuery(Name = "region")] private string? Region { get; set; }

    [SupplyParameterFromQuery(Name = "by")] private string? By { get; set; }

    // What the form sends when no script runs.
    [SupplyParameterFromQuery(Name = "indicator")] private string? Chosen { get; set; }

    /// <inheritdoc/>
    protected override bool FollowsState => true;

    private IReadOnlyList<LegendEntry> Legend => LegendEntry.Of(Catalog.Areas.GroupsOf(AreaGroupKind.IncomeGroup));

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

        var notes = new QueryNotesTaker();
        _group = notes.Take(QueryReading.Group(Region, Catalog.Areas), T("the world")) ?? AreaCatalog.World;
        _by = notes.OneOf("by", By, [AreaGroupKind.IncomeGroup, AreaGroupKind.WorldBankRegion], ExploreQuery.CodeOf, T("income groups"));
        _notes = notes.Notes;
        var facts = await view.FactsAsync(_indicator);
        var keptOut = IndicatorInputs.KeptOutOfGroups(Catalog, _indicator);
        _model = InequalityModel.Of(facts, Catalog, (_group, _by), await view.GapsOfAsync(_group, _indicator.Id), await IndicatorInputs.ReadAsync(Catalog, _indicator, view.FiguresAsync));
        _sources = SourceNote.Of(facts.Figures.Where(figure => !keptOut.Contains(figure.Source)), view, Catalog);
    }

    private static bool IsMeasured(Indicator indicator) => indicator.Measures.Contains(MeasureIds.Gini);

    private string Download(params string[] measures) => AppUrls.GapsCsv(_indicator!.Id, measures, new(Areas: [_group], At: At));

    private void Go(string indicator, string group, AreaGroupKind by) => Navigation.NavigateTo(AppUrls.Inequality(indicator, group, by, At));

    private void Find()
    {
        var id = Chosen ?? Id;
        _indicator = id is null ? Catalog.Indicators.FirstOrDefault(IsMeasured) ?? Catalog.Indicators[0] : Catalog.FindIndicator(id);
        if (_indicator is null)
        {
            AnswerNotFound();
        }
    }
}
