using System.CommandLine;
using DivideMetrics.Indicators;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Commands;

/// <summary><c>export</c>: the published figures of indicators with their metadata, as files.</summary>
internal static class ExportCommand
{
    private static readonly Option<string[]> Chosen = new("--indicator")
    {
        Description = "Only this indicator; may be repeated", HelpName = "ID", AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Format = new("--format") { Description = "csv or json", DefaultValueFactory = _ => "csv" };
    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for the files; made when it is missing", HelpName = "DIR", Required = true,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("csv", "json");
        var command = new Command(
            "export",
            "Write the published figures of indicators, each with a file of metadata. "
            + "Sources whose licence forbids bulk exports are left out and named." + CommandOptions.ExitCodes)
        {
            Chosen, Format, Out,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var parts = CommandParts.Load();
        var chosen = (parsed.GetValue(Chosen) ?? []).Distinct(StringComparer.Ordinal).Select(id => Find(parts, id)).ToList();
        await using var host = await CommandHost.OpenAsync(parts, cancellationToken);
        var export = await FigureExport.OpenAsync(host, parsed.GetValue(Out)!, cancellationToken);
        foreach (var indicator in chosen.Count > 0 ? chosen : parts.Catalog.Indicators)
        {
            await Console.Out.WriteLineAsync(await export.WriteAsync(indicator, parsed.GetValue(Format)!, cancellationToken));
        }

        return ExitCode.Done;
    }

    private static Indicator Find(CommandParts parts, string id) => parts.Catalog.FindIndicator(id)
        ?? throw new UsageException(
            $"--indicator: expected one of {string.Join(", ", parts.Catalog.Indicators.Select(indicator => indicator.Id))}, found '{id}'.");
}
