using System.Globalization;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Http;

namespace DivideMetrics.Sources.Files;

/// <summary>
/// Fetches what a source's options name: delivered <c>files</c>, or the <c>address</c>, a template with <c>{location}</c>,
/// <c>{series}</c>, <c>{from}</c> and <c>{to}</c> (years). With <c>{series}</c> there is one file for each declared series; without an
/// address the location itself is fetched.
/// </summary>
internal sealed class TemplatedFetch(PoliteClient client, SourceFiles files, TimeProvider clock)
{
    /// <summary>Options that every adapter knows that fetches this way.</summary>
    public static readonly string[] Options = ["files", "address", "from"];

    private const string EarliestYear = "2000";

    /// <summary>Brings the files. A series that the provider does not know is left out with a Finding; any other failure fails the fetch.</summary>
    /// <param name="source">The source.</param>
    /// <param name="expected">What the answers must be.</param>
    /// <param name="extension">Extension of the files' names, with its dot.</param>
    /// <param name="store">Takes the bytes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="SourceException">The provider did not deliver, or refused every series.</exception>
    public async Task<FetchResult> BringAsync(
        SourceDefinition source, ExpectedContent expected, string extension, IRawStore store, CancellationToken cancellationToken)
    {
        if (source.Options.GetValueOrDefault("files") is { } paths)
        {
            return new(await files.BringAsync(source, PathsOf(paths), store, cancellationToken, expected), source.Released);
        }

        var template = source.Options.GetValueOrDefault("address") ?? "{location}";
        return template.Contains("{series}", StringComparison.Ordinal)
            ? await BringEachAsync(source, template, (expected, extension), store, cancellationToken)
            : new([await client.DownloadAsync(new(Address(source, template, null), "data" + extension, expected), store, cancellationToken)], source.Released);
    }

    private async Task<FetchResult> BringEachAsync(
        SourceDefinition source, string template, (ExpectedContent Expected, string Extension) kind, IRawStore store, CancellationToken cancellationToken)
    {
        var (brought, refused) = (new List<RawFile>(), new List<Finding>());
        foreach (var series in source.Series)
        {
            try
            {
                var download = new Download(Address(source, template, series.Code), NameOf(series.Code) + kind.Extension, kind.Expected);
                brought.Add(await client.DownloadAsync(download, store, cancellationToken));
            }
            catch (SourceException failure) when (failure.Refused)
            {
                refused.Add(new("series-refused", Severity.Warning, failure.Message, series.Code));
            }
        }

        return brought.Count > 0
            ? new(brought, source.Released) { Findings = refused }
            : throw new SourceException(
                $"Source {source.Id}: the provider refused all {refused.Count} series. {refused[0].Note}");
    }

    private Uri Address(SourceDefinition source, string template, string? series)
    {
        var text = template
            .Replace("{location}", source.Location.TrimEnd('/'), StringComparison.Ordinal)
            .Replace("{series}", Uri.EscapeDataString(series ?? ""), StringComparison.Ordinal)
            .Replace("{from}", source.Options.GetValueOrDefault("from") ?? EarliestYear, StringComparison.Ordinal)
            .Replace("{to}", clock.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SourceException($"Source {source.Id}: expected a web address, found '{text}'. Correct location and address in seeds/sources.");
    }

    private static List<string> PathsOf(string option) =>
        option.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.LastIndexOf('=') is var at and > 0 ? part[..at].TrimEnd() : part).ToList();

    private static string NameOf(string series) =>
        string.Concat(series.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' ? character : '-'));
}
