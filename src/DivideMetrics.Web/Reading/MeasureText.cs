using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Values of measures as tables say them.</summary>
internal static class MeasureText
{
    private const int IndexDecimals = 3;

    /// <summary>The value with its unit; a dash where there is none.</summary>
    public static string Value(Indicator indicator, Measure measure, Gap gap) =>
        gap.Value is { } value ? Number(indicator, measure, value) : "–";

    /// <summary>The interval; empty where there is none.</summary>
    public static string Interval(Indicator indicator, Measure measure, Gap gap) => gap switch
    {
        { Lower: { } lower, Upper: { } upper } => T("{0} to {1}", Number(indicator, measure, lower), Number(indicator, measure, upper)),
        { Lower: { } lower } => T("at least {0}", Number(indicator, measure, lower)),
        { Upper: { } upper } => T("at most {0}", Number(indicator, measure, upper)),
        _ => "",
    };

    /// <summary>What a distance is measured from.</summary>
    public static string Yardstick(Measure distance) => distance.Id switch
    {
        "gap-to-goal" => T("Goal"),
        "gap-to-frontier" => T("The frontier"),
        "gap-to-region" => T("The World Bank region's average"),
        "gap-to-income-group" => T("The income group's average"),
        "gap-to-ldc" => T("The least developed countries' average"),
        _ => T(distance.Title),
    };

    /// <summary>A class in words; empty where there is none.</summary>
    public static string Category(Gap gap) => gap.Category is { } category ? Findings.Capital(T(Vocabulary.Words(category))) : "";

    /// <summary>A number of a measure in its unit.</summary>
    public static string Number(Indicator indicator, Measure measure, double value) => measure.Unit switch
    {
        "indicator's unit" => IsDifference(measure) ? Numbers.Difference(indicator, value) : Numbers.Value(indicator, value),
        "indicator's unit a year" => T("{0} a year", Numbers.Difference(indicator with { Decimals = indicator.Decimals + 1 }, value)),
        "share of the reference" => Numbers.Share(value),
        "calendar year" => Numbers.Year((int)Math.Ceiling(value)),
        "years" => T("{0} years", Numbers.Exact(value, 1)),
        "persons" => Numbers.People(value),
        "%" or "% of the way" => $"{Numbers.Exact(value, 1)}{Numbers.Thin}%",
        "percentile" => Numbers.Exact(value, 1),
        "rules" or "rank" => Numbers.Exact(value, 0),
        "standard deviations" => $"{Numbers.Exact(value, 2)} s",
        _ => Numbers.Exact(value, IndexDecimals),
    };

    private static bool IsDifference(Measure measure) => measure.HigherIsWider is not null;
}
