using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>Turns validated documents of <c>seeds/indicators</c> into records.</summary>
internal static class IndicatorSeeds
{
    /// <summary>The indicator with its goals and its measures: those it lists, else the usual ones without those that it leaves out.</summary>
    public static Indicator Indicator(JObject root, IReadOnlyList<Goal> goals)
    {
        var declared = Declared(root) with { Goals = goals, Goal = goals.FirstOrDefault(GoalSeeds.IsPrimary) };
        var except = Texts(root["except"]);
        return root["measures"] is { } listed
            ? declared with { Measures = Texts(listed) }
            : declared with { Measures = MeasureDefaults.Of(declared).Where(id => !except.Contains(id)).ToList() };
    }

    private static Indicator Declared(JObject root) => new()
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
        Synonyms = (root["synonyms"] as JObject)?.Properties().ToDictionary(words => words.Name, IReadOnlyList<string> (words) => Texts(words.Value), StringComparer.Ordinal) ?? [],
        Decimals = (int?)root["decimals"] ?? 1,
        Weights = (string?)root["weights"],
        Role = (string?)root["role"],
        BySex = (bool?)root["by_sex"] ?? false,
        Series = root["series"]?.Cast<JObject>().Select(Series).ToList() ?? [],
        Measures = [],
        Precedence = (string?)root["precedence"] == "most-recent" ? Precedence.MostRecent : Precedence.BySource,
        Breaks = root["breaks"]?.Cast<JObject>().Select(Break).ToList() ?? [],
        Awaiting = (string?)root["awaiting"],
        PartOf = (string?)root["part_of"],
        Contrasts = root["contrasts"]?.Cast<JObject>().Select(Contrast).ToList() ?? [],
        Goalposts = root["goalposts"] is JObject posts ? Goalposts(posts) : null,
        Per = root["per"] is JObject per ? new(Text(per, "indicator"), (double?)per["factor"] ?? 1) : null,
        Composite = root["composite"] is JObject composite ? Composite(composite) : null,
    };

    private static IndicatorSeries Series(JObject item) => new(Text(item, "source"), Text(item, "code"), (double?)item["factor"] ?? 1)
    {
        As = (string?)item["as"] switch { "F" => Sex.Female, "M" => Sex.Male, _ => null },
        Age = (string?)item["age"] ?? SeriesKey.Total,
        Urbanisation = (string?)item["urbanisation"] ?? SeriesKey.Total,
        Breakdown = (string?)item["breakdown"] ?? SeriesKey.Total,
    };

    private static KnownBreak Break(JObject item) => new((int)item["year"]!, (string?)item["area"], Text(item, "reason"));

    private static Contrast Contrast(JObject item) => new(Text(item, "kind"), Text(item, "advantaged"), Text(item, "disadvantaged"));

    private static Goalposts Goalposts(JObject item) => new((double)item["low"]!, (double)item["high"]!, (bool?)item["log"] ?? false);

    private static Composite Composite(JObject item) => new(
        Text(item, "kind"),
        (item["roles"] as JObject)?.Properties().ToDictionary(role => role.Name, role => (string)role.Value!, StringComparer.Ordinal) ?? []);

    private static List<string> Texts(JToken? list) => list?.Select(item => (string)item!).ToList() ?? [];

    private static string Text(JObject item, string key) => (string)item[key]!;
}
