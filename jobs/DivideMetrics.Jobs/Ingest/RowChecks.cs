using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>
/// What the store relies on, whatever the adapter did: values are finite and inside the declared bounds, and where
/// there is no value the status says missing. What does not pass is a Finding of severity Error.
/// </summary>
internal sealed class RowChecks(SourceDefinition source, FindingSink findings)
{
    private readonly Dictionary<string, SourceSeries> _declared = source.Series.ToDictionary(series => series.Code, StringComparer.Ordinal);

    // most rows are of the series of the row before them
    private string? _lastCode;
    private SourceSeries? _last;

    /// <summary>The rows that pass, lazily.</summary>
    public IEnumerable<Observation> Passing(IEnumerable<Observation> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Problem(row) is { } problem)
            {
                findings.Add(new(problem.Code, Severity.Error, problem.Note, row.Series.Code, row.Area, row.Year.ToString(CultureInfo.InvariantCulture)));
            }
            else
            {
                yield return row;
            }
        }
    }

    private (string Code, string Note)? Problem(in Observation row)
    {
        if (row.Value is { } value && !double.IsFinite(value))
        {
            return ("not-a-number", "Expected a finite number, found NaN or infinity.");
        }

        if (row.Value is null != row.Status.SaysMissing())
        {
            var found = row.Value is null ? "without" : "with";
            return ("status-conflict", $"Expected a value, or a status that says missing (L, M, O, Q), found status {row.Status} {found} a value.");
        }

        return DeclaredOf(row.Series) is { } series && (row.Value < series.Min || row.Value > series.Max)
            ? ("out-of-bounds", FormattableString.Invariant($"Expected {series.Min} to {series.Max}, found {row.Value}."))
            : null;
    }

    private SourceSeries? DeclaredOf(SeriesKey series)
    {
        if (!ReferenceEquals(series.Code, _lastCode))
        {
            (_lastCode, _last) = (series.Code, _declared.GetValueOrDefault(series.Code));
        }

        return _last;
    }
}
