using System.CommandLine;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Commands;

/// <summary><c>doctor</c>: looks at everything that the program stands on and changes nothing.</summary>
internal static class DoctorCommand
{
    private static readonly Option<bool> Network = new("--network") { Description = "Also ask whether each source's location answers" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "doctor",
            "Check seeds, home folder, database, snapshots, sources and schedule; one line a check, with what to do."
                + CommandOptions.ExitCodes)
        {
            Network,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var hasFailed = false;
        await foreach (var check in Doctor.ExamineAsync(parsed.GetValue(Network), cancellationToken))
        {
            hasFailed |= check.Level == CheckLevel.Fail;
            await Console.Out.WriteLineAsync(check.ToString());
        }

        return hasFailed ? ExitCode.NotStarted : ExitCode.Done;
    }
}

/// <summary>How a check came out.</summary>
internal enum CheckLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The program runs, and something wants attention.</summary>
    Warn,

    /// <summary>Broken.</summary>
    Fail,
}

/// <summary>What one check found.</summary>
/// <param name="Level">How it came out.</param>
/// <param name="Name">What was looked at.</param>
/// <param name="Found">What was found and, unless all is well, what to do.</param>
internal sealed record Check(CheckLevel Level, string Name, string Found)
{
    public static Check Ok(string name, string found) => new(CheckLevel.Ok, name, found);

    public static Check Warn(string name, string found) => new(CheckLevel.Warn, name, found);

    public static Check Fail(string name, string found) => new(CheckLevel.Fail, name, found);

    public override string ToString() => $"{Level.ToString().ToLowerInvariant(),-5} {Name}: {Found}";
}
