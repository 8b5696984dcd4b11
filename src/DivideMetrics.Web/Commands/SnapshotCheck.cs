using System.Security.Cryptography;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Snapshots;

namespace DivideMetrics.Web.Commands;

/// <summary>Holds the kept bytes of published vintages against their checksums.</summary>
internal static class SnapshotCheck
{
    private const int Named = 5;

    /// <summary>Reads every file that a published vintage names.</summary>
    public static async Task<Check> ExamineAsync(VintageQueries vintages, SnapshotStore snapshots, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var vintage in (await vintages.ListAsync(null, cancellationToken)).Where(vintage => vintage.IsPublished))
        {
            foreach (var file in await vintages.FilesAsync(vintage.Id, snapshots.PathOf, cancellationToken))
            {
                if (!known.ContainsKey(file.Sha256))
                {
                    var problem = await ProblemAsync(file, cancellationToken);
                    known[file.Sha256] = problem is null ? null : $"{file.Name} of {vintage.Source} {problem} ({file.Path})";
                    bytes += file.Length;
                }
            }
        }

        var wrong = known.Values.OfType<string>().ToList();
        return wrong.Count == 0
            ? Check.Ok(
                "snapshots", FormattableString.Invariant(
                    $"{known.Count} files of published vintages ({bytes / 1e6:0.0} MB) have their checksums"))
            : Check.Fail(
                "snapshots", FormattableString.Invariant(
                    $"{wrong.Count} of {known.Count} files are not as published: {string.Join("; ", wrong.Take(Named))}")
                + (wrong.Count > Named ? " …" : "")
                    + ". Restore them from a backup; 'ingest --source ID' brings those that the provider still serves.");
    }

    private static async Task<string?> ProblemAsync(RawFile file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = file.OpenRead();
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            return found == file.Sha256 ? null : "is damaged";
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return "is missing";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read: {failure.Message}";
        }
    }
}
