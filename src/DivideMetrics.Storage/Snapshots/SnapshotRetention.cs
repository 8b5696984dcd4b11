using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Snapshots;

/// <summary>What a sweep of the snapshots removed, or in a dry run would remove.</summary>
/// <param name="Files">Paths below the store's folder, ordered.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="Kept">How many files with bytes stay.</param>
/// <param name="Dry">True when nothing was removed.</param>
public sealed record RetentionReport(IReadOnlyList<string> Files, long Bytes, int Kept, bool Dry);

/// <summary>
/// Removes bytes that nothing needs: those of failed fetches and dry runs, once they are old. The bytes of every vintage that is or was
/// published, and of every one that is held back, stay for ever: any figure on any day can be traced to them.
/// </summary>
public sealed class SnapshotRetention(NpgsqlDataSource database, SnapshotStore snapshots, TimeProvider clock)
{
    /// <summary>The usual age from which bytes that nothing needs are removed.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    /// <summary>Younger bytes may belong to a run that is at work.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromDays(1);

    /// <summary>Sweeps the store.</summary>
    /// <param name="age">How long ago bytes must have been fetched last to be removed; at least <see cref="Least"/>.</param>
    /// <param name="dry">True to list what would be removed and remove nothing.</param>
    /// <param name="cancellationToken">Cancels between two files.</param>
    /// <exception cref="ArgumentOutOfRangeException">The age is shorter than a day.</exception>
    public async Task<RetentionReport> SweepAsync(TimeSpan age, bool dry, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(age, Least);
        var before = clock.GetUtcNow() - age;

        // the files first: what is fetched while the database is asked is younger than the limit, and is looked at once more before it goes
        var (old, young) = snapshots.Files(before);
        var needed = await NeededAsync(old.Select(file => file.Sha256).ToArray(), cancellationToken);
        var (removed, bytes) = (new List<string>(), 0L);
        foreach (var file in old.Where(file => !needed.Contains(file.Sha256)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (dry || snapshots.Remove(file, before))
            {
                removed.Add(file.Name);
                bytes += file.Length;
            }
        }

        return new(removed.Order(StringComparer.Ordinal).ToList(), bytes, young + old.Count - removed.Count, dry);
    }

    private async Task<HashSet<string>> NeededAsync(string[] checksums, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select distinct f.sha256
            from vintage_file as f
            join vintage as v on v.id = f.vintage_id
            where v.status <> 'trial'
              and f.sha256 = any ($1)
            """);
        command.Parameters.Add(new() { Value = checksums, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return (await command.ReadAllAsync(row => row.GetString(0), cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }
}
