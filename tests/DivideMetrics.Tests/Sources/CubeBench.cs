using System.Text;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>Builders for tests of the formats with dimensions.</summary>
internal static class CubeBench
{
    /// <summary>What every specimen called <c>cube-</c> says.</summary>
    public static readonly IReadOnlyList<Observation> SpecimenRows =
    [
        new(new SeriesKey("X", Sex.Female), "IND", 2030, 40.5),
        new(new SeriesKey("X"), "IND", 2030, 43.25, ObsStatus.E),
        new(new SeriesKey("X"), "IND", 2031, null, ObsStatus.M),
        new(new SeriesKey("X"), "KEN", 2030, 10, ObsStatus.P),
        new(new SeriesKey("X"), "KEN", 2031, 12),
    ];

    /// <summary>A source of the series X with options as <c>key: value</c> lines.</summary>
    public static SourceDefinition Cube(string adapter, params string[] options) => Workbench.Source(adapter, "https://example.org/x", "X") with
    {
        Options = options.Select(option => option.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]),
    };

    /// <summary>The observations in one order, whatever the format's.</summary>
    public static IEnumerable<Observation> Sorted(IEnumerable<Observation> rows) =>
        rows.OrderBy(row => row.Area).ThenBy(row => row.Year).ThenByDescending(row => row.Series.Sex).ThenBy(row => row.Series.Breakdown)
            .ThenBy(row => row.Series.Age);

    /// <summary>Reads one text.</summary>
    public static List<Observation> Read(this Workbench bench, SourceDefinition source, string text) =>
        bench.Parse(source, bench.RawBytes("x", Encoding.UTF8.GetBytes(text)));

    /// <summary>The codes of the findings, each with its count.</summary>
    public static IEnumerable<string> Codes(this FindingSink findings) => findings.Counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}");
}
