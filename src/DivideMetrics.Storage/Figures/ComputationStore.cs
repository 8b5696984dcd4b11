using DivideMetrics.Storage.Runs;
using Npgsql;

namespace DivideMetrics.Storage.Figures;

/// <summary>Publishes computations whole: figures, measures, parts and the run's end in one transaction.</summary>
public sealed class ComputationStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>
    /// Publishes the computation; readers see all of it or none. Indicators are written one by one as they come, so that no more of them are
    /// in memory than the caller computes at a time.
    /// </summary>
    /// <param name="draft">The computation with all its parts.</param>
    /// <param name="computed">Those indicators that were computed anew; the others stay as they are.</param>
    /// <param name="cancellationToken">Cancels; nothing is published.</param>
    /// <exception cref="RunEndedException">The run was marked as interrupted meanwhile; nothing is published.</exception>
    /// <exception cref="ArgumentException">An indicator was computed that is no part of the draft, or one that is new was not.</exception>
    /// <returns>The published computation, and the series of figures and measures that changed.</returns>
    public async Task<(Computation Computation, Difference Difference)> PublishAsync(
        ComputationDraft draft, IAsyncEnumerable<ComputedIndicator> computed, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SerialiseAsync(connection, cancellationToken);
        var publication = new Publication(connection, await InsertAsync(connection, draft, cancellationToken), draft);
        await foreach (var indicator in computed.WithCancellation(cancellationToken))
        {
            await publication.WriteAsync(indicator, cancellationToken);
        }

        var computation = await publication.EndAsync(clock.GetUtcNow(), cancellationToken);
        await RunStore.FinishAsync(
            connection, new(draft.RunId, RunStatus.Published, computation.Figures, publication.Difference, null, null), clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (computation, publication.Difference);
    }

    /// <summary>One publication after the other, so that ids grow in the order in which readers see them.</summary>
    private static async Task SerialiseAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("lock table computation in share row exclusive mode", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> InsertAsync(NpgsqlConnection connection, ComputationDraft draft, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into computation (inputs, method_version, vintages, published_at, figures, gaps)
            values ($1, $2, $3, 'epoch', 0, 0)
            returning id
            """,
            connection)
        {
            Parameters = { new() { Value = draft.Inputs }, new() { Value = draft.MethodVersion }, new() { Value = draft.Vintages.ToArray() } },
        };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
