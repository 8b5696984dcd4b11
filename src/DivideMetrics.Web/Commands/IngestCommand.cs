using System.CommandLine;

namespace DivideMetrics.Web.Commands;

/// <summary>
/// <c>ingest</c>: imports sources in this process, under the same lock and through the same pipeline as the job, then computes.
/// </summary>
internal static class IngestCommand
{
    private static readonly Option<string[]> Sources = CommandOptions.Sources(
        "Import only this source; may be repeated. Without it: every scheduled source, or all of the bundle");
    private static readonly Option<string?> Bundle = new("--bundle")
    {
        Description = "Import from this folder or zip archive in place of the network", HelpName = "DIR|ZIP",
    };
    private static readonly Option<string?> Map = new("--map")
    {
        Description = "Map (YAML) that says which files of the bundle belong to which source", HelpName = "FILE",
    };
    private static readonly Option<string[]> Files = new("--file")
    {
        Description = "Import this file for the one source that --source names; may be repeated", HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Adapter = CommandOptions.Adapter();
    private static readonly Option<string[]> AdapterOptions = CommandOptions.AdapterOptions();
    private static readonly Option<bool> Dry = new("--dry-run") { Description = "Fetch, read, compare and judge, and publish nothing" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "ingest", "Import sources now, from the network, a bundle or files, and compute the measures from them."
                + CommandOptions.ExitCodes)
        {
            Sources, Bundle, Map, Files, Adapter, AdapterOptions, Dry,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var parts = CommandParts.Load();
        var request = RequestOf(parsed, parts);
        await using var host = await CommandHost.OpenAsync(parts, cancellationToken);
        using var plan = IngestPlan.Of(request, parts, host);
        var run = new IngestRun(host, request.Dry);
        await ProgressBoard.RunAsync(plan.Imports.Count + 1, board => run.AllAsync(plan, board, cancellationToken));
        return run.ExitCode;
    }

    /// <summary>What was asked for, checked before a database is started for nothing.</summary>
    private static PlanRequest RequestOf(ParseResult parsed, CommandParts parts)
    {
        var chosen = (parsed.GetValue(Sources) ?? []).Distinct(StringComparer.Ordinal).Select(parts.Source).ToList();
        var request = new PlanRequest(chosen, parsed.GetValue(Files) ?? [], parsed.GetValue(Dry))
        {
            Bundle = parsed.GetValue(Bundle) ?? (parsed.GetValue(Files) is { Length: > 0 } ? null : parts.Settings.Bundle),
            Map = parsed.GetValue(Map),
            Adapter = parsed.GetValue(Adapter),
            Options = CommandOptions.AdapterOptionsOf(parsed.GetValue(AdapterOptions) ?? []),
        };
        request.Check();
        return request;
    }
}
