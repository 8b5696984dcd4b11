using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using Sylvan.Data.Csv;

namespace DivideMetrics.Tests.Gaps;

/// <summary>The starter figures of the repository, read straight from <c>data/starter</c>.</summary>
internal static class StarterFigures
{
    internal static IReadOnlyList<Figure> InternetUsers() => Read("UNSD_17.8.1.csv", row => new Figure(
        "internet-users", row["REF_AREA"], SexOf(row["SEX"]), Year(row), Number(row["OBS_VALUE"]), Enum.Parse<ObsStatus>(row["OBS_STATUS"]), "UNSD", 1));

    internal static IReadOnlyList<Figure> Population() => Read("WB_SP.POP.TOTL.csv", row => new Figure(
        "population", row["REF_AREA"], Sex.Total, Year(row), Number(row["OBS_VALUE"]), ObsStatus.A, "WB", 1));

    /// <summary>The World Bank's 217 economies (TWN stands in the Bank's classification, not among the economies with figures) and their groups of 2026.</summary>
    internal static AreaCatalog Areas()
    {
        var rows = Read("areas.csv", row => (Code: row["REF_AREA"], Region: row["WB_REGION_2026"], Income: row["WB_INCOME_2026"]))
            .Where(row => row.Region != "" && row.Code != "TWN").ToList();
        var memberships = rows.SelectMany(row => new[] { "WLD", row.Region, row.Income }.Select(group => new GroupMembership(group, row.Code, null, null)));
        var groups = rows.Select(row => new AreaGroup(row.Region, row.Region, AreaGroupKind.WorldBankRegion))
            .Concat(rows.Select(row => new AreaGroup(row.Income, row.Income, AreaGroupKind.IncomeGroup)))
            .Prepend(new AreaGroup("WLD", "World", AreaGroupKind.World)).Distinct();
        return new AreaCatalog(rows.Select(row => new Area(row.Code, row.Code, AreaKind.Economy, null, null)), groups, memberships, [], []);
    }

    internal static Indicator InternetUsersIndicator(params string[] measures) => new()
    {
        Id = "internet-users", Title = "Individuals using the Internet", Definition = "Share of people.", Unit = "PT", UnitLabel = "% of population",
        Direction = Direction.Up, Min = 0, Max = 100, Community = "development", Dimension = "Penetration", Weights = "population", BySex = true,
        Series = [], Measures = measures,
        Goal = EveryoneOnline,
        Goals = [EveryoneOnline, new("l", "internet-users", "A third online", "Test", 33, 33, 2020, true, "Test") { Group = "LIC" }],
        Contrasts = [.. Kinds.Select(kind => new Contrast(kind, $"{kind}-ahead", $"{kind}-behind"))],
    };

    /// <summary>Men and women stand in for the sides of every contrast: real figures, so that each measure of sexes must return as that of a contrast.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<Figure>> SidesOfContrasts()
    {
        var figures = InternetUsers();
        return Kinds.SelectMany(kind => new[] { ($"{kind}-ahead", Sex.Male), ($"{kind}-behind", Sex.Female) }).ToDictionary(
            side => side.Item1,
            side => (IReadOnlyList<Figure>)[.. figures.Where(figure => figure.Sex == side.Item2).Select(figure => figure with { Indicator = side.Item1, Sex = Sex.Total })]);
    }

    private static readonly string[] Kinds = ["location", "age", "income", "education", "size"];

    private static readonly Goal EveryoneOnline = new("g", "internet-users", "Everyone online", "ITU", 100, 95, 2030, false, "ITU");

    private static int Year(IReadOnlyDictionary<string, string> row) => int.Parse(row["TIME_PERIOD"], CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Sex SexOf(string code) => SexCodes.TryParse(code, out var sex) ? sex : throw new InvalidDataException(code);

    private static List<T> Read<T>(string file, Func<IReadOnlyDictionary<string, string>, T> of)
    {
        using var reader = CsvDataReader.Create(Path.Combine(Root(), "data", "starter", file));
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(of(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString)));
        }

        return rows;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DivideMetrics.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Expected DivideMetrics.sln above the tests.");
    }
}
