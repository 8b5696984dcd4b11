using System.CommandLine;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Commands;

/// <summary>The commands of the one executable. Without a command it serves.</summary>
internal static class CommandLine
{
    private static readonly Command[] All =
    [
        IngestCommand.Create(), DiffCommand.Create(), ComputeCommand.Create(), BundleCommand.Create(), ExportCommand.Create(),
        DoctorCommand.Create(),
    ];

    /// <summary>The names of the commands.</summary>
    public static IEnumerable<string> Names => All.Select(command => command.Name);

    /// <summary>True when the program is asked for a command.</summary>
    public static bool IsCommand(IReadOnlyList<string> arguments) => arguments.Count > 0 && Names.Contains(arguments[0]);

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code: 0 done, 2 bad usage, 3 failed, 4 held in quarantine.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments) => RunAsync(arguments, Console.Out);

    /// <summary>Runs the command; its help goes to the writer.</summary>
    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter help)
    {
        var root = new RootCommand("DivideMetrics measures the digital divide." + CommandOptions.ExitCodes);
        foreach (var command in All)
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync($"'{parsed.CommandResult.Command.Name} --help' tells how the command is called.");
            return ExitCode.Usage;
        }

        var how = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = help };
        return await ExitCode.OfCommandAsync(stop => parsed.InvokeAsync(how, stop));
    }
}
