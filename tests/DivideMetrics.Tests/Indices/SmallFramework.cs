using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Indices;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Indices;

/// <summary>
/// A framework of two communities: development with reach (r1, r2, r3) and skills (s1), security with safety (p1, where lower is better). Goalposts
/// run from 0 to 100.
/// </summary>
internal static class SmallFramework
{
    internal static readonly Indicator[] Scored =
    [
        Indicator("r1", "development", "Reach"), Indicator("r2", "development", "Reach"), Indicator("r3", "development", "Reach"),
        Indicator("s1", "development", "Skills of all"), Indicator("p1", "security", "Safety", new(100, 0)),
    ];

    internal static readonly Indicator Index = Indicator("gap", "context", "Index") with { Goalposts = null, Composite = new("gap-index", NoRoles) };

    private static IReadOnlyDictionary<string, string> NoRoles => new Dictionary<string, string>();

    internal static Indicator Indicator(string id, string community, string dimension, Goalposts? goalposts = null) => new()
    {
        Id = id, Title = id, Definition = id, Unit = "PT", UnitLabel = "%", Community = community, Dimension = dimension, Series = [], Measures = [],
        Direction = goalposts is { } posts && posts.Low > posts.High ? Direction.Down : Direction.Up, Goalposts = goalposts ?? new Goalposts(0, 100),
    };

    /// <summary>Economies of one income group each three: AAA, AAB, AAC of the first.</summary>
    internal static AreaCatalog Areas(int count)
    {
        string[] codes = [.. Enumerable.Range(0, count).Select(Code)];
        string[] groups = [.. Enumerable.Range(0, (count / 3) + 1).Select(number => $"G{number}")];
        return new(
            codes.Select(code => new Area(code, code, AreaKind.Economy, null, null)),
            groups.Select(group => new AreaGroup(group, group, AreaGroupKind.IncomeGroup)),
            codes.Select((code, i) => new GroupMembership(groups[i / 3], code, null, null)), [], []);
    }

    internal static string Code(int number) => $"A{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}";

    internal static Figure Value(string indicator, string area, int year, double? value, ObsStatus status = ObsStatus.A) =>
        new(indicator, area, Sex.Total, year, value, status, "S", 1);

    internal static CompositeInputs Inputs(int economies, params Figure[] figures) => Inputs(Index, Scored, economies, figures);

    internal static CompositeInputs Inputs(Indicator composite, IReadOnlyList<Indicator> indicators, int economies, IEnumerable<Figure> figures) => new(
        composite,
        [.. indicators, composite],
        figures.GroupBy(figure => figure.Indicator).ToDictionary(group => group.Key, IReadOnlyList<Figure> (group) => group.ToList()),
        Areas(economies));

    /// <summary>A figure of each indicator for each economy: values[economy][indicator], in the order of <see cref="Scored"/>; NaN for missing.</summary>
    internal static Figure[] Table(int year, params double[][] values) =>
        [.. values.SelectMany((row, area) => row.Index().Where(cell => !double.IsNaN(cell.Item))
            .Select(cell => Value(Scored[cell.Index].Id, Code(area), year, cell.Item)))];
}
