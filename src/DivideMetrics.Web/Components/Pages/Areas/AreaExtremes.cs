using DivideMetrics.Indicators;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Areas;

/// <summary>Where an economy is strong, and where its gaps are widest, in plain sentences.</summary>
/// <param name="Strengths">The indicators in which it stands best against the mean of its income group.</param>
/// <param name="Gaps">The indicators with the widest gap to the goal or the frontier.</param>
public sealed record AreaExtremes(IReadOnlyList<AreaRow> Strengths, IReadOnlyList<AreaRow> Gaps)
{
    private const int Most = 3;

    /// <summary>The three strongest and the three widest gaps; an indicator stands in one of the two only.</summary>
    public static AreaExtremes Of(IReadOnlyList<AreaRow> rows)
    {
        var strengths = rows.Where(row => Lead(row) > 0).OrderByDescending(Lead).ThenBy(row => row.Indicator.Id, StringComparer.Ordinal).Take(Most).ToList();
        return new(strengths, rows.Where(row => row is { Gap: { Value: > 0, Category: not "met" } }).Except(strengths).OrderByDescending(row => row.RelativeGap).ThenBy(row => row.Indicator.Id, StringComparer.Ordinal).Take(Most).ToList());
    }

    /// <summary>A strength as a sentence.</summary>
    public static string Strength(AreaRow row) => T("{0}: {1} in {2}, against {3} in its income group.", T(row.Indicator.Title), Numbers.Value(row.Indicator, row.Value), Numbers.Year(row.Figure.Year), Numbers.Value(row.Indicator, row.GroupMean!.Value));

    /// <summary>A gap as a sentence.</summary>
    public static string Gap(AreaRow row) => T("{0}: {1} in {2}, {3}.", T(row.Indicator.Title), Numbers.Value(row.Indicator, row.Value), Numbers.Year(row.Figure.Year), FigureRows.GapText(row.Indicator, row.Gap));

    // How far it is ahead of its income group, as a share of the bar.
    private static double Lead(AreaRow row) => row.GroupMean is not { } mean ? 0
        : (row.Indicator.Direction == Direction.Down ? mean - row.Value : row.Value - mean) / Math.Max(row.Scale.To - row.Scale.From, double.Epsilon);
}
