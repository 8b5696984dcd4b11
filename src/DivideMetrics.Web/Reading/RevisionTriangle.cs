using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>A value as one release had it.</summary>
/// <param name="Value">The value; null when the provider said missing.</param>
/// <param name="Status">OBS_STATUS.</param>
/// <param name="Moved">True when the release before had another value.</param>
public sealed record TriangleCell(double? Value, ObsStatus Status, bool Moved);

/// <summary>
/// Every value that a series had for an area: a row for each year, a column for each release, as national accounts show revisions.
/// </summary>
/// <param name="Releases">The releases, oldest first; those that changed nothing here are left out.</param>
/// <param name="Rows">The years, newest first, each with a cell for each release; null where the release had no point.</param>
public sealed record RevisionTriangle(IReadOnlyList<Vintage> Releases, IReadOnlyList<(int Year, IReadOnlyList<TriangleCell?> Cells)> Rows)
{
    /// <summary>How many times a value moved from one release to the next.</summary>
    public int Moves => Rows.Sum(row => row.Cells.Count(cell => cell is { Moved: true }));

    /// <summary>Builds it.</summary>
    /// <param name="versions">Every value of every point of the series for the area.</param>
    /// <param name="published">The source's published vintages.</param>
    public static RevisionTriangle Of(IReadOnlyList<HeldObservation> versions, IEnumerable<Vintage> published)
    {
        var touched = versions.SelectMany(version => new[] { version.From, version.To ?? version.From }).ToHashSet();
        var known = published.ToDictionary(vintage => vintage.Id);
        var releases = known.Values.Where(vintage => touched.Contains(vintage.Id)).OrderBy(vintage => vintage.Position).ToList();
        var rows = versions.GroupBy(version => version.Observation.Year).OrderByDescending(year => year.Key)
            .Select(year => (year.Key, CellsOf(year.ToList(), releases, known))).ToList();
        return new(releases, rows);
    }

    private static IReadOnlyList<TriangleCell?> CellsOf(List<HeldObservation> versions, List<Vintage> releases, Dictionary<long, Vintage> known)
    {
        var cells = new List<TriangleCell?>();
        foreach (var release in releases)
        {
            var version = versions.Find(one => Holds(one, release, known));
            var before = cells.Count == 0 ? null : cells[^1];
            cells.Add(version is null ? null : new(
                version.Observation.Value, version.Observation.Status, before is not null && before.Value != version.Observation.Value));
        }

        return cells;
    }

    private static bool Holds(HeldObservation version, Vintage release, Dictionary<long, Vintage> known) =>
        known[version.From].Position <= release.Position && (version.To is not { } end || known[end].Position > release.Position);
}
