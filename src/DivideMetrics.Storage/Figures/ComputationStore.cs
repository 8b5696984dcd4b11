using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Runs;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Figures;

/// <summary>Publishes computations whole: figures, measures and the run's end in one transaction.</summary>
public sealed class ComputationStore(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly VersionedTable FigureTable = new(
        "figure", ["indicator", "area", "sex", "year"], ["value", "status", "source"], ["vintage_id"], "from_computation", "to_computation", "true");

    private static readonly VersionedTable GapTable = new(
        "gap",
        ["measure", "indicator", "subject", "sex", "year"],
        ["value", "lower", "upper", "category", "reason", "coverage_areas", "coverage_areas_of", "coverage_population", "coverage_estimated"],
        [],
        "from_computation",
        "to_computation",
        "true");

    /// <summary>Publishes the computation; readers see all of it or none.</summary>
    /// <exception cref="RunEndedException">The run was marked as interrupted meanwhile; nothing is published.</exception>
    /// <returns>The computation's id and what changed in figures and measures together.</returns>
    public async Task<(long Id, Difference Difference)> PublishAsync(ComputationDraft draft, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SerialiseAsync(connection, cancellationToken);
        var id = await InsertAsync(connection, draft, cancellationToken);
        await FigureTable.StageAsync(connection, draft.Figures, Write, cancellationToken);
        var figures = await FigureTable.PublishAsync(connection, id, cancellationToken);
        await using (var drop = new NpgsqlCommand("drop table stage", connection))
        {
            await drop.ExecuteNonQueryAsync(cancellationToken);
        }

        await GapTable.StageAsync(connection, draft.Gaps, Write, cancellationToken);
        var gaps = await GapTable.PublishAsync(connection, id, cancellationToken);
        var difference = new Difference(figures.Created + gaps.Created, figures.Updated + gaps.Updated, figures.Withdrawn + gaps.Withdrawn);
        await RunStore.FinishAsync(connection, new(draft.RunId, RunStatus.Published, draft.Figures.Count, difference, null, null), clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (id, difference);
    }

    /// <summary>One publication after the other, so that ids grow in the order in which readers see them.</summary>
    private static async Task SerialiseAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("lock table computation in share row exclusive mode", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<long> InsertAsync(NpgsqlConnection connection, ComputationDraft draft, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into computation (inputs, method_version, vintages, published_at, figures, gaps)
            values ($1, $2, $3, $4, $5, $6)
            returning id
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = draft.Inputs }, new() { Value = draft.MethodVersion }, new() { Value = draft.Vintages.ToArray() },
                new() { Value = clock.GetUtcNow() }, new() { Value = (long)draft.Figures.Count }, new() { Value = (long)draft.Gaps.Count },
            },
        };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static void Write(NpgsqlBinaryImporter importer, Figure figure)
    {
        importer.Write(figure.Indicator, NpgsqlDbType.Text);
        importer.Write(figure.Area, NpgsqlDbType.Text);
        importer.Write(figure.Sex.Code(), NpgsqlDbType.Text);
        importer.Write((short)figure.Year, NpgsqlDbType.Smallint);
        WriteOrNull(importer, figure.Value);
        importer.Write(figure.Status.ToString(), NpgsqlDbType.Text);
        importer.Write(figure.Source, NpgsqlDbType.Text);
        importer.Write(figure.Vintage, NpgsqlDbType.Bigint);
    }

    private static void Write(NpgsqlBinaryImporter importer, Gap gap)
    {
        importer.Write(gap.Measure, NpgsqlDbType.Text);
        importer.Write(gap.Indicator, NpgsqlDbType.Text);
        importer.Write(gap.Subject, NpgsqlDbType.Text);
        importer.Write(gap.Sex.Code(), NpgsqlDbType.Text);
        importer.Write((short)gap.Year, NpgsqlDbType.Smallint);
        WriteOrNull(importer, gap.Value);
        WriteOrNull(importer, gap.Lower);
        WriteOrNull(importer, gap.Upper);
        WriteOrNull(importer, gap.Category);
        WriteOrNull(importer, gap.Reason);
        WriteOrNull(importer, gap.Coverage?.Areas);
        WriteOrNull(importer, gap.Coverage?.AreasOf);
        WriteOrNull(importer, gap.Coverage?.PopulationShare);
        WriteOrNull(importer, gap.Coverage?.EstimatedShare);
    }

    private static void WriteOrNull(NpgsqlBinaryImporter importer, double? value)
    {
        if (value is { } number)
        {
            importer.Write(number, NpgsqlDbType.Double);
        }
        else
        {
            importer.WriteNull();
        }
    }

    private static void WriteOrNull(NpgsqlBinaryImporter importer, int? value)
    {
        if (value is { } number)
        {
            importer.Write(number, NpgsqlDbType.Integer);
        }
        else
        {
            importer.WriteNull();
        }
    }

    private static void WriteOrNull(NpgsqlBinaryImporter importer, string? value)
    {
        if (value is not null)
        {
            importer.Write(value, NpgsqlDbType.Text);
        }
        else
        {
            importer.WriteNull();
        }
    }
}
