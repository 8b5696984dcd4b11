using System.Text.Json.Serialization;
using DivideMetrics.Observations;

namespace DivideMetrics.Quality;

/// <summary>What a correction does to a provider's point.</summary>
public enum CorrectionAction
{
    /// <summary>Leaves it out.</summary>
    Drop,

    /// <summary>
    /// Replaces its value (and its status, where one is given); adds it where the provider has none and the guard says so.
    /// </summary>
    Override,

    /// <summary>Multiplies its value.</summary>
    Scale,

    /// <summary>Replaces its status.</summary>
    Flag,
}

/// <summary>What a provider must still say for a correction to hold; anything else stops the run, for then it was repaired.</summary>
/// <param name="Absent">There must be no value.</param>
/// <param name="Value">The value that is expected; null expects none in particular.</param>
/// <param name="Status">The status that is expected; null expects none in particular.</param>
/// <param name="Tolerance">How far the value may be off, in the series' unit; null leaves it to the series.</param>
public sealed record CorrectionGuard(bool Absent, double? Value, ObsStatus? Status, double? Tolerance);

/// <summary>A correction of a provider's figures as declared in <c>seeds/corrections/*.yml</c>.</summary>
public sealed record Correction
{
    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>What is done.</summary>
    public required CorrectionAction Action { get; init; }

    /// <summary>The series.</summary>
    public required SeriesKey Series { get; init; }

    /// <summary>REF_AREAs; all when empty.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>TIME_PERIODs; all when empty.</summary>
    public IReadOnlyList<int> Periods { get; init; } = [];

    /// <summary>The right value, for an override; null when it is missing.</summary>
    public double? Value { get; init; }

    /// <summary>The multiplier, for a scale.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>The right status, for a flag and where an override gives one.</summary>
    public ObsStatus? Status { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who decided it.</summary>
    public required string By { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where the evidence stands; null when nowhere public.</summary>
    public string? Link { get; init; }

    /// <summary>What the provider must still say; null when the correction holds whatever it says.</summary>
    public CorrectionGuard? Expect { get; init; }

    /// <summary>File in which it is declared.</summary>
    public required string File { get; init; }

    /// <summary>Line on which it begins.</summary>
    public required long Line { get; init; }

    /// <summary>Why, by whom and when: the words with which every finding of it ends.</summary>
    [JsonIgnore] // what it is made of is part of the fingerprint already
    public string Because => FormattableString.Invariant($"{Reason} ({By}, {Date:yyyy-MM-dd})");

    /// <summary>True for the points of these areas and periods; the series is not looked at.</summary>
    internal bool Selects(in Observation row) =>
        (Areas.Count == 0 || Areas.Contains(row.Area, StringComparer.Ordinal)) && (Periods.Count == 0 || Periods.Contains(row.Year));

    /// <summary>The point as it is to be; null when it is to be left out.</summary>
    internal Observation? ApplyTo(in Observation row) => Action switch
    {
        CorrectionAction.Drop => null,
        CorrectionAction.Scale => row with { Value = row.Value * Factor },
        CorrectionAction.Flag => row with { Status = Status!.Value },
        _ => row with { Value = Value, Status = Status ?? (row.Status.SaysMissing() ? ObsStatus.A : row.Status) },
    };
}
