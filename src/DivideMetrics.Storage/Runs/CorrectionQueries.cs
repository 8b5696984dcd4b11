using DivideMetrics.Quality;
using Npgsql;

namespace DivideMetrics.Storage.Runs;

/// <summary>Reads where corrections were at work.</summary>
public sealed class CorrectionQueries(NpgsqlDataSource database)
{
    /// <summary>
    /// For each of these corrections the first published vintage in which it corrected a point, found by the finding that it left; those that
    /// were not at work yet are absent.
    /// </summary>
    /// <param name="corrections">Corrections as declared.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Vintage ids.</returns>
    public async Task<IReadOnlyDictionary<Correction, long>> FirstVintagesAsync(
        IReadOnlyList<Correction> corrections, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select c.place, min(v.id)
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as c (source, series, because, place)
            join finding as f on f.code = 'corrected' and f.series = c.series and right(f.note, length(c.because)) = c.because
            join run as r on r.id = f.run_id
            join vintage as v on v.id = r.vintage_id and v.source = c.source and v.status = 'published'
            group by c.place
            """);
        command.Parameters.Add(new() { Value = corrections.Select(correction => correction.Source).ToArray() });
        command.Parameters.Add(new() { Value = corrections.Select(correction => correction.Series.Code).ToArray() });
        command.Parameters.Add(new() { Value = corrections.Select(correction => correction.Because).ToArray() });
        return (await command.ReadAllAsync(row => (Place: (int)row.GetInt64(0), Vintage: row.GetInt64(1)), cancellationToken))
            .ToDictionary(pair => corrections[pair.Place - 1], pair => pair.Vintage);
    }
}
