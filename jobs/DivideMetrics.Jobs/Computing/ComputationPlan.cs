using DivideMetrics.Indicators;
using DivideMetrics.Storage.Figures;

namespace DivideMetrics.Jobs.Computing;

/// <summary>What a computation will do.</summary>
/// <param name="State">The vintages that it reads.</param>
/// <param name="Draft">What will be published beside the figures and measures.</param>
/// <param name="Changed">The indicators whose inputs are others than in the computation before: only these are computed.</param>
/// <param name="Before">The computation that holds the figures and measures of all others; null for the first.</param>
public sealed record ComputationPlan(InputState State, ComputationDraft Draft, IReadOnlyList<Indicator> Changed, Computation? Before);
