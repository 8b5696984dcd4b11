using DivideMetrics.Observations;

namespace DivideMetrics.Revisions;

/// <summary>What happened to a point between two states of a source.</summary>
public enum ChangeKind : byte
{
    /// <summary>The point is the same.</summary>
    None,

    /// <summary>CREATE: the point is new.</summary>
    Create,

    /// <summary>UPDATE value: the value moved by more than the tolerance, appeared or went. A <em>revision</em>.</summary>
    UpdateValue,

    /// <summary>UPDATE precision: the value moved by no more than the tolerance. Stored, and no revision.</summary>
    UpdatePrecision,

    /// <summary>UPDATE status: the value stands, OBS_STATUS changed.</summary>
    UpdateStatus,

    /// <summary>WITHDRAW: the point is gone from a series that is still there.</summary>
    Withdraw,
}

/// <summary>A point in two states.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Old">The point as it was; null when it is new.</param>
/// <param name="New">The point as it is; null when it is withdrawn.</param>
public readonly record struct Change(ChangeKind Kind, Observation? Old, Observation? New)
{
    /// <summary>Series, area and year are the same in both states.</summary>
    private Observation Any => New ?? Old!.Value;

    /// <summary>The series.</summary>
    public SeriesKey Series => Any.Series;

    /// <summary>REF_AREA.</summary>
    public string Area => Any.Area;

    /// <summary>TIME_PERIOD.</summary>
    public int Year => Any.Year;

    /// <summary>New less old value; null where one of them is missing.</summary>
    public double? Difference => New?.Value - Old?.Value;

    /// <summary>True when OBS_STATUS differs, whatever else changed.</summary>
    public bool ChangesStatus => Old is { } old && New is { } now && old.Status != now.Status;
}

/// <summary>How often each kind of change occurs.</summary>
/// <param name="Same">Points that are the same.</param>
/// <param name="Created">New points.</param>
/// <param name="Revised">Points whose value moved by more than the tolerance.</param>
/// <param name="Precision">Points whose value moved by no more than the tolerance.</param>
/// <param name="Status">Points whose OBS_STATUS alone changed.</param>
/// <param name="Withdrawn">Points that are gone.</param>
public sealed record ChangeCounts(long Same, long Created, long Revised, long Precision, long Status, long Withdrawn)
{
    /// <summary>Points in both states.</summary>
    public long Common => Same + Revised + Precision + Status;

    /// <summary>Points that are written: everything but the same.</summary>
    public long Changed => Created + Revised + Precision + Status + Withdrawn;
}
