using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality;

/// <summary>Collects what was read from the files of a vintage: each key once, a second value for one is a Finding.</summary>
public static class ObservationCollection
{
    /// <summary>Code of the findings about rows whose key came before.</summary>
    internal const string DuplicateKey = "duplicate-key";

    /// <summary>Reads all rows into a table.</summary>
    /// <param name="rows">The rows, read once.</param>
    /// <param name="keys">Numbers of series and areas; shared with the state that the table is compared with.</param>
    /// <param name="files">The vintage's files, for the places in findings.</param>
    /// <param name="findings">Takes a Finding <c>duplicate-key</c> for every row whose key came before: Warning when it says the same, else Error.</param>
    public static ObservationTable Collect(
        IEnumerable<Observation> rows, ObservationKeys keys, IReadOnlyList<RawFile> files, FindingSink findings)
    {
        var builder = new ObservationTableBuilder(keys);
        foreach (var row in rows)
        {
            builder.Add(row);
        }

        return builder.Build((kept, left) => findings.Add(FindingOf(kept, left, files)));
    }

    private static Finding FindingOf(in Observation kept, in Observation left, IReadOnlyList<RawFile> files)
    {
        var (severity, note) = kept == left
            ? (Severity.Warning, "The same row came before; it counts once.")
            : (Severity.Error, $"A value for {left.Area} in this period came before: {Text(kept)}. It is kept, and {Text(left)} is left out.");
        var file = left.Place.Row > 0 && left.Place.File < files.Count ? files[left.Place.File].Name : null;
        return new(
            DuplicateKey, severity, note, left.Series.Code, left.Area, left.Year.ToString(CultureInfo.InvariantCulture), file,
            file is null ? null : left.Place.Row);
    }

    private static string Text(in Observation row) => FormattableString.Invariant($"{row.Value?.ToString(CultureInfo.InvariantCulture) ?? "no value"} ({row.Status})");
}
