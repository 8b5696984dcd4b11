using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;
using Npgsql;

namespace DivideMetrics.Storage.Figures;

/// <summary>
/// Finds out when series changed last. The state of a vintage never changes, so a series that has its last change at the same place in the
/// order of release says the same: a new vintage of a source in which three of sixty series changed leaves the others' places as they were.
/// </summary>
public sealed class SeriesChanges(NpgsqlDataSource database)
{
    /// <summary>For each series of these codes that has had a point until a vintage: the place in the order of release of its last change.</summary>
    /// <param name="vintage">The vintage.</param>
    /// <param name="codes">Series codes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyDictionary<SeriesKey, long>> UntilAsync(
        Vintage vintage, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select r.code, r.sex, r.age, r.urbanisation, r.breakdown, c.position
            from series as r
            join (
                select o.series_id, max(o.from_position) as position
                from observation as o
                where o.source_number = (select number from source where id = $1)
                  and o.series_id = any (array(select id from series where source = $1 and code = any ($2)))
                  and o.from_position <= $3
                group by o.series_id
            ) as c on c.series_id = r.id
            """);
        command.Parameters.Add(new() { Value = vintage.Source });
        command.Parameters.Add(new() { Value = codes.ToArray() });
        command.Parameters.Add(new() { Value = vintage.Position });
        return (await command.ReadAllAsync(row => (Key: Reading.SeriesKey(row, 0), Position: row.GetInt64(5)), cancellationToken))
            .ToDictionary(pair => pair.Key, pair => pair.Position);
    }
}
