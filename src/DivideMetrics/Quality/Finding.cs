namespace DivideMetrics.Quality;

/// <summary>How grave a Finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing that was asked for is missing.</summary>
    Info,

    /// <summary>Doubtful; the value was taken, or belongs to nothing of today.</summary>
    Warning,

    /// <summary>Wrong; the value was not taken.</summary>
    Error,
}

/// <summary>A bad or doubtful datum: collected, stored and shown, never thrown.</summary>
/// <param name="Code">Stable code in kebab case, for example <c>unknown-area</c>, <c>out-of-bounds</c>, <c>not-a-number</c>, <c>duplicate-key</c>, <c>unknown-series</c>.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Note">What was expected, what was found.</param>
/// <param name="Series">Series code, when there is one.</param>
/// <param name="Area">REF_AREA or the provider's spelling.</param>
/// <param name="Period">TIME_PERIOD as found.</param>
/// <param name="File">File name.</param>
/// <param name="Line">Line counted from 1; the ordinal of the row where the format has no lines.</param>
/// <param name="Old">The value before, when the Finding is about a change.</param>
/// <param name="New">The value now, when the Finding is about one.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    string Note,
    string? Series = null,
    string? Area = null,
    string? Period = null,
    string? File = null,
    long? Line = null,
    double? Old = null,
    double? New = null);

/// <summary>Collects findings: counts all, keeps the first <see cref="KeptPerCode"/> of each code.</summary>
public sealed class FindingSink
{
    /// <summary>How many of one code are kept in full.</summary>
    public const int KeptPerCode = 200;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<Finding> _kept = [];

    /// <summary>The findings kept.</summary>
    public IReadOnlyList<Finding> Kept => _kept;

    /// <summary>How many of each code were seen.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>How many of severity Error were seen.</summary>
    public int Errors { get; private set; }

    /// <summary>Takes one.</summary>
    public void Add(Finding finding)
    {
        var count = _counts.GetValueOrDefault(finding.Code) + 1;
        _counts[finding.Code] = count;
        Errors += finding.Severity == Severity.Error ? 1 : 0;
        if (count <= KeptPerCode)
        {
            _kept.Add(finding);
        }
    }
}
