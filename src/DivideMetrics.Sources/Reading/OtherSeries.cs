using DivideMetrics.Quality;

namespace DivideMetrics.Sources.Reading;

/// <summary>Series that a file brings along and the source does not declare: said once for a vintage, no errors.</summary>
internal sealed class OtherSeries(ParseRequest request)
{
    private const int Named = 20;

    private readonly SortedSet<string> _codes = new(StringComparer.Ordinal);

    /// <summary>Notes one.</summary>
    public void Add(string code) => _codes.Add(code);

    /// <summary>After the last row: the Finding about all of them.</summary>
    public void Report()
    {
        if (_codes.Count > 0)
        {
            request.Findings.Add(new Finding(
                "unknown-series",
                Severity.Info,
                $"{_codes.Count} series of the files are not declared by the source and are left out: " +
                $"{string.Join(", ", _codes.Take(Named))}."));
        }
    }
}
