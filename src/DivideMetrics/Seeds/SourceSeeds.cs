using System.Globalization;
using DivideMetrics.Sources;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>Turns validated documents of <c>seeds/sources</c> into records.</summary>
internal static class SourceSeeds
{
    public static SourceDefinition Source(JObject root) => new()
    {
        Id = Text(root, "id"),
        Title = Text(root, "title"),
        Provider = Text(root, "provider"),
        Adapter = Text(root, "adapter"),
        Location = Text(root, "location"),
        Homepage = (string?)root["homepage"],
        Licence = Licence((JObject)root["licence"]!),
        Citation = Text(root, "citation"),
        Edition = (string?)root["edition"],
        Released = Day((string?)root["released"]),
        Schedule = (string?)root["schedule"],
        Starter = (bool?)root["starter"] ?? false,
        Series = root["series"]!.Cast<JObject>().Select(Series).ToList(),
        Options = Options(root["options"] as JObject),
        Limits = GateSeeds.Limits(root["limits"] as JObject),
        Checks = GateSeeds.Checks(root["checks"] as JObject),
    };

    /// <summary>The day, or null when there is none or it is not on the calendar.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Licence Licence(JObject item) => new(Text(item, "id"), Text(item, "title"), (string?)item["url"], (bool)item["bulk"]!);

    private static SourceSeries Series(JObject item) =>
        new(Text(item, "code"), Text(item, "title"), Text(item, "unit"), (double?)item["min"], (double?)item["max"])
        {
            Tolerance = (double?)item["tolerance"],
        };

    private static Dictionary<string, string> Options(JObject? item) =>
        item?.Properties().ToDictionary(option => option.Name, option => (string)option.Value!, StringComparer.Ordinal) ?? [];

    private static string Text(JObject item, string key) => (string)item[key]!;
}
