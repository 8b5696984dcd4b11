using System.Globalization;
using DivideMetrics.Quality;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Runs;

namespace DivideMetrics.Web.Commands;

/// <summary>What came of one import.</summary>
/// <param name="Title">The source, and which of its releases.</param>
internal sealed record ImportResult(string Title)
{
    /// <summary>The run; null when there was none or it failed.</summary>
    public Run? Run { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Problem { get; init; }

    /// <summary>What was met.</summary>
    public FindingSink Findings { get; init; } = new();

    /// <summary>Files fetched.</summary>
    public int Files { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>Greatest working set of the process meanwhile, in MB.</summary>
    public long PeakMegabytes { get; init; }

    /// <summary>True when nothing came of it.</summary>
    public bool HasFailed => Run is null;

    /// <summary>Rows that were read: those that became observations, and those that were refused or stood twice.</summary>
    private long RowsRead =>
        Run!.RowsRead + Findings.Errors + Findings.Kept.Count(finding => finding is { Code: "duplicate-key", Severity: Severity.Warning });

    /// <summary>One line for people and scripts.</summary>
    public string Line()
    {
        if (Run is not { } run)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Title}: failed; {Cost}{Environment.NewLine}  {Problem}");
        }

        var read = run.Status == RunStatus.Unchanged ? "" : $"{Rows(run)}; {Changes(run.Difference)}; ";
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{Title}: {Word(run)}; {CommandOptions.Files(Files)}, {read}findings: {Codes}; {Cost}");
        return run.Message is { } message ? $"{line}{Environment.NewLine}  {message}" : line;
    }

    private string Rows(Run run) => FormattableString.Invariant($"{RowsRead} rows read, {run.RowsRead} observations");

    private static string Changes(Difference change) => FormattableString.Invariant($"{change.Created} created, {change.Revised} revised, ")
        + FormattableString.Invariant($"{change.Precision} precision, {change.StatusChanged} status, {change.Withdrawn} withdrawn");

    /// <summary>All results in one line.</summary>
    public static string Summary(IReadOnlyList<ImportResult> results)
    {
        var words = results.GroupBy(result => result.Run is { } run ? Word(run) : "failed")
            .Select(group => FormattableString.Invariant($"{group.Count()} {group.Key}"));
        var observations = results.Sum(result => result.Run?.RowsRead ?? 0);
        var seconds = results.Sum(result => result.Seconds);
        return FormattableString.Invariant($"imports: {string.Join(", ", words)}; {observations} observations, {seconds:0.0} s");
    }

    private string Cost => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0.0} s, peak {PeakMegabytes} MB");

    private string Codes => Findings.Counts.Count == 0
        ? "none"
        : string.Join(
            ", ", Findings.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value}")));

    private static string Word(Run run) => run.Status switch
    {
        RunStatus.Trial => "dry run, would be published",
        RunStatus.Quarantined when run.Dry => "dry run, would be held in quarantine",
        RunStatus.Quarantined => "held in quarantine",
        _ => run.Status.ToString().ToLowerInvariant(),
    };
}
