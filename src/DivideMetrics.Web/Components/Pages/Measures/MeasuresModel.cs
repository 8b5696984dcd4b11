using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Indices;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Measures;

/// <summary>Everything that is measured of one indicator in one economy or group. Made from rows.</summary>
public sealed record MeasuresModel
{
    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>Code of the economy or group.</summary>
    public required string Subject { get; init; }

    /// <summary>Newest row of each measure, in the order of the registry.</summary>
    public required IReadOnlyList<MeasuredRow> Rows { get; init; }

    /// <summary>The counted rules of progress.</summary>
    public required IReadOnlyList<MeasuredRow> Rules { get; init; }

    /// <summary>The distances: one yardstick a row.</summary>
    public required IReadOnlyList<DistanceRow> Distances { get; init; }

    /// <summary>The other measures, by question.</summary>
    public required IReadOnlyList<(MeasureFamily Family, IReadOnlyList<MeasuredRow> Rows)> Families { get; init; }

    /// <summary>The lines over time.</summary>
    public required LinesFigure Lines { get; init; }

    /// <summary>Inequality over time; null where fewer than two years are published.</summary>
    public LinesFigure? Inequality { get; init; }

    /// <summary>The Lorenz curve of a group; null for an economy, and where there is none.</summary>
    public LorenzFigure? Lorenz { get; init; }

    /// <summary>The parts of a composite index; empty for other indicators.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];

    /// <summary>How many of the counted rules see the subject on course, in words; null where they do not apply.</summary>
    public Gap? Summary => Rows.FirstOrDefault(row => row.Measure.Id == MeasureFamilies.Summary)?.Newest;

    /// <summary>Builds the model.</summary>
    /// <param name="facts">The indicator.</param>
    /// <param name="catalog">The declarations.</param>
    /// <param name="subject">Code of an economy or group.</param>
    /// <param name="gaps">Its measures of this indicator.</param>
    /// <param name="inputs">What a group's measures were computed from; null for an economy, which has no Lorenz curve.</param>
    public static MeasuresModel Of(IndicatorFacts facts, Catalog catalog, string subject, IReadOnlyList<Gap> gaps, GapInputs? inputs)
    {
        var (areas, rows) = (catalog.Areas, RowsOf(gaps));
        return new()
        {
            Indicator = facts.Indicator,
            Subject = subject,
            Rows = rows,
            Rules = MeasureFamilies.CountedRules.Select(id => rows.FirstOrDefault(row => row.Measure.Id == id)).OfType<MeasuredRow>().ToList(),
            Distances = DistanceRow.Of(rows),
            Families = MeasureFamilies.Of(rows),
            Lines = GroupLines.Of(facts, areas, Compared(areas, subject), Sex.Total, TimeWindow.All),
            Parts = rows.FirstOrDefault(row => row.Measure.Id == IndexMeasures.Score.Id) is { } score ? ScorePart.Of(gaps, score.Newest.Year, catalog) : [],
            Inequality = InequalityLines.Of(rows),
            Lorenz = inputs is null ? null : LorenzFigure.Of(inputs, rows.FirstOrDefault(row => row.Measure.Id == MeasureIds.Gini)?.Years ?? [], areas, subject),
        };
    }

    /// <summary>The measures of one subject: for each, its rows by year and the newest of them.</summary>
    internal static List<MeasuredRow> RowsOf(IEnumerable<Gap> gaps)
    {
        var order = MeasureRegistry.All.Concat(MeasureRegistry.OfComposites).Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        return gaps.Where(gap => gap.Sex == Sex.Total && order.ContainsKey(gap.Measure)).GroupBy(gap => gap.Measure, StringComparer.Ordinal)
            .OrderBy(measure => order[measure.Key])
            .Select(measure => measure.OrderBy(gap => gap.Year).ToList())
            .Select(years => new MeasuredRow(MeasureRegistry.Find(years[0].Measure)!, NewestOf(years), years)).ToList();
    }

    /// <summary>The newest with a value when it is at most three years older than the newest of all: else the newest, which says why there is none.</summary>
    private static Gap NewestOf(List<Gap> years) => years.FindLast(gap => gap.Value is not null) is { } valued && valued.Year >= years[^1].Year - 3 ? valued : years[^1];

    /// <summary>The subject, and what it is read against: its income group and the world.</summary>
    private static List<string> Compared(AreaCatalog areas, string subject) =>
        new[] { subject, areas.GroupOf(subject, AreaGroupKind.IncomeGroup)?.Code, IndicatorFacts.World }.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
}

/// <summary>The distance to one yardstick, said in three ways.</summary>
/// <param name="Absolute">In the indicator's unit.</param>
/// <param name="Relative">As a share of the yardstick; null where it is not measured.</param>
/// <param name="Deviations">In standard deviations; null where it is not measured.</param>
public sealed record DistanceRow(MeasuredRow Absolute, MeasuredRow? Relative, MeasuredRow? Deviations)
{
    /// <summary>The distances among the rows.</summary>
    public static IReadOnlyList<DistanceRow> Of(IReadOnlyList<MeasuredRow> rows)
    {
        var known = rows.Where(row => row.Measure.Id.StartsWith(MeasureFamilies.DistancePrefix, StringComparison.Ordinal))
            .ToDictionary(row => row.Measure.Id, StringComparer.Ordinal);
        return known.Values.Where(row => !row.Measure.Id.EndsWith("-relative", StringComparison.Ordinal) && !row.Measure.Id.EndsWith("-sd", StringComparison.Ordinal))
            .Select(row => new DistanceRow(row, known.GetValueOrDefault(row.Measure.Id + "-relative"), known.GetValueOrDefault(row.Measure.Id + "-sd"))).ToList();
    }
}
