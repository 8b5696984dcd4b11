using DivideMetrics.Indicators;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>Turns validated documents of <c>seeds/indicators</c> and <c>seeds/goals</c> into records.</summary>
internal static class IndicatorSeeds
{
    public static Indicator Indicator(JObject root, Goal? goal) => new()
    {
        Id = Text(root, "id"),
        Title = Text(root, "title"),
        Definition = Text(root, "definition"),
        Unit = Text(root, "unit"),
        UnitLabel = Text(root, "unit_label"),
        UnitShort = (string?)root["unit_short"] ?? "",
        Direction = Text(root, "direction") switch { "up" => Direction.Up, "down" => Direction.Down, _ => Direction.None },
        Min = (double?)root["min"],
        Max = (double?)root["max"],
        Community = Text(root, "community"),
        Dimension = Text(root, "dimension"),
        SdgIndicator = (string?)root["sdg_indicator"],
        Decimals = (int?)root["decimals"] ?? 1,
        Weights = (string?)root["weights"],
        BySex = (bool?)root["by_sex"] ?? false,
        Series = root["series"]!.Cast<JObject>().Select(Series).ToList(),
        Measures = root["measures"]!.Select(measure => (string)measure!).ToList(),
        Goal = goal,
        Precedence = (string?)root["precedence"] == "most-recent" ? Precedence.MostRecent : Precedence.BySource,
        Breaks = root["breaks"]?.Cast<JObject>().Select(Break).ToList() ?? [],
    };

    public static Goal Goal(JObject root) => new(
        Text(root, "id"),
        Text(root, "indicator"),
        Text(root, "title"),
        Text(root, "authority"),
        (double)root["value"]!,
        (double)root["met_from"]!,
        (int)root["year"]!,
        (bool)root["assumption"]!,
        Text(root, "reference"));

    private static IndicatorSeries Series(JObject item) => new(Text(item, "source"), Text(item, "code"), (double?)item["factor"] ?? 1);

    private static KnownBreak Break(JObject item) => new((int)item["year"]!, (string?)item["area"], Text(item, "reason"));

    private static string Text(JObject item, string key) => (string)item[key]!;
}
