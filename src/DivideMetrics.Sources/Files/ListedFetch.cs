using DivideMetrics.Quality;
using DivideMetrics.Sources.Http;

namespace DivideMetrics.Sources.Files;

/// <summary>
/// Fetches delivered <c>files</c>, or one file for each of the <c>items</c> that the options list, from the <c>address</c>: a template with
/// <c>{location}</c> and <c>{item}</c>. For providers whose downloads are not one a series.
/// </summary>
internal sealed class ListedFetch(PoliteClient client, TemplatedFetch templated)
{
    /// <summary>Options that every adapter knows that fetches this way.</summary>
    public static readonly string[] Options = ["files", "items", "address"];

    private const string UsualAddress = "{location}/{item}";

    /// <summary>
    /// Brings the files. An item that the provider does not have is left out with a Finding; any other failure fails the fetch.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="kind">
    /// What the answers must be; the extension of the files' names, with its dot; and what is true for the start of an error body by which
    /// the provider says that it does not have the item.
    /// </param>
    /// <param name="store">Takes the bytes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="SourceException">The provider did not deliver, or refused every item.</exception>
    public async Task<FetchResult> BringAsync(
        SourceDefinition source,
        (ExpectedContent Expected, string Extension, Func<string, bool>? MeansRefused) kind,
        IRawStore store,
        CancellationToken cancellationToken)
    {
        if (source.Options.ContainsKey("files"))
        {
            return await templated.BringAsync(source, kind.Expected, kind.Extension, store, cancellationToken);
        }

        var (brought, refused) = (new List<RawFile>(), new List<Finding>());
        foreach (var item in ItemsOf(source))
        {
            try
            {
                var download = new Download(Address(source, item), NameOf(item) + kind.Extension, kind.Expected)
                {
                    MeansRefused = kind.MeansRefused,
                };
                brought.Add(await client.DownloadAsync(download, store, cancellationToken));
            }
            catch (SourceException failure) when (failure.Refused)
            {
                refused.Add(new("item-refused", Severity.Warning, failure.Message));
            }
        }

        return brought.Count > 0
            ? new(brought, source.Released) { Findings = refused }
            : throw new SourceException($"Source {source.Id}: the provider refused all {refused.Count} downloads. {refused[0].Note}");
    }

    private static string[] ItemsOf(SourceDefinition source)
    {
        var items = (source.Options.GetValueOrDefault("items") ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items.Length > 0
            ? items
            : throw new SourceException(
                $"Source {source.Id}: adapter '{source.Adapter}' needs the option 'items' or 'files'. Add it in seeds/sources.");
    }

    private static Uri Address(SourceDefinition source, string item)
    {
        var text = (source.Options.GetValueOrDefault("address") ?? UsualAddress)
            .Replace("{location}", source.Location.TrimEnd('/'), StringComparison.Ordinal)
            .Replace("{item}", item, StringComparison.Ordinal);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SourceException(
                $"Source {source.Id}: expected a web address, found '{text}'. Correct location and address in seeds/sources.");
    }

    private static string NameOf(string item) =>
        string.Concat(item.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' ? character : '-'));
}
