using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;

namespace DivideMetrics.Web.Reading;

/// <summary>What the page of an explanation says in words.</summary>
internal static class ExplainTexts
{
    private const string OfIndicator = "indicator's unit";

    /// <summary>The value with its interval, class and remark, or why there is none.</summary>
    public static string Value(Indicator indicator, Measure measure, Gap gap)
    {
        var remark = gap.Reason is null ? "" : $" ({gap.Reason})";
        var category = gap.Category is null ? "" : $", {gap.Category.Replace('-', ' ')}";
        if (gap.Value is not { } value)
        {
            return $"Not assessable{category}: {gap.Reason ?? "no reason is recorded"}.";
        }

        var interval = gap is { Lower: { } lower, Upper: { } upper } ? $", between {Number(lower)} and {Number(upper)}" : "";
        return $"Exactly {Number(value)} {Unit(indicator, measure)}{interval}{category}{remark}.";
    }

    /// <summary>The unit of a measure of an indicator.</summary>
    public static string Unit(Indicator indicator, Measure measure) =>
        measure.Unit != OfIndicator ? measure.Unit : indicator.UnitShort == "%" ? "percentage points" : indicator.UnitLabel;

    /// <summary>A number as it is stored.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Who was covered.</summary>
    public static string Coverage(Coverage coverage) =>
        $"{Numbers.Count(coverage.Areas)} of {Numbers.Count(coverage.AreasOf)} members have data; those that are counted hold {Numbers.Share(coverage.PopulationShare)} of the population; "
        + $"of these {Numbers.Share(coverage.EstimatedShare)} live where the value is estimated or imputed.";

    /// <summary>Heading of the list of members.</summary>
    public static string MembersTitle(AreaCatalog areas, Explanation explanation) =>
        explanation.MembersOf is { } group ? $"The members of {areas.NameOf(group)}" : "The economies with a value in the year";

    /// <summary>How many members are counted.</summary>
    public static string MembersCounted(Explanation explanation)
    {
        var counted = explanation.Members.Count(member => member.Missing is null);
        return $"{Numbers.Count(counted)} of {Numbers.Count(explanation.Members.Count)} are counted. Latest classification.";
    }
}
