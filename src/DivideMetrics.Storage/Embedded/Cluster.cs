using System.Globalization;

namespace DivideMetrics.Storage.Embedded;

/// <summary>The data folder of the private server, <c>postgres</c> in the home folder.</summary>
internal sealed class Cluster(string home)
{
    /// <summary>The superuser, which owns everything.</summary>
    public const string User = "divide_metrics";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public string Home => home;

    public string Folder { get; } = Path.Combine(home, "postgres");

    public string LogFile { get; } = Path.Combine(home, "postgres.log");

    /// <summary>The major version that made the cluster; null when there is none yet.</summary>
    /// <exception cref="EmbeddedPostgresException">The folder holds something else than a cluster.</exception>
    public int? Major()
    {
        var path = Path.Combine(Folder, "PG_VERSION");
        if (File.Exists(path))
        {
            return int.TryParse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                ? major
                : throw new EmbeddedPostgresException(
                    $"{path} should hold PostgreSQL's major version, but holds \"{File.ReadAllText(path).Trim()}\". Restore it from a backup.");
        }

        return !Directory.Exists(Folder) || !Directory.EnumerateFileSystemEntries(Folder).Any()
            ? null
            : throw new EmbeddedPostgresException(
                $"The folder {Folder} should hold a PostgreSQL cluster or nothing, but has files and no PG_VERSION. "
                + $"Move it away, or name another data folder with {HomeFolder.Variable}=/path/of/a/folder.");
    }

    /// <summary>
    /// Makes the cluster when there is none: beside its place, and moved there when complete, so that an interrupted first
    /// start leaves only a remnant, which the next start removes.
    /// </summary>
    /// <returns>The password of <see cref="User"/>.</returns>
    public async Task<string> PrepareAsync(PostgresBinaries binaries, ServerAccount account, CancellationToken ct)
    {
        RemoveUnfinished();
        var exists = Major() is not null;
        var password = ServerPassword.In(home);
        if (!exists)
        {
            password.Keep(home);
            await InitialiseAsync(binaries, account, password, ct);
        }
        else if (password.IsNew)
        {
            await account.GiveAsync(Folder, ct);
            await SetPasswordAsync(binaries, account, password, ct);
            password.Keep(home);
        }
        else
        {
            await account.GiveAsync(Folder, ct);
        }

        return password.Text;
    }

    private async Task InitialiseAsync(PostgresBinaries binaries, ServerAccount account, ServerPassword password, CancellationToken ct)
    {
        var unfinished = Path.Combine(home, $"postgres.new-{Guid.NewGuid():n}");
        var folder = Path.Combine(unfinished, "data");
        var passwordFile = Path.Combine(unfinished, "password");
        HomeFolder.Create(unfinished);
        password.WriteTo(passwordFile);
        await account.GiveAsync(unfinished, ct);
        var line = account.Line(
            binaries.Program("initdb"),
            [$"--pgdata={folder}", $"--username={User}", $"--pwfile={passwordFile}", .. InitialisationOptions]);
        var answer = await Command.RunAsync(line, Limit, ct);
        if (!answer.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL {binaries.Version} ({binaries.Folder}) could not make its data folder {folder}: {answer.Output}\n"
                + $"Check that the disk has about 100 MB free ({FreeSpace()} now) and that {home} is writable.");
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder);
        }

        Directory.Move(folder, Folder);
        Directory.Delete(unfinished, recursive: true);
    }

    private void RemoveUnfinished()
    {
        foreach (var unfinished in Directory.GetDirectories(home, "postgres.new-*"))
        {
            try
            {
                Directory.Delete(unfinished, recursive: true);
            }
            catch (IOException)
            {
                // The initdb of a killed program may still write there for a second; the next start removes the rest.
            }
        }
    }

    /// <summary>How a cluster is made; an upgrade makes its new one in the same way.</summary>
    public static IReadOnlyList<string> InitialisationOptions { get; } =
        ["--encoding=UTF8", "--locale=C", "--auth=scram-sha-256", "--data-checksums", "--no-instructions"];

    /// <summary>Gives the superuser a new password with the server down, for a password file that was lost.</summary>
    private async Task SetPasswordAsync(PostgresBinaries binaries, ServerAccount account, ServerPassword password, CancellationToken ct)
    {
        var line = account.Line(binaries.Program("postgres"), ["--single", "-D", Folder, "-c", "password_encryption=scram-sha-256", "postgres"]);
        var answer = await Command.RunAsync(line, Limit, ct, $"alter role {User} password '{password.Text}'\n");
        if (!answer.Succeeded || answer.Output.Contains("ERROR:", StringComparison.Ordinal))
        {
            throw new EmbeddedPostgresException(
                $"{ServerPassword.FileIn(home)} is missing and the server in {Folder} could not be given a new password: {answer.Output}");
        }
    }

    private string FreeSpace()
    {
        try
        {
            return $"{new DriveInfo(home).AvailableFreeSpace / 1_000_000} MB";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}
