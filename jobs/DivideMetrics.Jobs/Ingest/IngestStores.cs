using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>The parts of the storage that an import writes and reads.</summary>
/// <param name="Vintages">Writes vintages.</param>
/// <param name="Queries">Reads vintages.</param>
/// <param name="Runs">Writes runs.</param>
public sealed record IngestStores(VintageStore Vintages, VintageQueries Queries, RunStore Runs);
