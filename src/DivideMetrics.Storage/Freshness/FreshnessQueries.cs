using DivideMetrics.Quality;
using Npgsql;

namespace DivideMetrics.Storage.Freshness;

/// <summary>What the current state of a source covers.</summary>
/// <param name="Observations">Points.</param>
/// <param name="Series">Series, every sex and breakdown counted.</param>
/// <param name="FirstYear">First year; null when there is no point.</param>
/// <param name="LastYear">Last year; null when there is no point.</param>
/// <param name="Areas">REF_AREA of every area with a point.</param>
public sealed record SourceCoverage(long Observations, long Series, int? FirstYear, int? LastYear, IReadOnlyList<string> Areas);

/// <summary>How often a run met a code.</summary>
/// <param name="Code">The finding's code.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Stored">How many are stored; of each code at most <see cref="FindingSink.KeptPerCode"/>.</param>
/// <param name="Example">The first one's note.</param>
public sealed record FindingCount(string Code, Severity Severity, long Stored, string Example);

/// <summary>Reads how fresh and how whole the sources are.</summary>
public sealed class FreshnessQueries(NpgsqlDataSource database)
{
    /// <summary>What the current state of a source covers.</summary>
    public async Task<SourceCoverage> CoverageAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select coalesce(sum(points), 0)::bigint, count(distinct series_id), min(first), max(last),
                   coalesce(array_agg(distinct area order by area), '{}')
            from (
                select series_id, area, count(*) as points, min(year) as first, max(year) as last
                from (
                    select distinct on (series_id, area, year) series_id, area, year, status
                    from observation
                    where source_number = (select number from source where id = $1)
                    order by series_id, area, year, from_position desc
                ) as state
                where status <> ''
                group by series_id, area
            ) as covered
            """);
        command.Parameters.Add(new() { Value = source });
        return (await command.ReadFirstAsync(
            row => new SourceCoverage(
                row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt16(2), row.IsDBNull(3) ? null : row.GetInt16(3),
                row.GetFieldValue<string[]>(4)),
            cancellationToken))!;
    }

    /// <summary>What a run met, by code, the gravest first.</summary>
    public async Task<IReadOnlyList<FindingCount>> FindingCountsAsync(long runId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select code, severity, count(*), (array_agg(note order by id))[1]
            from finding
            where run_id = $1
            group by code, severity
            order by array_position(array['Error', 'Warning', 'Info'], severity), count(*) desc, code
            """);
        command.Parameters.Add(new() { Value = runId });
        return await command.ReadAllAsync(
            row => new FindingCount(row.GetString(0), Enum.Parse<Severity>(row.GetString(1)), row.GetInt64(2), row.GetString(3)), cancellationToken);
    }

    /// <summary>The run that made a vintage; null when there is none.</summary>
    public async Task<long?> RunOfVintageAsync(long vintage, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id
            from run
            where vintage_id = $1
            order by id
            limit 1
            """);
        command.Parameters.Add(new() { Value = vintage });
        return (long?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
