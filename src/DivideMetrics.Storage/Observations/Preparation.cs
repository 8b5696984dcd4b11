using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;

namespace DivideMetrics.Storage.Observations;

/// <summary>Where a vintage stands among the published ones of its source, in the order of release.</summary>
/// <param name="Date">Its day in that order.</param>
/// <param name="Predecessor">The release before it, which it is compared with; null when it is the first.</param>
/// <param name="Successor">The release after it; null when it becomes the current one.</param>
public sealed record ReleasePlace(DateOnly Date, Vintage? Predecessor, Vintage? Successor);

/// <summary>A vintage that was read, compared and judged, and is not stored yet.</summary>
/// <param name="Draft">What is known of the retrieval.</param>
/// <param name="Place">Its place in the order of release.</param>
/// <param name="Previous">The state of the release before it; empty when it is the first.</param>
/// <param name="Next">What was read.</param>
/// <param name="Difference">From the one to the other.</param>
/// <param name="Verdict">Whether it may be published.</param>
public sealed record Preparation(
    VintageDraft Draft, ReleasePlace Place, ObservationTable Previous, ObservationTable Next, VintageDiff Difference, GateVerdict Verdict);

/// <summary>Another vintage of the source was published since this one was compared: its difference no longer holds.</summary>
public sealed class OvertakenException(string source)
    : Exception($"Source {source}: another vintage was published while this one was prepared. Nothing of this run was published; run it again.");
