namespace DivideMetrics.Quality.Checks;

/// <summary>At how many points something was held against a rule, and how many broke it.</summary>
/// <param name="Name">The rule in words, as a sentence's subject.</param>
internal sealed record Tally(string Name)
{
    /// <summary>Fewer points say nothing about a source.</summary>
    private const int LeastPoints = 20;

    /// <summary>Points at which all that the rule needs has a value.</summary>
    public long Judged { get; set; }

    /// <summary>Points of these that break it.</summary>
    public long Broken { get; set; }

    /// <summary>Why the vintage is held back; null while the share is within the limit.</summary>
    public string? Reason(double most) => Judged >= LeastPoints && Broken > most * Judged
        ? FormattableString.Invariant(
            $"{Name} fails at {Broken} of {Judged} points ({(double)Broken / Judged:p1}), at most {most:p1} may fail.")
        : null;
}
