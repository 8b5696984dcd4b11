using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Figures;

/// <summary>
/// Reads what a computation published. Every read names its computation, so that the parts of one page belong together
/// even when a new computation is published in between.
/// </summary>
public sealed class ComputationQueries(NpgsqlDataSource database)
{
    /// <summary>The newest computation, or the newest until a moment; null before the first.</summary>
    public async Task<Computation?> LatestAsync(DateTimeOffset? until, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, inputs, method_version, vintages, published_at, figures, gaps
            from computation
            where $1::timestamptz is null or published_at <= $1
            order by id desc
            limit 1
            """);
        command.Parameters.Add(new() { Value = (object?)until?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return await command.ReadFirstAsync(MapComputation, cancellationToken);
    }

    /// <summary>The first computation of all; null before it.</summary>
    public async Task<Computation?> FirstAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, inputs, method_version, vintages, published_at, figures, gaps
            from computation
            order by id
            limit 1
            """);
        return await command.ReadFirstAsync(MapComputation, cancellationToken);
    }

    /// <summary>The newest computation from just these inputs; null when none was published.</summary>
    /// <param name="inputs">Fingerprint of all inputs.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Computation?> WithInputsAsync(string inputs, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, inputs, method_version, vintages, published_at, figures, gaps
            from computation
            where inputs = $1
            order by id desc
            limit 1
            """);
        command.Parameters.Add(new() { Value = inputs });
        return await command.ReadFirstAsync(MapComputation, cancellationToken);
    }

    /// <summary>All figures of an indicator (all areas, sexes, years), ordered by area, sex, year.</summary>
    public async Task<IReadOnlyList<Figure>> FiguresOfIndicatorAsync(long computation, string indicator, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select indicator, area, sex, year, value, status, source, vintage_id
            from figure
            where indicator = $2
              and from_computation <= $1
              and (to_computation is null or to_computation > $1)
            order by area, sex, year
            """);
        return await ReadAsync(command, computation, indicator, MapFigure, cancellationToken);
    }

    /// <summary>All measures of an indicator (all subjects and years), ordered by measure, subject, sex, year.</summary>
    public async Task<IReadOnlyList<Gap>> GapsOfIndicatorAsync(long computation, string indicator, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select measure, indicator, subject, sex, year, value, lower, upper, category, reason,
                   coverage_areas, coverage_areas_of, coverage_population, coverage_estimated
            from gap
            where indicator = $2
              and from_computation <= $1
              and (to_computation is null or to_computation > $1)
            order by measure, subject, sex, year
            """);
        return await ReadAsync(command, computation, indicator, MapGap, cancellationToken);
    }

    /// <summary>All measures about a subject, an economy or a group, ordered by indicator, measure, sex, year.</summary>
    public async Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(long computation, string subject, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select measure, indicator, subject, sex, year, value, lower, upper, category, reason,
                   coverage_areas, coverage_areas_of, coverage_population, coverage_estimated
            from gap
            where subject = $2
              and from_computation <= $1
              and (to_computation is null or to_computation > $1)
            order by indicator, measure, sex, year
            """);
        return await ReadAsync(command, computation, subject, MapGap, cancellationToken);
    }

    private static Task<List<T>> ReadAsync<T>(
        NpgsqlCommand command, long computation, string key, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
    {
        command.Parameters.Add(new() { Value = computation });
        command.Parameters.Add(new() { Value = key });
        return command.ReadAllAsync(map, cancellationToken);
    }

    private static Computation MapComputation(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetFieldValue<long[]>(3),
        row.Instant(4), row.GetInt64(5), row.GetInt64(6));

    private static Figure MapFigure(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), Reading.Sex(row.GetString(2)), row.GetInt16(3), row.NullableDouble(4),
        Enum.Parse<ObsStatus>(row.GetString(5)), row.GetString(6), row.GetInt64(7));

    private static Gap MapGap(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), Reading.Sex(row.GetString(3)), row.GetInt16(4), row.NullableDouble(5),
        row.NullableDouble(6), row.NullableDouble(7), row.NullableString(8), row.NullableString(9),
        row.NullableInt(10) is { } areas ? new(areas, row.GetInt32(11), row.GetDouble(12), row.GetDouble(13)) : null);
}
