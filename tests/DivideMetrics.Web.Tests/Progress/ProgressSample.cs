using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;

namespace DivideMetrics.Web.Tests.Progress;

/// <summary>The small world as the United Nations' rule judges it: one indicator with a goal, one that is judged by growth.</summary>
internal static class ProgressSample
{
    private const string Rule = "progress-unsd-2023";

    public static readonly Indicator Servers = SampleWorld.Indicator with
    {
        Id = "servers", Title = "Secure servers", Community = "security", Dimension = "Servers", Goal = null, BySex = false, UnitShort = "", Max = null,
        Measures = [Rule, "progress-open-sdg"],
    };

    public static readonly Catalog Catalog = SampleWorld.Catalog with { Indicators = [SampleWorld.Indicator, Servers] };

    public static readonly IReadOnlyList<Gap> Gaps =
    [
        Online("KEN", "fair"), Online("BDI", "stagnation"), Online("DEU", "met"), Online("KOR", "met"), Online("TUV", "not-assessable"), Online("WLD", "on-track"),
        Of("required-pace", SampleWorld.Indicator, "WLD", 4.2, "not-met"), Of("observed-pace", SampleWorld.Indicator, "WLD", 3.1, null),
        Of("pace-ratio", SampleWorld.Indicator, "WLD", 0.74, "too-slow"), Of("pace-ratio", SampleWorld.Indicator, "KEN", 0.2, "too-slow"),
        Of(Rule, Servers, "KEN", 0.1, "on-track"), Of(Rule, Servers, "DEU", 0.2, "fair"), Of(Rule, Servers, "CIV", 0.3, "on-track"),
    ];

    public static readonly IReadOnlyList<ProgressColumn> Columns =
        Catalog.Indicators.Select(indicator => ProgressColumn.Of(
            indicator, Rule, Gaps.Where(gap => gap.Indicator == indicator.Id), SampleWorld.Facts().Figures)).ToList();

    public static ProgressMatrix Matrix(ProgressState? state = null) => ProgressMatrix.Of(Columns, state ?? new(), Catalog);

    private static Gap Online(string area, string category) => Of(Rule, SampleWorld.Indicator, area, 0.5, category);

    private static Gap Of(string measure, Indicator indicator, string area, double value, string? category) =>
        SampleWorld.Gap(measure, area, 2021, value, category) with { Indicator = indicator.Id };
}
