using System.CommandLine;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Origins;
using DivideMetrics.Storage.Snapshots;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Commands;

/// <summary><c>bundle</c>: writes the files of sources into one place, for a machine without a network.</summary>
internal static class BundleCommand
{
    private static readonly Option<string[]> Sources = CommandOptions.Sources(
        "Only this source; may be repeated. Without it: every source with a schedule");
    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder, or zip archive where the name ends in .zip; must be new", HelpName = "DIR|ZIP", Required = true,
    };
    private static readonly Option<bool> FromSnapshots = new("--from-snapshots")
    {
        Description = "Take what this installation published last in place of fetching anew",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "bundle",
            "Fetch sources and write them as a bundle, which 'ingest --bundle' and DIVIDEMETRICS_BUNDLE read." + CommandOptions.ExitCodes)
        {
            Sources, Out, FromSnapshots,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var parts = CommandParts.Load();
        var chosen = (parsed.GetValue(Sources) ?? []).Distinct(StringComparer.Ordinal).Select(parts.Source).ToList();
        var sources = chosen.Count > 0 ? chosen : parts.Catalog.Sources.Where(source => source.Schedule is not null).ToList();
        if (parsed.GetValue(FromSnapshots))
        {
            await using var host = await CommandHost.OpenAsync(parts, cancellationToken);
            return await WriteAsync(
                sources, new PublishedOrigin(host), parsed.GetValue(Out)!, (host.Get<SnapshotStore>(), cancellationToken));
        }

        await using var services = CommandHost.WithoutDatabase(parts);
        var store = services.GetRequiredService<SnapshotStore>();
        return await WriteAsync(sources, services.GetRequiredService<IByteOrigin>(), parsed.GetValue(Out)!, (store, cancellationToken));
    }

    /// <summary>A source that fails is not in the bundle; the others are, and the command says that it failed.</summary>
    private static async Task<int> WriteAsync(
        IReadOnlyList<SourceDefinition> sources, IByteOrigin origin, string target, (IRawStore Store, CancellationToken Stop) where)
    {
        var failed = 0;
        using var writer = BundleWriter.Create(target);
        await ProgressBoard.RunAsync(sources.Count, async board =>
        {
            foreach (var source in sources)
            {
                failed += await OneAsync(source, origin, writer, (board, where.Store, where.Stop)) ? 0 : 1;
            }
        });
        return failed == 0 ? ExitCode.Done : ExitCode.NotStarted;
    }

    private static async Task<bool> OneAsync(
        SourceDefinition source, IByteOrigin origin, BundleWriter writer,
        (ProgressBoard Board, IRawStore Store, CancellationToken Stop) with)
    {
        with.Board.Doing($"{source.Id}: fetching");
        var watched = new WatchedOrigin(origin, (files, bytes) =>
            with.Board.Doing(FormattableString.Invariant($"{source.Id}: {CommandOptions.Files(files)}, {bytes / 1e6:0.0} MB")));
        try
        {
            var fetched = await watched.FetchAsync(source, with.Store, with.Stop);
            await writer.AddAsync(source, fetched, fetched.RetrievedAt ?? DateTimeOffset.UtcNow, with.Stop);
            with.Board.Done(
                FormattableString.Invariant(
                    $"{source.Id}: {CommandOptions.Files(fetched.Files.Count)}, {fetched.Files.Sum(file => file.Length)} bytes"));
            return true;
        }
        catch (SourceException failure)
        {
            with.Board.Done($"{source.Id}: failed, and not in the bundle{Environment.NewLine}  {failure.Message}");
            return false;
        }
    }
}
