using DivideMetrics.Quality;

namespace DivideMetrics.Sources.Files;

/// <summary>
/// A fetch of several parts: one that the provider says it does not have is left out with a Finding, any other failure fails the whole.
/// </summary>
internal sealed class PartialFetch(SourceDefinition source)
{
    private readonly List<RawFile> _files = [];
    private readonly List<Finding> _refused = [];

    /// <summary>Brings the files of a part.</summary>
    /// <param name="series">The series that the part is, when it is one.</param>
    /// <param name="bring">Brings them.</param>
    /// <exception cref="SourceException">They did not come whole.</exception>
    public async Task TryAsync(string? series, Func<Task<IReadOnlyList<RawFile>>> bring)
    {
        try
        {
            _files.AddRange(await bring());
        }
        catch (SourceException failure) when (failure.Refused)
        {
            _refused.Add(new("series-refused", Severity.Warning, failure.Message, series));
        }
    }

    /// <summary>What came.</summary>
    /// <exception cref="SourceException">Nothing came.</exception>
    public FetchResult Result() => _files.Count > 0
        ? new(_files, source.Released) { Findings = _refused }
        : throw new SourceException(
            $"Source {source.Id}: the provider has none of the {_refused.Count} parts that were asked for. {_refused.FirstOrDefault()?.Note}");
}
