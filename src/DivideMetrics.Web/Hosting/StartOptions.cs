using DivideMetrics.Jobs;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Hosting;

/// <summary>The command line.</summary>
/// <param name="Role">Which part of the work this process does.</param>
/// <param name="Help">True when only the usage is asked for.</param>
/// <param name="Settings">Arguments for the host's configuration: <c>--urls</c> and settings such as <c>--Logging:LogLevel:Default</c>.</param>
internal sealed record StartOptions(Role Role, bool Help, IReadOnlyList<string> Settings)
{
    /// <summary>How the program is called.</summary>
    public const string Usage =
        """
        usage: DivideMetrics.Web [--role all|web|worker] [--urls http://address:port]
               DivideMetrics.Web ingest|diff|compute|bundle|export|doctor [--help]

        Without a command the program serves.

          --role   all (default): pages and jobs; web: pages only; worker: jobs only
          --urls   where to answer (default http://localhost:8080)
          --help   this text

        The administrators' desk is at /admin. While it has no administrator, each start prints a link that makes the first one.
        When nobody can sign in any more, --Desk:NewAdministrator "A name" prints one for a new account.

        Environment:
          ConnectionStrings__DivideMetrics  PostgreSQL to use; without it a private one is run
          DIVIDEMETRICS_HOME                folder of the private database, snapshots and keys
          DIVIDEMETRICS_SEEDS               folder of the declarations
          DIVIDEMETRICS_DATA                folder of the delivered figures
          DIVIDEMETRICS_BUNDLE              folder or zip to import from in place of the network
        """;

    private static readonly string[] HostSettings = ["--urls", "--environment"];

    /// <summary>Reads the command line.</summary>
    public static Parsed<StartOptions> Parse(IReadOnlyList<string> arguments)
    {
        var options = new StartOptions(Role.All, false, []);
        var settings = new List<string>();
        for (var at = 0; at < arguments.Count; at++)
        {
            var (name, value) = Split(arguments[at]);
            if (name is "--help" or "-h" or "-?")
            {
                return new(options with { Help = true }, null);
            }

            if (name != "--role" && !IsSetting(name))
            {
                return Wrong("option", arguments[at], $"--role, --urls, --help or one of the commands {string.Join(", ", Commands.CommandLine.Names)} in the first place");
            }

            if ((value ?? (++at < arguments.Count ? arguments[at] : null)) is not { Length: > 0 } given)
            {
                return Wrong(name, "", "a value");
            }

            if (name != "--role")
            {
                settings.AddRange([name, given]);
            }
            else if (RoleOf(given) is { } role)
            {
                options = options with { Role = role };
            }
            else
            {
                return Wrong(name, given, "all, web or worker");
            }
        }

        return new(options with { Settings = settings }, null);
    }

    private static Parsed<StartOptions> Wrong(string name, string found, string expected) => new(null, new(name, found, expected));

    private static Role? RoleOf(string text) => text switch
    {
        "all" => Role.All,
        "web" => Role.Web,
        "worker" => Role.Worker,
        _ => null,
    };

    private static bool IsSetting(string name) => HostSettings.Contains(name) || (name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':'));

    private static (string Name, string? Value) Split(string argument) =>
        argument.IndexOf('=') is > 0 and var at ? (argument[..at], argument[(at + 1)..]) : (argument, null);
}
