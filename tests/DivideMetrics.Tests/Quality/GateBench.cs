using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Sources;
using DivideMetrics.Tests.Sources;

namespace DivideMetrics.Tests.Quality;

/// <summary>What the gate said of a vintage.</summary>
internal sealed record Judged(GateVerdict Verdict, FindingSink Findings)
{
    /// <summary>Codes of the findings, each once, in order.</summary>
    public string Codes => string.Join(' ', Findings.Counts.Keys.Order(StringComparer.Ordinal));

    public IEnumerable<Finding> Of(string code) => Findings.Kept.Where(finding => finding.Code == code);
}

/// <summary>Invented figures that look like a provider's, and the gate over two states of them.</summary>
internal static class GateBench
{
    public const int Areas = 40;
    public const int FirstYear = 2010;
    public const int Years = 14;

    public static SourceSeries Percent(string code) => new(code, code, "PT", 0, 100);

    public static SourceSeries Count(string code) => new(code, code, "PS", 0, null);

    public static SourceDefinition Source(params SourceSeries[] series) => Workbench.Source("delimited", "x") with { Series = series };

    public static string Area(int number) => FormattableString.Invariant($"A{number:00}");

    /// <summary>Shares that rise along an S-curve, with noise of their own in each series; two decimals.</summary>
    public static List<Observation> Usual(SeriesKey key, double factor = 1)
    {
        var noise = new Random(key.Code.Sum(letter => letter) + (int)key.Sex);
        var rows = new List<Observation>();
        for (var area = 0; area < Areas; area++)
        {
            for (var year = 0; year < Years; year++)
            {
                var share = 90 / (1 + Math.Exp(-0.25 * (year - (area % 12)))) + noise.NextDouble();
                rows.Add(new(key, Area(area), FirstYear + year, Math.Round(share, 2) * factor));
            }
        }

        return rows;
    }

    public static List<Observation> Usual(string code) => Usual(new SeriesKey(code));

    /// <summary>Every area has a million people, A00 a thousand millions.</summary>
    public static IReadOnlyDictionary<string, double> People { get; } =
        Enumerable.Range(0, Areas).ToDictionary(Area, area => area == 0 ? 1e9 : 1e6);

    public static Judged Judge(SourceDefinition source, IEnumerable<Observation> before, IEnumerable<Observation> now, int refused = 0)
    {
        var (keys, findings) = (new ObservationKeys(), new FindingSink());
        for (var count = 0; count < refused; count++)
        {
            findings.Add(new("out-of-bounds", Severity.Error, "A row that was refused."));
        }

        var previous = ObservationCollection.Collect(before, keys, [], new());
        var next = ObservationCollection.Collect(now, keys, [], findings);
        var difference = VintageDiff.Compare(previous, next, Tolerance.Of(source));
        return new(QualityGate.Judge(new(source, previous, next, difference, People, findings)), findings);
    }
}
