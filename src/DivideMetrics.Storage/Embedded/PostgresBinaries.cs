using System.Globalization;
using System.Text.RegularExpressions;

namespace DivideMetrics.Storage.Embedded;

/// <summary>One set of PostgreSQL programs.</summary>
/// <param name="Folder">The folder that holds at least <c>initdb</c> and <c>postgres</c>.</param>
/// <param name="Version">The version which <c>postgres --version</c> reports; its major part decides which clusters it opens.</param>
internal sealed partial record PostgresBinaries(string Folder, Version Version)
{
    public int Major => Version.Major;

    public string Program(string name) => ProgramIn(Folder, name);

    public bool Has(string name) => File.Exists(Program(name));

    /// <summary>Looks at one folder; null when it holds no working PostgreSQL of version 12 or later.</summary>
    public static async Task<PostgresBinaries?> ProbeAsync(string folder, CancellationToken ct)
    {
        if (!File.Exists(ProgramIn(folder, "postgres")) || !File.Exists(ProgramIn(folder, "initdb")))
        {
            return null;
        }

        var answer = await Command.RunAsync([ProgramIn(folder, "postgres"), "--version"], TimeSpan.FromSeconds(10), ct);
        var match = VersionText().Match(answer.Output);
        if (!answer.Succeeded || !match.Success)
        {
            return null;
        }

        var major = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var minor = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 0;
        return major >= 12 ? new PostgresBinaries(folder, new Version(major, minor)) : null;
    }

    private static string ProgramIn(string folder, string name) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)(?:\.(\d+))?")]
    private static partial Regex VersionText();
}
