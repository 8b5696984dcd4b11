using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Compare;

/// <summary>Reads what a comparison is made from.</summary>
public static class CompareData
{
    /// <summary>The comparison of a state. As on the page of a country, parts of an indicator (rural, one skill of several) have no row of their own.</summary>
    public static async Task<CompareModel> LoadAsync(PublishedView view, Catalog catalog, CompareState state)
    {
        var facts = new List<IndicatorFacts>();
        foreach (var indicator in catalog.Indicators.Where(one => one.PartOf is null && (state.Community is null || one.Community == state.Community)))
        {
            facts.Add(await view.FactsAsync(indicator));
        }

        return CompareModel.Of(state.Areas, catalog.Areas, facts);
    }
}
