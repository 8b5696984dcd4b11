using CsCheck;
using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Gaps;

/// <summary>An economy of a generated world.</summary>
/// <param name="Start">Value of 2015; null when missing.</param>
/// <param name="Value">Value of 2020; null when missing.</param>
/// <param name="People">Population of both years.</param>
/// <param name="Income">Income per person of both years.</param>
/// <param name="Group">0 low income, region AFR, least developed; 1 high income, region AFR; 2 high income, region EUR; 3 without a class.</param>
internal sealed record SmallEconomy(double? Start, double? Value, double People, double Income, int Group);

/// <summary>A generated world on which the engine runs: with nulls, ties, zeros, values at the bounds, one economy, and weights of 0.</summary>
internal sealed record GroupedWorld(SmallEconomy[] Economies)
{
    private static readonly string[][] Memberships = [["WLD", "LIC", "AFR", "LDC"], ["WLD", "HIC", "AFR"], ["WLD", "HIC", "EUR"], ["WLD"]];

    private static readonly Gen<double?> Level = Gen.Frequency(
        (10, Gen.Double[0.2, 100].Select(value => (double?)value)), (3, Gen.Int[1, 4].Select(step => (double?)(25.0 * step))),
        (1, Gen.Const((double?)0)), (1, Gen.Const((double?)null)));

    private static readonly Gen<double> People = Gen.Frequency((8, Gen.Double[0.01, 1000]), (1, Gen.Const(0.0)), (2, Gen.Const(1.0)));

    private static readonly Gen<double> Income = Gen.Frequency((3, Gen.Double[100, 90000]), (1, Gen.Const(1000.0)));

    internal static Gen<GroupedWorld> Any { get; } =
        Gen.Select(Level, Level, People, Income, Gen.Int[0, 3]).Select((start, value, people, income, group) => new SmallEconomy(start, value, people, income, group))
            .Array[1, 25].Select(economies => new GroupedWorld(economies));

    /// <summary>Every economy has people and, in both years, a value above 0.</summary>
    internal static Gen<GroupedWorld> Full { get; } = Any.Select(world => world.Each(
        economy => economy with { Start = Above(economy.Start), Value = Above(economy.Value), People = economy.People == 0 ? 1 : economy.People }));

    internal GroupedWorld Each(Func<SmallEconomy, SmallEconomy> change) => new([.. Economies.Select(change)]);

    /// <summary>Values of the measures by measure, group and year.</summary>
    internal Dictionary<(string Measure, string Group, int Year), double?> Compute(IEnumerable<string> measures) =>
        Compute(measures, [.. Enumerable.Range(0, Economies.Length)]);

    /// <summary>The same with the names of the economies in another order.</summary>
    internal Dictionary<(string Measure, string Group, int Year), double?> Compute(IEnumerable<string> measures, int[] order)
    {
        var inputs = Inputs(measures, order);
        return GapEngine.Compute(inputs).Where(gap => gap.Sex == Sex.Total).ToDictionary(gap => (gap.Measure, gap.Subject, gap.Year), gap => gap.Value);
    }

    internal GapInputs Inputs(IEnumerable<string> measures) => Inputs(measures, [.. Enumerable.Range(0, Economies.Length)]);

    private GapInputs Inputs(IEnumerable<string> measures, int[] order)
    {
        var codes = Array.ConvertAll(order, number => FormattableString.Invariant($"E{number:D3}"));
        return new GapInputs(StarterFigures.InternetUsersIndicator([.. measures]), Figures(codes), Constant("population", codes, economy => economy.People), Areas(codes))
        {
            Others = new Dictionary<string, IReadOnlyList<Figure>> { ["income"] = Constant("income", codes, economy => economy.Income) },
            IncomeIndicator = "income",
        };
    }

    private static double Above(double? value) => value is null or 0 ? 1 : value.Value;

    private Figure[] Figures(string[] codes) =>
        [.. codes.Index().SelectMany(pair => new[] { Of("internet-users", pair.Item, 2015, Economies[pair.Index].Start), Of("internet-users", pair.Item, 2020, Economies[pair.Index].Value) })];

    private Figure[] Constant(string indicator, string[] codes, Func<SmallEconomy, double> of) =>
        [.. codes.Index().SelectMany(pair => new[] { 2015, 2020 }.Select(year => Of(indicator, pair.Item, year, of(Economies[pair.Index]))))];

    private AreaCatalog Areas(string[] codes) => new(
        codes.Select(code => new Area(code, code, AreaKind.Economy, null, null)),
        [
            new("WLD", "World", AreaGroupKind.World), new("LIC", "Low", AreaGroupKind.IncomeGroup), new("HIC", "High", AreaGroupKind.IncomeGroup),
            new("AFR", "Africa", AreaGroupKind.WorldBankRegion), new("EUR", "Europe", AreaGroupKind.WorldBankRegion), new("LDC", "LDC", AreaGroupKind.UnStatus),
        ],
        codes.Index().SelectMany(pair => Memberships[Economies[pair.Index].Group].Select(group => new GroupMembership(group, pair.Item, null, null))),
        [],
        []);

    private static Figure Of(string indicator, string area, int year, double? value) =>
        new(indicator, area, Sex.Total, year, value, value is null ? ObsStatus.O : ObsStatus.A, "S", 1);
}
