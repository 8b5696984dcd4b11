using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Pages;

/// <summary>A small world with hand-made rows: six economies, two income groups, one indicator with a goal.</summary>
internal static class SampleWorld
{
    public static readonly Goal Goal = new("g", "online", "Everyone", "An authority", 100, 95, 2030, false, "A page");

    public static readonly Indicator Indicator = new()
    {
        Id = "online",
        Title = "People online",
        Definition = "Share of people who are online. In the last three months.",
        Unit = "PT",
        UnitLabel = "% of population",
        UnitShort = "%",
        Direction = Direction.Up,
        Min = 0,
        Max = 100,
        Community = "development",
        Dimension = "Penetration",
        SdgIndicator = "17.8.1",
        Weights = "population",
        Series = [new("SRC", "X")],
        Measures = ["gap-to-goal", "people-offline", "mean-weighted", "progress-unsd-2023", "projection-2030", "projection-path", "time-distance-world"],
        Goal = Goal,
        BySex = true,
    };

    public static readonly AreaCatalog Areas = new(
        [
            new("KEN", "Kenya", AreaKind.Economy, "KE", 404), new("BDI", "Burundi", AreaKind.Economy, "BI", 108),
            new("DEU", "Germany", AreaKind.Economy, "DE", 276), new("KOR", "Republic of Korea", AreaKind.Economy, "KR", 410),
            new("TUV", "Tuvalu", AreaKind.Economy, "TV", 798), new("CIV", "Côte d'Ivoire", AreaKind.Economy, "CI", 384),
            new("FLK", "Falkland Islands (Malvinas)", AreaKind.Territory, "FK", 238), new("WLD", "World", AreaKind.Aggregate, "1W", 1),
        ],
        [
            new("WLD", "World", AreaGroupKind.World), new("LIC", "Low income", AreaGroupKind.IncomeGroup), new("HIC", "High income", AreaGroupKind.IncomeGroup),
            new("SSF", "Sub-Saharan Africa", AreaGroupKind.WorldBankRegion),
        ],
        [
            .. new[] { "KEN", "BDI", "CIV" }.Select(code => new GroupMembership("LIC", code, null, null)),
            .. new[] { "DEU", "KOR", "TUV" }.Select(code => new GroupMembership("HIC", code, null, null)),
            .. new[] { "KEN", "BDI", "CIV" }.Select(code => new GroupMembership("SSF", code, null, null)),
        ],
        [new("Korea, Rep.", "KOR")],
        []);

    public static readonly Catalog Catalog = new(Areas, [Indicator], [Source], "f");

    private static SourceDefinition Source => new()
    {
        Id = "SRC",
        Title = "A dataset",
        Provider = "A provider",
        Adapter = "delimited",
        Location = "x.csv",
        Licence = new("CC-BY-4.0", "Attribution 4.0", null, true),
        Citation = "A provider, a dataset.",
        Series = [],
    };

    public static Figure Figure(string area, int year, double? value, Sex sex = Sex.Total, ObsStatus status = ObsStatus.A) =>
        new(Indicator.Id, area, sex, year, value, status, "SRC", 1);

    public static Gap Gap(string measure, string subject, int year, double? value, string? category = null, Sex sex = Sex.Total) =>
        new(measure, Indicator.Id, subject, sex, year, value, Category: category);

    /// <summary>Facts of 2020 and 2021, with the world in 2022 and by sex, as in the starter figures' shape.</summary>
    public static IndicatorFacts Facts() => new(
        Indicator,
        [
            Figure("KEN", 2020, 20), Figure("KEN", 2021, 28.8, status: ObsStatus.E), Figure("BDI", 2020, 5), Figure("BDI", 2021, 5.8),
            Figure("DEU", 2020, 90), Figure("DEU", 2021, 96), Figure("KOR", 2021, 97.6), Figure("TUV", 2021, 71.6), Figure("CIV", 2020, null, status: ObsStatus.O),
            Figure("FLK", 2021, 99), Figure("KEN", 2022, 24, Sex.Female), Figure("KEN", 2022, 30, Sex.Male),
            Figure("WLD", 2021, 62), Figure("WLD", 2022, 66.3), Figure("WLD", 2022, 63.4, Sex.Female), Figure("WLD", 2022, 69.2, Sex.Male),
        ],
        GapSeries.Pack(
        [
            Gap("gap-to-goal", "KEN", 2021, 71.2, "not-met"), Gap("gap-to-goal", "BDI", 2021, 94.2, "not-met"), Gap("gap-to-goal", "DEU", 2021, 4, "met"),
            Gap("gap-to-goal", "KOR", 2021, 2.4, "met"), Gap("gap-to-goal", "TUV", 2021, 28.4, "not-met"),
            Gap("time-distance-world", "KEN", 2021, 11.2), Gap("time-distance-world", "BDI", 2021, 21), Gap("time-distance-world", "DEU", 2021, null, "ahead"),
            Gap("progress-unsd-2023", "KEN", 2021, 0.4, "fair") with { Reason = "9.6 % a year from 2015 to 2021" }, Gap("progress-unsd-2023", "DEU", 2021, null, "met"),
            Gap("progress-unsd-2023", "TUV", 2021, null, "not-assessable") with { Reason = "not assessable: only one year of data" },
            Gap("projection-2030", "KEN", 2030, 54.1) with { Lower = 42.9, Upper = 64.9 },
            Gap("projection-path", "KEN", 2022, 31) with { Lower = 29, Upper = 33 }, Gap("projection-path", "KEN", 2026, 42) with { Lower = 36, Upper = 48 },
            Gap("projection-path", "KEN", 2030, 54.1) with { Lower = 42.9, Upper = 64.9 }, Gap("projection-path", "DEU", 2030, null) with { Reason = "no trend since 2015" },
            Mean("WLD", 2020, 55), Mean("WLD", 2021, 63.5) with { Coverage = new(179, 217, 0.967, 0.3) },
            Gap("mean-weighted", "WLD", 2022, null) with { Reason = "not published: no one informed", Coverage = new(0, 217, 0, 0) },
            Gap("mean-weighted", "WLD", 2022, null, sex: Sex.Female) with { Coverage = new(8, 217, 0.041, 0) },
            Mean("LIC", 2020, 17), Mean("LIC", 2021, 19.7), Mean("HIC", 2020, 88), Mean("HIC", 2021, 89.7),
            Gap("people-offline-group", "WLD", 2021, 2.8e9) with { Coverage = new(179, 217, 0.967, 0.3) },
        ]));

    private static Gap Mean(string group, int year, double value) => Gap("mean-weighted", group, year, value) with { Coverage = new(3, 3, 1, 0) };
}
