using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using Npgsql;

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
        command.Parameters.Add(NullableParameter.Instant(until));
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

    /// <summary>What each indicator of a computation was made from, by indicator.</summary>
    public async Task<IReadOnlyDictionary<string, ComputationPart>> PartsAsync(long computation, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {PartTable.Columns}
            from computation_part
            where from_computation <= $1
              and (to_computation is null or to_computation > $1)
            """);
        command.Parameters.Add(new() { Value = computation });
        return (await command.ReadAllAsync(PartTable.Map, cancellationToken)).ToDictionary(part => part.Indicator, StringComparer.Ordinal);
    }

    /// <summary>The newest computation in which an indicator was made from just these inputs; null when none was published.</summary>
    /// <param name="indicator">Indicator id.</param>
    /// <param name="inputs">Fingerprint of the part's inputs.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<long?> WithPartAsync(string indicator, string inputs, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select max(from_computation) from computation_part where indicator = $1 and inputs = $2");
        command.Parameters.Add(new() { Value = indicator });
        command.Parameters.Add(new() { Value = inputs });
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <summary>All figures of an indicator (all areas, sexes, years), ordered by area, sex, year.</summary>
    public async Task<IReadOnlyList<Figure>> FiguresOfIndicatorAsync(long computation, string indicator, CancellationToken cancellationToken) =>
        (await ReadAsync(FigureTable.Table, "indicator = $2", "area, sex", [computation, indicator], cancellationToken))
            .SelectMany(series => series.Unpack()).ToList();

    /// <summary>All measures of an indicator (all subjects and years), ordered by measure, subject, sex, year.</summary>
    public async Task<IReadOnlyList<Gap>> GapsOfIndicatorAsync(long computation, string indicator, CancellationToken cancellationToken) =>
        Unpacked(await GapSeriesOfIndicatorAsync(computation, indicator, null, cancellationToken));

    /// <summary>Measures of an indicator, packed, ordered by measure, subject, sex.</summary>
    /// <param name="computation">Computation id.</param>
    /// <param name="indicator">Indicator id.</param>
    /// <param name="measures">Only these measures, of all parts where none is named; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<GapSeries>> GapSeriesOfIndicatorAsync(
        long computation, string indicator, IReadOnlyCollection<string>? measures, CancellationToken cancellationToken)
    {
        const string Order = "measure, subject, sex";
        return measures is null
            ? await ReadAsync(GapTable.Table, "indicator = $2", Order, [computation, indicator], cancellationToken)
            : await ReadAsync(GapTable.Table, "indicator = $2 and (measure = any ($3) or split_part(measure, ':', 1) = any ($3))", Order, [computation, indicator, measures.ToArray()], cancellationToken);
    }

    /// <summary>All measures about a subject, an economy or a group, ordered by indicator, measure, sex, year.</summary>
    public async Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(long computation, string subject, CancellationToken cancellationToken) =>
        Unpacked(await ReadAsync(GapTable.Table, "subject = $2", "indicator, measure, sex", [computation, subject], cancellationToken));

    /// <summary>All measures of an indicator about a subject, ordered by measure, sex, year.</summary>
    public async Task<IReadOnlyList<Gap>> GapsOfAsync(long computation, string subject, string indicator, CancellationToken cancellationToken) =>
        Unpacked(await ReadAsync(GapTable.Table, "subject = $2 and indicator = $3", "measure, sex", [computation, subject, indicator], cancellationToken));

    private static List<Gap> Unpacked(IReadOnlyList<GapSeries> series)
    {
        var gaps = new List<Gap>(series.Sum(one => one.Count));
        foreach (var one in series)
        {
            gaps.AddRange(one.Unpack());
        }

        return gaps;
    }

#pragma warning disable CA2100 // composed of this program's own constants
    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        SeriesTable<T> table, string condition, string order, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {table.Selected}
            from {table.Name}
            where {condition}
              and from_computation <= $1
              and (to_computation is null or to_computation > $1)
            order by {order}
            """);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }

        return await command.ReadAllAsync(table.Read, cancellationToken);
    }
#pragma warning restore CA2100

    private static Computation MapComputation(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetFieldValue<long[]>(3),
        row.Instant(4), row.GetInt64(5), row.GetInt64(6));
}
