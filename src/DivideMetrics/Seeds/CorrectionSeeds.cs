using DivideMetrics.Observations;
using DivideMetrics.Quality;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>Turns validated documents of <c>seeds/corrections</c> into records.</summary>
internal static class CorrectionSeeds
{
    public static IEnumerable<Correction> Corrections(SeedDocument document)
    {
        var items = document.Root["corrections"]!.Cast<JObject>();
        return items.Select(item => Correction(document, item));
    }

    private static Correction Correction(SeedDocument document, JObject item) => new()
    {
        Source = (string)document.Root["source"]!,
        Action = Enum.Parse<CorrectionAction>((string)item["action"]!, ignoreCase: true),
        Series = Series(item),
        Areas = item["areas"]?.Select(area => (string)area!).ToList() ?? [],
        Periods = item["periods"]?.Select(period => (int)period).ToList() ?? [],
        Value = (double?)item["value"],
        Factor = (double?)item["factor"] ?? 1,
        Status = Status(item["status"]),
        Reason = (string)item["reason"]!,
        By = (string)item["by"]!,
        Date = SourceSeeds.Day((string?)item["date"]) ?? default,
        Link = (string?)item["link"],
        Expect = item["expect"] is JObject guard ? Guard(guard) : null,
        File = document.File.Name,
        Line = document.LineOf(item.Path),
    };

    private static SeriesKey Series(JObject item)
    {
        SexCodes.TryParse((string?)item["sex"] ?? "_T", out var sex);
        string Code(string key) => (string?)item[key] ?? "_T";
        return new((string)item["series"]!, sex, Code("age"), Code("urbanisation"), Code("breakdown"));
    }

    private static CorrectionGuard Guard(JObject item) =>
        new((bool?)item["absent"] ?? false, (double?)item["value"], Status(item["status"]), (double?)item["tolerance"]);

    private static ObsStatus? Status(JToken? code) => code is null ? null : Enum.Parse<ObsStatus>((string)code!);
}
