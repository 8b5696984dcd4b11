using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>What the page of an explanation says in words.</summary>
internal static class ExplainTexts
{
    private const string OfIndicator = "indicator's unit";

    /// <summary>The value with its interval, class and remark, or why there is none, as HTML.</summary>
    public static string Value(Indicator indicator, Measure measure, Gap gap, Catalog catalog)
    {
        var remark = gap.Reason is null ? null : Remark.Html(gap.Reason, catalog);
        if (gap.Value is not { } value)
        {
            var reason = remark ?? T("no reason is recorded");
            return gap.Category is null ? T("Not assessable: {0}.", reason) : T("Not assessable, {0}: {1}.", Category(gap), reason);
        }

        var said = Exactly(Number(value), Markup.Encoded(Unit(indicator, measure)), gap);
        return remark is null ? said : $"{said} {T("Remark: {0}.", remark)}";
    }

    /// <summary>The unit of a measure of an indicator.</summary>
    public static string Unit(Indicator indicator, Measure measure) =>
        measure.Unit != OfIndicator ? T(measure.Unit) : indicator.UnitShort == "%" ? T("percentage points") : T(indicator.UnitLabel);

    /// <summary>A number as it is stored, with the reader's decimal mark.</summary>
    public static string Number(double value) => Remark.Number(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>What was declared: its name and its value.</summary>
    public static (string Name, string Value) Parameter(ExplainedParameter parameter, Indicator indicator, Catalog catalog) => parameter.Name switch
    {
        "goal" when indicator.Goal is { } goal => (T("Goal"), T(
            "{0}: {1} by {2} ({3}; {4})", T(goal.Title), Remark.Number(goal.Value.ToString(CultureInfo.InvariantCulture)), Numbers.Year(goal.Year), T(goal.Authority), T(goal.Reference))),
        "met from" => (T("Met from"), Remark.Text(parameter.Value, catalog)),
        "direction" => (T("Direction"), Remark.Text(parameter.Value, catalog)),
        "bounds" => (T("Bounds"), Remark.Text(parameter.Value, catalog)),
        "weights" => (T("Weights"), Remark.Text(parameter.Value, catalog)),
        "rule of publication" => (T("Rule of publication"), Remark.Text(parameter.Value, catalog)),
        "window" => (T("Window"), Remark.Text(parameter.Value, catalog)),
        "declared break" => (T("Declared break"), Break(parameter.Value)),
        _ => (Findings.Capital(parameter.Name), Remark.Text(parameter.Value, catalog)),
    };

    /// <summary>Who was covered, in two sentences.</summary>
    public static string Coverage(Coverage coverage) => T(
        "{0} of {1} members have data; those that are counted hold {2} of the population; of these {3} live where the value is estimated or imputed.",
        Numbers.Count(coverage.Areas), Numbers.Count(coverage.AreasOf), Numbers.Share(coverage.PopulationShare), Numbers.Share(coverage.EstimatedShare));

    /// <summary>Heading of the list of members.</summary>
    public static string MembersTitle(AreaCatalog areas, Explanation explanation) =>
        explanation.MembersOf is { } group ? T("The members of {0}", areas.LocalName(group)) : T("The economies with a value in the year");

    /// <summary>How many members are counted.</summary>
    public static string MembersCounted(Explanation explanation)
    {
        var counted = explanation.Members.Count(member => member.Missing is null);
        return T("{0} of {1} are counted. Latest classification.", Numbers.Count(counted), Numbers.Count(explanation.Members.Count));
    }

    private static string Exactly(string number, string unit, Gap gap) => gap switch
    {
        { Lower: { } lower, Upper: { } upper, Category: null } => T("Exactly {0} {1}, between {2} and {3}.", number, unit, Number(lower), Number(upper)),
        { Lower: { } lower, Upper: { } upper } => T("Exactly {0} {1}, between {2} and {3}, {4}.", number, unit, Number(lower), Number(upper), Category(gap)),
        { Category: null } => T("Exactly {0} {1}.", number, unit),
        _ => T("Exactly {0} {1}, {2}.", number, unit, Category(gap)),
    };

    private static string Category(Gap gap) => Markup.Encoded(T(Vocabulary.Words(gap.Category!)));

    // "2020: the reason as it was declared"
    private static string Break(string value)
    {
        var (year, reason) = (value[..value.IndexOf(':', StringComparison.Ordinal)], value[(value.IndexOf(':', StringComparison.Ordinal) + 2)..]);
        return $"{year}: {T(reason)}";
    }
}
