using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Runs;

namespace DivideMetrics.Jobs.Computing;

/// <summary>The parts of the storage that a computation writes and reads.</summary>
/// <param name="Store">Publishes computations.</param>
/// <param name="Queries">Reads computations.</param>
/// <param name="Runs">Writes runs.</param>
/// <param name="FirstImport">How far the import of the delivered files is.</param>
public sealed record ComputationStores(ComputationStore Store, ComputationQueries Queries, RunStore Runs, FirstImport FirstImport);
