namespace DivideMetrics.Storage.Observations;

/// <summary>
/// Which state of the figures is asked for. Both null: the current one. Both set: of the releases until the one day, those that this
/// instance had published until the other.
/// </summary>
/// <param name="AsOf"><c>asof=</c>: releases until this day, by the provider's release date, else the day of retrieval.</param>
/// <param name="Seen"><c>seen=</c>: what this instance had published until the end of this day (UTC).</param>
public readonly record struct ReadAt(DateOnly? AsOf, DateOnly? Seen)
{
    /// <summary>The current state.</summary>
    public static ReadAt Now => default;

    /// <summary>True for the current state.</summary>
    public bool IsNow => AsOf is null && Seen is null;
}
