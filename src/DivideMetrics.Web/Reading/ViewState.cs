using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>Which state of the figures a view shows, and what it is made from.</summary>
/// <param name="Asked">What was asked for; days in the future are left out.</param>
/// <param name="Computation">The published computation that it is read from; null when it was computed for the request.</param>
/// <param name="MethodVersion">Version of the methods of its measures.</param>
/// <param name="Vintages">The vintages that it is made from, one a source, by source.</param>
/// <param name="Tag">Short name of the rows: equal tags, equal figures and measures.</param>
public sealed record ViewState(ReadAt Asked, Computation? Computation, string MethodVersion, IReadOnlyList<Vintage> Vintages, string Tag)
{
    /// <summary>The vintage of a source in this state; null where it had none.</summary>
    public Vintage? VintageOf(string source) => Vintages.FirstOrDefault(vintage => vintage.Source == source);
}

/// <summary>A day for which nothing can be shown, because it lies before everything.</summary>
/// <param name="Parameter">The query parameter that says so: <c>asof</c> or <c>seen</c>.</param>
/// <param name="Day">The day asked for.</param>
/// <param name="First">The first day for which something is known.</param>
public sealed record NothingKnown(string Parameter, DateOnly Day, DateOnly First);

/// <summary>The answer to a question for a state: a view, or since when there is one, or neither before anything was published.</summary>
/// <param name="View">The view.</param>
/// <param name="Nothing">Why there is no view.</param>
public readonly record struct StateAnswer(PublishedView? View, NothingKnown? Nothing)
{
    /// <summary>True before anything was published at all.</summary>
    public bool IsTooEarly => View is null && Nothing is null;
}
