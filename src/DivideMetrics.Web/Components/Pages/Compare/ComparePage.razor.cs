using DivideMetrics.Web.Compare;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Compare;

/// <summary>Up to eight economies or groups side by side. The address is the state.</summary>
public sealed partial class ComparePage : PublishedPage
{
    private CompareState _state = new();
    private CompareModel? _model;
    private IReadOnlyList<QueryNote> _notes = [];
    private IReadOnlyList<SourceNote> _sources = [];
    private IReadOnlyList<SuggestedComparison> _offers = [];

    [SupplyParameterFromQuery(Name = "country")] private string? Country { get; set; }

    [SupplyParameterFromQuery(Name = "community")] private string? Community { get; set; }

    /// <inheritdoc/>
    protected override bool FollowsState => true;

    private bool IsStart => _state.Areas.Count == 0;

    private string Title => IsStart
        ? T("Compare up to {0} countries or groups", Numbers.Count(CompareState.MostAreas))
        : T("Compare {0}", Listed(_state.Areas.Select(code => Catalog.Areas.LocalName(code))));

    private static string Invitation => T("Choose economies, regions or income groups: every indicator that at least one of them has stands in one table, each value with its year and its way back to the source.");

    /// <inheritdoc/>
    protected override async Task LoadAsync(PublishedView view)
    {
        (_state, _notes) = new CompareQuery { Country = Country, Community = Community }.Read(Catalog, At);
        if (IsStart)
        {
            _offers = CompareStart.Of(Catalog.Areas, CompareStart.PeopleOf(Catalog) is { } people ? await view.FactsAsync(people) : null);
            _model = new([], []);
            return;
        }

        var model = await CompareData.LoadAsync(view, Catalog, _state);
        _sources = await ExploreSources.OfAsync(model.Shown, Catalog, view);
        _model = model;
    }
}
