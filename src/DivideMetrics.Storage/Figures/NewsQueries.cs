using DivideMetrics.Observations;
using DivideMetrics.Panels;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Figures;

/// <summary>Reads what published computations changed, each against the one before it.</summary>
public sealed class NewsQueries(NpgsqlDataSource database)
{
    private const string Steps =
        """
        select id, published_at, method_version, figures, before, method_before
        from (
            select id, published_at, method_version, figures, lag(id) over o as before, lag(method_version) over o as method_before
            from computation
            window o as (order by id)
        ) as step
        where ($1::bigint is null or id < $1)
        """;

    private const string NewestFirst = "order by id desc limit $2";

    // Of an indicator that the computations before did not measure at all, or that this one does not, no category changed.
    private const string CategoryChanges =
        """
        with edition as (
            select indicator, subject, from_computation, to_computation, categories[category_at[cardinality(category_at)] + 1] as category
            from gap_series
            where indicator = any ($3)
              and measure = $1
              and sex = '_T'
              and ($4::text is null or subject = $4)
              and (from_computation = any ($2) or to_computation = any ($2))
        )
        select computation, indicator, subject, old.category, new.category
        from (select indicator, subject, to_computation as computation, category from edition where to_computation = any ($2)) as old
        full join (select indicator, subject, from_computation as computation, category from edition where from_computation = any ($2)) as new
            using (computation, indicator, subject)
        where old.category is distinct from new.category
          and (old.indicator is not null or exists (
              select
              from gap_series as g
              where g.indicator = new.indicator and g.measure = $1 and g.from_computation < computation))
          and (new.indicator is not null or exists (
              select
              from gap_series as g
              where g.indicator = old.indicator and g.measure = $1 and g.from_computation <= computation
                and (g.to_computation is null or g.to_computation > computation)))
        order by computation desc, indicator, subject
        """;

    /// <summary>Published computations, newest first.</summary>
    /// <param name="before">Only those before this computation; null for the newest.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<PublicationStep>> StepsAsync(long? before, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{Steps} {NewestFirst}");
        command.Parameters.Add(new() { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = most });
        return await command.ReadAllAsync(MapStep, cancellationToken);
    }

    /// <summary>Published computations that wrote figures or a measure of a scope, newest first.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="before">Only those before this computation; null for the newest.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<PublicationStep>> StepsAsync(
        NewsScope scope, string measure, long? before, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            with series as (
                select from_computation, to_computation
                from figure_series
                where indicator = any ($3) and ($4::text is null or area = $4)
                union all
                select from_computation, to_computation
                from gap_series
                where indicator = any ($3) and measure = $5 and ($4::text is null or subject = $4)
            )
            {Steps}
              and id in (select from_computation from series union select to_computation from series)
            {NewestFirst}
            """);
        command.Parameters.Add(new() { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = most });
        Add(command, scope);
        command.Parameters.Add(new() { Value = measure });
        return await command.ReadAllAsync(MapStep, cancellationToken);
    }

    /// <summary>
    /// Areas whose latest category of a measure (both sexes) changed, by computation, indicator and area. Indicators that a computation
    /// measured for the first time, or for the last, changed no category.
    /// </summary>
    /// <param name="measure">The measure.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="computations">Ids of the computations.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<CategoryChange>> CategoryChangesAsync(
        string measure, NewsScope scope, IReadOnlyCollection<long> computations, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(CategoryChanges);
        command.Parameters.Add(new() { Value = measure });
        command.Parameters.Add(new() { Value = computations.ToArray() });
        Add(command, scope);
        return await command.ReadAllAsync(
            row => new CategoryChange(row.GetInt64(0), row.GetString(1), row.GetString(2), row.NullableString(3), row.NullableString(4)), cancellationToken);
    }

    /// <summary>The series of figures that computations began, ended or replaced; in no order.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="computations">Ids of the computations.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<FigureEdition>> FigureEditionsAsync(
        NewsScope scope, IReadOnlyCollection<long> computations, CancellationToken cancellationToken)
    {
        var rows = await FigureRowsAsync(scope, computations, cancellationToken);
        var wanted = computations.ToHashSet();
        var ended = rows.Where(row => row.To is { } to && wanted.Contains(to)).ToDictionary(row => Key(row.To!.Value, row.Series), row => row.Series);
        var editions = rows.Where(row => wanted.Contains(row.From))
            .Select(row => new FigureEdition(row.From, ended.Remove(Key(row.From, row.Series), out var old) ? old : null, row.Series)).ToList();
        editions.AddRange(ended.Select(gone => new FigureEdition(gone.Key.Computation, gone.Value, null)));
        return editions;
    }

    /// <summary>For each of these indicators that ever had figures: the computation that published the first of them.</summary>
    public async Task<IReadOnlyDictionary<string, long>> BeginningsAsync(IReadOnlyCollection<string> indicators, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select indicator, min(from_computation)
            from figure_series
            where indicator = any ($1)
            group by indicator
            """);
        command.Parameters.Add(new() { Value = indicators.ToArray() });
        return (await command.ReadAllAsync(row => (Indicator: row.GetString(0), First: row.GetInt64(1)), cancellationToken))
            .ToDictionary(pair => pair.Indicator, pair => pair.First, StringComparer.Ordinal);
    }

#pragma warning disable CA2100 // composed of this program's own constants
    private async Task<List<(FigureSeries Series, long From, long? To)>> FigureRowsAsync(
        NewsScope scope, IReadOnlyCollection<long> computations, CancellationToken cancellationToken)
    {
        var columns = FigureTable.Table.Selected.Split(", ").Length;
        await using var command = database.CreateCommand(
            $"""
            select {FigureTable.Table.Selected}, from_computation, to_computation
            from figure_series
            where indicator = any ($2)
              and ($3::text is null or area = $3)
              and (from_computation = any ($1) or to_computation = any ($1))
            """);
        command.Parameters.Add(new() { Value = computations.ToArray() });
        Add(command, scope);
        return await command.ReadAllAsync(
            row => (FigureTable.Table.Read(row), row.GetInt64(columns), row.NullableLong(columns + 1)), cancellationToken);
    }
#pragma warning restore CA2100

    private static (long Computation, string Indicator, string Area, Sex Sex) Key(long computation, FigureSeries series) =>
        (computation, series.Indicator, series.Area, series.Sex);

    private static void Add(NpgsqlCommand command, NewsScope scope)
    {
        command.Parameters.Add(new() { Value = scope.Indicators.ToArray() });
        command.Parameters.Add(NullableParameter.Text(scope.Area));
    }

    private static PublicationStep MapStep(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.Instant(1), row.GetString(2), row.GetInt64(3), row.NullableLong(4), row.NullableString(5));
}
