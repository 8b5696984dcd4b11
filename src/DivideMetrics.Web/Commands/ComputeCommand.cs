using System.CommandLine;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Commands;

/// <summary><c>compute</c>: figures and measures from the published vintages, once.</summary>
internal static class ComputeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "compute", "Compute figures and measures from what is imported. Equal inputs change nothing." + CommandOptions.ExitCodes);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var parts = CommandParts.Load();
        await using var host = await CommandHost.OpenAsync(parts, cancellationToken);
        var run = new ComputeRun(host);
        var done = false;
        await ProgressBoard.RunAsync(1, async board =>
        {
            board.Doing("computing the measures");
            done = await run.RunAsync(cancellationToken);
            board.Done(run.Line);
        });
        return done ? ExitCode.Done : ExitCode.NotStarted;
    }
}
