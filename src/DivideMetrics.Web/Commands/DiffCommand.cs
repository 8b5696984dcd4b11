using System.CommandLine;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Web.Hosting;
using DivideMetrics.Web.Revisions;

namespace DivideMetrics.Web.Commands;

/// <summary><c>diff</c>: compares two files (or folders, or archives) of one source, without any database.</summary>
internal static class DiffCommand
{
    private static readonly Option<string> Source = new("--source")
    {
        Description = "The source that both are of", HelpName = "ID", Required = true,
    };
    private static readonly Argument<string> Old = new("OLD") { Description = "File, folder or archive of the older state" };
    private static readonly Argument<string> New = new("NEW") { Description = "File, folder or archive of the newer state" };
    private static readonly Option<string> Format = new("--format")
    {
        Description = "text: counts and the greatest changes; csv, xlsx: every change", DefaultValueFactory = _ => "text",
    };
    private static readonly Option<string?> Out = new("--out") { Description = "Write to this file; needed for xlsx", HelpName = "FILE" };
    private static readonly Option<bool> All = new("--all")
    {
        Description = "As text, print every change and not only the greatest revisions and withdrawals",
    };
    private static readonly Option<string?> Adapter = CommandOptions.Adapter();
    private static readonly Option<string[]> AdapterOptions = CommandOptions.AdapterOptions();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("text", "csv", "xlsx");
        var command = new Command(
            "diff", "Compare two files of one source: created, revised, precision, status, withdrawn." + CommandOptions.ExitCodes)
        {
            Source, Old, New, Format, Out, All, Adapter, AdapterOptions,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (format, target) = (parsed.GetValue(Format)!, parsed.GetValue(Out));
        if (format == "xlsx" && target is null)
        {
            throw new UsageException("--format xlsx: expected --out FILE beside it.");
        }

        using var parts = CommandParts.Load();
        var options = CommandOptions.AdapterOptionsOf(parsed.GetValue(AdapterOptions) ?? []);
        var source = SourceReading.As(parts.Source(parsed.GetValue(Source)!), parsed.GetValue(Adapter), options);
        await using var services = CommandHost.WithoutDatabase(parts);
        var files = (LocalFiles.At(parsed.GetValue(Old)!), LocalFiles.At(parsed.GetValue(New)!));
        var compared = FileComparison.Of(services.GetRequiredService<Retrieval>(), source, files, cancellationToken);
        await using var stream = target is null ? Console.OpenStandardOutput() : File.Create(target);
        await WriteAsync(compared, (format, parsed.GetValue(All)), stream, cancellationToken);
        return ExitCode.Done;
    }

    private static Task WriteAsync(
        FileComparison compared, (string Format, bool All) how, Stream target, CancellationToken cancellationToken)
    {
        var difference = compared.Difference;
        return how.Format switch
        {
            "csv" => ChangeCsv.WriteAsync(target, difference.Changes, cancellationToken),
            "xlsx" => ChangeWorkbook.WriteAsync(target, difference.Changes, difference.Counts, cancellationToken),
            _ => DiffText.WriteAsync(target, compared, how.All),
        };
    }
}
