using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality;

/// <summary>A declared series in the state before and now.</summary>
/// <param name="Key">The series.</param>
/// <param name="Declared">What the source declares of it.</param>
/// <param name="Before">Its rows in the state before; empty when it is new.</param>
/// <param name="Now">Its rows now; empty when it is gone.</param>
internal sealed record SeriesRun(SeriesKey Key, SourceSeries Declared, Range Before, Range Now)
{
    /// <summary>True when it had points and has none.</summary>
    public bool IsGone => Before.End.Value > Before.Start.Value && Now.End.Value == Now.Start.Value;

    /// <summary>True when it had points before and has some now.</summary>
    public bool IsKept => Before.End.Value > Before.Start.Value && Now.End.Value > Now.Start.Value;

    /// <summary>The series in words: its code, and its dimensions where it is split.</summary>
    public string Name => string.Join(' ', new[]
    {
        Key.Code,
        Key.Sex == Sex.Total ? null : $"SEX {Key.Sex.Code()}",
        Key.Age == "_T" ? null : $"AGE {Key.Age}",
        Key.Urbanisation == "_T" ? null : $"URBANISATION {Key.Urbanisation}",
        Key.Breakdown == "_T" ? null : Key.Breakdown,
    }.OfType<string>());
}

/// <summary>
/// What the checks of the gate look at: the declared series of both states, found once. A series that left the seeds is no series that the
/// provider lost, and is not here. Ordered by the series' keys, so that no verdict depends on the order of rows.
/// </summary>
internal sealed class GateView
{
    private readonly Dictionary<SeriesKey, SeriesRun> _byKey;

    public GateView(GateInput input)
    {
        Input = input;
        var declared = input.Source.Series.ToDictionary(series => series.Code, StringComparer.Ordinal);
        var (before, now) = (RunsOf(input.Previous), RunsOf(input.Next));
        Series = before.Keys.Union(now.Keys).Where(key => declared.ContainsKey(key.Code))
            .Select(key => new SeriesRun(key, declared[key.Code], before.GetValueOrDefault(key), now.GetValueOrDefault(key)))
            .OrderBy(run => run.Key.Code, StringComparer.Ordinal).ThenBy(run => run.Key.Sex)
            .ThenBy(run => run.Key.Age, StringComparer.Ordinal)
            .ThenBy(run => run.Key.Urbanisation, StringComparer.Ordinal).ThenBy(run => run.Key.Breakdown, StringComparer.Ordinal).ToList();
        _byKey = Series.ToDictionary(run => run.Key);
    }

    /// <summary>Everything that the gate was given.</summary>
    public GateInput Input { get; }

    /// <summary>The source's limits.</summary>
    public SourceLimits Limits => Input.Source.Limits;

    /// <summary>The declared series that have points in one of the states.</summary>
    public IReadOnlyList<SeriesRun> Series { get; }

    /// <summary>True before anything of the source was published.</summary>
    public bool IsFirst => Input.Previous.Count == 0;

    /// <summary>A series by its key; null when it has no points.</summary>
    public SeriesRun? Find(SeriesKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>Its rows before.</summary>
    public SeriesSlice Before(SeriesRun run) => new(Input.Previous.PackedKeys[run.Before], Input.Previous.Values[run.Before]);

    /// <summary>Its rows now.</summary>
    public SeriesSlice Now(SeriesRun run) => new(Input.Next.PackedKeys[run.Now], Input.Next.Values[run.Now]);

    /// <summary>REF_AREA by its number.</summary>
    public string AreaOf(int number) => Input.Next.Keys.AreaAt(number);

    /// <summary>Adds a finding about a point of a series.</summary>
    public void Warn(string code, SeriesRun run, ulong key, (double? Old, double? New, string Note) what) =>
        Input.Findings.Add(Warning(code, run, key, what));

    /// <summary>A finding about a point of a series.</summary>
    public Finding Warning(string code, SeriesRun run, ulong key, (double? Old, double? New, string Note) what) => new(
        code, Severity.Warning, what.Note, run.Key.Code, AreaOf(PackedKey.Area(key)),
        PackedKey.Year(key).ToString(CultureInfo.InvariantCulture), Old: what.Old, New: what.New);

    /// <summary>Looks at every series, several at once, and adds what is found in the order of the series.</summary>
    /// <param name="look">Looks at one series and may not change anything: gives its findings and whatever else is to be known.</param>
    /// <returns>What <paramref name="look"/> gave, in the order of the series.</returns>
    public IReadOnlyList<T> LookAtEach<T>(Func<SeriesRun, (IReadOnlyList<Finding> Findings, T Known)> look)
    {
        var known = new List<T>(Series.Count);
        foreach (var (findings, one) in Series.AsParallel().AsOrdered().Select(look).AsSequential())
        {
            foreach (var finding in findings)
            {
                Input.Findings.Add(finding);
            }

            known.Add(one);
        }

        return known;
    }

    private static Dictionary<SeriesKey, Range> RunsOf(ObservationTable table)
    {
        var runs = new Dictionary<SeriesKey, Range>();
        var keys = table.PackedKeys;
        for (var start = 0; start < keys.Length;)
        {
            var number = PackedKey.Series(keys[start]);
            var found = keys[start..].BinarySearch(PackedKey.Of(number + 1, 0, 0));
            var end = start + (found >= 0 ? found : ~found);
            runs.Add(table.Keys.SeriesAt(number), start..end);
            start = end;
        }

        return runs;
    }
}
