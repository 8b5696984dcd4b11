using System.Security.Cryptography;
using System.Text.Json;
using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality;

/// <summary>All corrections that the seeds declare.</summary>
/// <param name="All">In the order in which they are applied: by file, then as they stand in it.</param>
public sealed record Corrections(IReadOnlyList<Correction> All)
{
    /// <summary>No correction at all.</summary>
    public static Corrections None { get; } = new([]);

    /// <summary>Those of a source.</summary>
    public SourceCorrections For(SourceDefinition source) =>
        new(All.Where(correction => correction.Source == source.Id).ToList(), Tolerance.Of(source));
}

/// <summary>The corrections of one source, to be applied to what its adapter reads, before anything judges it.</summary>
public sealed class SourceCorrections
{
    private readonly IReadOnlyList<Correction> _corrections;
    private readonly Func<SeriesKey, SeriesTolerance> _tolerance;

    internal SourceCorrections(IReadOnlyList<Correction> corrections, Func<SeriesKey, SeriesTolerance> tolerance) =>
        (_corrections, _tolerance) = (corrections, tolerance);

    /// <summary>
    /// SHA-256 over what the corrections say, wherever they stand; empty without corrections. Part of what decides how bytes are read:
    /// when it changes, the same bytes are read again.
    /// </summary>
    public string Fingerprint => _corrections.Count == 0
        ? ""
        : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
            _corrections.Select(correction => correction with { File = "", Line = 0 }))));

    /// <summary>
    /// Applies them, lazily and in order. Each corrected point is a Finding <c>corrected</c> (Info) with the old and the new value; a
    /// correction without guard that met no point is a Finding <c>correction-unused</c> (Warning) after the last row.
    /// </summary>
    /// <param name="rows">What the adapter read.</param>
    /// <param name="findings">Takes the findings.</param>
    /// <exception cref="SourceException">
    /// While rows are read: a guard is not met, so the provider has repaired the value or changed it again.
    /// </exception>
    public IEnumerable<Observation> Apply(IEnumerable<Observation> rows, FindingSink findings) =>
        _corrections.Count == 0 ? rows : Corrected(rows, new(_corrections, _tolerance, findings));

    private static IEnumerable<Observation> Corrected(IEnumerable<Observation> rows, CorrectionRun run)
    {
        foreach (var row in rows)
        {
            if (run.Correct(row) is { } corrected)
            {
                yield return corrected;
            }
        }

        foreach (var added in run.Finish())
        {
            yield return added;
        }
    }
}
