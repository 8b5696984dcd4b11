using DivideMetrics.Revisions;

namespace DivideMetrics.Storage;

/// <summary>What a publication changed; of one that was not published, what it would have changed.</summary>
/// <param name="Created">Keys that had no current row.</param>
/// <param name="Updated">Keys whose current row was replaced.</param>
/// <param name="Withdrawn">Keys whose current row ended without a successor.</param>
public sealed record Difference(long Created, long Updated, long Withdrawn)
{
    /// <summary>No change.</summary>
    public static Difference None { get; } = new(0, 0, 0);

    /// <summary>Of the updated: values that moved by more than their tolerance.</summary>
    public long Revised { get; init; }

    /// <summary>Of the updated: values that moved by no more than their tolerance.</summary>
    public long Precision { get; init; }

    /// <summary>Of the updated: values that stand and whose OBS_STATUS alone changed.</summary>
    public long StatusChanged { get; init; }

    /// <summary>True when nothing changed.</summary>
    public bool IsEmpty => Created == 0 && Updated == 0 && Withdrawn == 0;

    /// <summary>The counts of a comparison.</summary>
    public static Difference Of(ChangeCounts counts) => new(counts.Created, counts.Revised + counts.Precision + counts.Status, counts.Withdrawn)
    {
        Revised = counts.Revised,
        Precision = counts.Precision,
        StatusChanged = counts.Status,
    };
}
