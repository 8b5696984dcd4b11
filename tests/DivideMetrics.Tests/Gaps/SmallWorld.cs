using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Gaps;

/// <summary>Four economies of 100, 200, 300 and 400 people in 2020: AAA and BBB make the region SSF and are LDCs, CCC is of ECS, DDD of nothing.</summary>
internal static class SmallWorld
{
    internal static readonly string[] Economies = ["AAA", "BBB", "CCC", "DDD"];

    internal static readonly Goal Everyone = new("g", "x", "Everyone", "ITU", 100, 95, 2030, false, "ITU");

    internal static AreaCatalog Areas { get; } = new(
        Economies.Select(code => new Area(code, code, AreaKind.Economy, null, null)),
        [
            new("WLD", "World", AreaGroupKind.World), new("SSF", "Africa", AreaGroupKind.WorldBankRegion), new("ECS", "Europe", AreaGroupKind.WorldBankRegion),
            new("LDC", "Least developed countries", AreaGroupKind.UnStatus),
        ],
        [.. Economies.Select(code => In("WLD", code)), In("SSF", "AAA"), In("SSF", "BBB"), In("ECS", "CCC"), In("LDC", "AAA"), In("LDC", "BBB")],
        [],
        []);

    internal static Indicator Indicator(params string[] measures) => new()
    {
        Id = "x", Title = "x", Definition = "x", Unit = "PT", UnitLabel = "%", Direction = Direction.Up, Min = 0, Max = 100,
        Community = "development", Dimension = "x", Weights = "population", BySex = true, Series = [], Measures = measures, Goal = Everyone, Goals = [Everyone],
    };

    internal static GapInputs Inputs(Indicator indicator, params IEnumerable<Figure> figures) =>
        new(indicator, [.. figures], [.. Economies.Select((code, i) => new Figure("population", code, Sex.Total, 2020, 100 * (i + 1), ObsStatus.A, "P", 1))], Areas);

    internal static IReadOnlyList<Gap> Compute(string measure, params IEnumerable<Figure> figures) => GapEngine.Compute(Inputs(Indicator(measure), figures));

    internal static IReadOnlyList<Gap> Compute(Indicator indicator, params IEnumerable<Figure> figures) => GapEngine.Compute(Inputs(indicator, figures));

    internal static Figure Value(string area, int year, double? value, Sex sex = Sex.Total) =>
        new("x", area, sex, year, value, value is null ? ObsStatus.O : ObsStatus.A, "S", 1);

    /// <summary>A value for each year from the first on.</summary>
    internal static IEnumerable<Figure> Series(string area, int from, params double[] values) => values.Select((value, i) => Value(area, from + i, value));

    internal static IEnumerable<(string, int, double)> Rows(this IEnumerable<Gap> gaps) => gaps.Select(gap => (gap.Subject, gap.Year, Math.Round(gap.Value!.Value, 9)));

    private static GroupMembership In(string group, string area) => new(group, area, null, null);
}
