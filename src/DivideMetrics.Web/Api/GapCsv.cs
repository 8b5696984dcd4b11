using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Web.Api;

/// <summary>A measure of a gap with the indicator that it is about.</summary>
internal sealed record GapLine(Gap Gap, Indicator Indicator);

/// <summary>The columns of a file of measures: long, one row for each measure, subject, sex and year.</summary>
internal static class GapCsv
{
    private const string IndicatorsUnit = "indicator's unit";

    /// <summary>All of them, in order.</summary>
    public static readonly IReadOnlyList<CsvColumn<GapLine>> Columns =
    [
        new("MEASURE", "Measure id, see /api/v1/measures", line => line.Gap.Measure),
        new("REF_AREA", "The economy or group that it is about", line => line.Gap.Subject),
        new("SEX", "_T both, F female, M male", line => line.Gap.Sex.Code()),
        new("TIME_PERIOD", "Year it speaks of; the target year of a projection", line => CsvText.Of(line.Gap.Year)),
        new("VALUE", "Value; empty when not assessable or not published", line => CsvText.Of(line.Gap.Value)),
        new("LOWER", "Lower end of the interval", line => CsvText.Of(line.Gap.Lower)),
        new("UPPER", "Upper end of the interval", line => CsvText.Of(line.Gap.Upper)),
        new("UNIT_MEASURE", "The indicator's SDMX unit of measure, or the measure's own unit in words", UnitOf),
        new("COVERAGE_AREAS", "Members of the group with data", line => CsvText.Of(line.Gap.Coverage?.Areas)),
        new("COVERAGE_AREAS_OF", "All members of the group", line => CsvText.Of(line.Gap.Coverage?.AreasOf)),
        new("COVERAGE_POPULATION", "Share (0 to 1) of the group's population that lives in members with data", line => CsvText.Of(line.Gap.Coverage?.PopulationShare)),
        new("NOTE", "Class of a measure that classifies; why there is no value, or a remark on it", NoteOf),
    ];

    private static string? UnitOf(GapLine line)
    {
        var unit = MeasureRegistry.Find(line.Gap.Measure)?.Unit;
        return unit is null || unit.StartsWith(IndicatorsUnit, StringComparison.Ordinal) ? line.Indicator.Unit : unit;
    }

    private static string NoteOf(GapLine line) =>
        string.Join(": ", new[] { line.Gap.Category, line.Gap.Reason }.Where(text => !string.IsNullOrEmpty(text)));
}
