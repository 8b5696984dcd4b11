using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace DivideMetrics.Web.Components.Pages;

/// <summary>A page over the published figures, in the state that its address asks for.</summary>
public abstract class PublishedPage : PublishedPart
{
    [SupplyParameterFromQuery(Name = StateQuery.AsOf)]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = StateQuery.Seen)]
    private string? Seen { get; set; }

    /// <summary>
    /// True for a page whose figures follow <c>asof</c> and <c>seen</c>; it hands the reason why there are none and the view's state to
    /// <c>WhenPublished</c>. Others show now, whatever the address says.
    /// </summary>
    protected virtual bool FollowsState => false;

    /// <inheritdoc/>
    protected sealed override ReadAt WantedState => FollowsState ? StateQuery.Read(AsOf, Seen, Today).At : ReadAt.Now;
}
