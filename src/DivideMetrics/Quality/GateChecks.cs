using DivideMetrics.Quality.Checks;

namespace DivideMetrics.Quality;

/// <summary>
/// One check of the gate: looks at a vintage, adds findings, and returns why it is to be held back, one sentence a reason; nothing when it
/// may pass. Pure but for the findings.
/// </summary>
internal delegate IEnumerable<string> GateCheck(GateView view);

/// <summary>The checks of the gate, in the order in which their reasons are told.</summary>
internal static class GateChecks
{
    public static readonly IReadOnlyList<GateCheck> All =
    [
        RefusedRows.Check,
        DuplicateRows.Check,
        GoneSeriesCheck.Check,
        PointCoverage.Check,
        AreaCoverage.Check,
        UnitSlip.Check,
        RevisionSize.Check,
        NestedSeries.Check,
        SexTotals.Check,
        PartsAndTotals.Check,
        Outliers.Check,
        ConstantTails.Check,
    ];
}
