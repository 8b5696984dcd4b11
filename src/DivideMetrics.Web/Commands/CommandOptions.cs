using System.CommandLine;

namespace DivideMetrics.Web.Commands;

/// <summary>Options that several commands know.</summary>
internal static class CommandOptions
{
    /// <summary>What every command says at the end of its description.</summary>
    public const string ExitCodes = " Exit codes: 0 done, 2 bad usage, 3 failed, 4 held in quarantine.";

    /// <summary>"1 file" or "3 files".</summary>
    public static string Files(int count) => count == 1 ? "1 file" : FormattableString.Invariant($"{count} files");

    /// <summary><c>--source ID</c>, any number of times.</summary>
    public static Option<string[]> Sources(string description) =>
        new("--source") { Description = description, HelpName = "ID", AllowMultipleArgumentsPerToken = true };

    /// <summary><c>--adapter KEY</c>.</summary>
    public static Option<string?> Adapter() =>
        new("--adapter") { Description = "Adapter that reads the files, where it is not the source's own", HelpName = "KEY" };

    /// <summary><c>--option NAME=VALUE</c>, any number of times.</summary>
    public static Option<string[]> AdapterOptions() =>
        new("--option") { Description = "An option for the adapter, in place of all that the source declares", HelpName = "NAME=VALUE" };

    /// <summary>Options for an adapter as they were given; null when none was.</summary>
    /// <exception cref="UsageException">One has no name.</exception>
    public static IReadOnlyDictionary<string, string>? AdapterOptionsOf(IReadOnlyList<string> given)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in given)
        {
            var at = option.IndexOf('=');
            if (at < 1 || !options.TryAdd(option[..at], option[(at + 1)..]))
            {
                throw new UsageException($"--option: expected NAME=VALUE, each name once, found '{option}'.");
            }
        }

        return given.Count == 0 ? null : options;
    }
}
