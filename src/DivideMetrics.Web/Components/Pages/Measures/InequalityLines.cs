using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Measures;

/// <summary>Inequality between economies over time.</summary>
internal static class InequalityLines
{
    private const int Decimals = 3;

    /// <summary>The lines; null where fewer than two years are published.</summary>
    /// <param name="rows">The measures of a group.</param>
    public static LinesFigure? Of(IReadOnlyList<MeasuredRow> rows)
    {
        (string Measure, string Name)[] drawn = [(MeasureIds.Gini, T("Gini")), ("theil-t", T("Theil T")), ("theil-t-between", T("of it between incomes"))];
        var lines = drawn.Select(line => new LineSeries(line.Name, FigureRows.Points(rows.FirstOrDefault(row => row.Measure.Id == line.Measure)?.Years ?? []), Observed: false))
            .Where(line => line.Points.Count > 1).ToList();
        return lines.Count == 0 ? null : new()
        {
            Summary = T("Inequality between economies over time: {0}. The table below holds every value.", string.Join("; ", lines.Select(line =>
                T("{0} from {1} to {2}", line.Name, Numbers.Exact(line.Points[0].Value, Decimals), Numbers.Exact(line.Points[^1].Value, Decimals))))),
            Series = lines,
            Decimals = Decimals,
        };
    }
}
