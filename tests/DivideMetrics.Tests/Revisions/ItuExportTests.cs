using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Reading;
using DivideMetrics.Tests.Sources;

namespace DivideMetrics.Tests.Revisions;

/// <summary>Two exports of one series, a year apart, keyed by area and year.</summary>
public sealed class ItuExportTests
{
    private static readonly SourceDefinition Source =
        Workbench.Source("delimited", "x") with { Series = [new("i99H", "Individuals using the Internet", "PT", 0, 100)] };

    private readonly ObservationKeys _keys = new();

    [Fact]
    public void Difference_is_as_counted_by_hand()
    {
        var counts = Compare(out _, out _).Counts;
        Assert.Equal(
            (4844, 371, 3065, 0, 62, 255),
            (counts.Common, counts.Revised, counts.Precision, counts.Status, counts.Withdrawn, counts.Created));
    }

    [Fact]
    public void Yearly_update_passes_the_gate_and_tells_what_was_revised()
    {
        var difference = Compare(out var old, out var now);
        var findings = new FindingSink();
        var verdict = QualityGate.Judge(new(Source, old, now, difference, new Dictionary<string, double>(), findings));
        var revised = Assert.Single(findings.Kept, finding => finding.Code == "revised");
        Assert.Empty(verdict.Reasons);
        Assert.Contains("371 of 4844 common points", revised.Note, StringComparison.Ordinal);
        Assert.Equal((Severity.Info, "BWA", "2021"), (revised.Severity, revised.Area, revised.Period));
    }

    private VintageDiff Compare(out ObservationTable old, out ObservationTable now)
    {
        old = Export("itu/datahub-2025-03/individuals-using-the-internet_1741283929073.csv");
        now = Export("itu/datahub-2026-05/individuals-using-the-internet.csv");
        return VintageDiff.Compare(old, now, Tolerance.Of(Source));
    }

    /// <summary>The columns entityIso, dataYear and dataValue; the codes are the export's own.</summary>
    private ObservationTable Export(string path)
    {
        // one of the exports holds U+FFFD in a footnote, which the reader takes for damage
        using var text = new StringReader(File.ReadAllText(Workbench.Shared(path)).Replace('\uFFFD', '?'));
        var reader = new CsvReader(text, path);
        reader.Read();
        var columns = reader.Fields.ToList();
        var (area, year, value) = (columns.IndexOf("entityIso"), columns.IndexOf("dataYear"), columns.IndexOf("dataValue"));
        var (builder, series) = (new ObservationTableBuilder(_keys), new SeriesKey("i99H"));
        while (reader.Read())
        {
            var fields = reader.Fields;
            builder.Add(new(
                series, fields[area], int.Parse(fields[year], CultureInfo.InvariantCulture), double.Parse(fields[value], CultureInfo.InvariantCulture)));
        }

        return builder.Build();
    }
}
