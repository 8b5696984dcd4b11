namespace DivideMetrics.Observations;

/// <summary>A stored value with the vintage in which it first appeared.</summary>
/// <param name="Observation">The value.</param>
/// <param name="Vintage">Vintage id.</param>
public readonly record struct StoredObservation(Observation Observation, long Vintage);
