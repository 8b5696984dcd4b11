namespace DivideMetrics.Storage.Embedded;

/// <summary>The shell commands that bring a cluster to a newer major version, for the operator to read and run.</summary>
/// <param name="cluster">The cluster to upgrade.</param>
/// <param name="major">The major version that made it.</param>
/// <param name="newer">The programs of the newer version.</param>
/// <param name="account">The account that owns the cluster.</param>
internal sealed class UpgradeCommand(Cluster cluster, int major, PostgresBinaries newer, ServerAccount account)
{
    /// <summary>
    /// A work folder of the cluster's owner, a new cluster in it, pg_upgrade (which copies; the old cluster stays), and the exchange.
    /// </summary>
    public string Text
    {
        get
        {
            var work = Path.Combine(cluster.Home, "upgrade");
            var (data, password, bin) = (Path.Combine(work, "data"), Path.Combine(work, "password"), NewFolder);
            string[] initialise = [$"--pgdata={data}", $"--username={Cluster.User}", $"--pwfile={password}", .. Cluster.InitialisationOptions];
            string[] upgrade =
            [
                $"--username={Cluster.User}", $"--old-bindir={OldFolder}", $"--new-bindir={bin}",
                $"--old-datadir={cluster.Folder}", $"--new-datadir={data}", "--socketdir=/tmp",
            ];
            string[] steps =
            [
                $"install -d -m 700 {Owner}{Quoted(work)}",
                $"install -m 600 {Owner}{Quoted(ServerPassword.FileIn(cluster.Home))} {Quoted(password)}",
                $"cd {Quoted(work)}",
                Line(Path.Combine(bin, "initdb"), initialise),
                $"PGPASSWORD=\"$(cat {Quoted(password)})\" {Line(Path.Combine(bin, "pg_upgrade"), upgrade)}",
                $"mv {Quoted(cluster.Folder)} {Quoted($"{cluster.Folder}-{major}")}",
                $"mv {Quoted(data)} {Quoted(cluster.Folder)}",
            ];
            return string.Join(" &&\n", steps.Select(step => "  " + step));
        }
    }

    private string NewFolder => newer.Has("pg_upgrade") ? newer.Folder : $"/usr/lib/postgresql/{newer.Major}/bin";

    /// <summary>Distributions keep the majors side by side, in folders that differ in the number alone.</summary>
    private string OldFolder => NewFolder
        .Replace($"/{newer.Major}/", $"/{major}/", StringComparison.Ordinal)
        .Replace($"-{newer.Major}/", $"-{major}/", StringComparison.Ordinal)
        .Replace($"@{newer.Major}/", $"@{major}/", StringComparison.Ordinal);

    private string Owner => account.Owner is { } owner ? $"-o {owner.User} -g {owner.Group} " : "";

    private string Line(string program, IReadOnlyList<string> arguments) =>
        string.Join(' ', account.Line(program, arguments).Select(Quoted));

    private static string Quoted(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || "/-_.=+@:".Contains(letter))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
