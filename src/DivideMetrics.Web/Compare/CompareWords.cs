using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Compare;

/// <summary>A comparison in words. Counts, no ranks; every number follows from the rows.</summary>
public static class CompareWords
{
    private const int MostInTitle = 4;

    /// <summary>What the comparison finds: its title.</summary>
    public static string Finding(CompareModel model)
    {
        var shared = model.Rows.Count(row => row.IsShared);
        var names = Names(model.Areas);
        if (model.Rows.Count == 0)
        {
            return T("No data: {0}", names);
        }

        if (shared == 0)
        {
            return T("{0}, side by side", names);
        }

        return model.Areas.Count > MostInTitle
            ? N(shared, "{1} areas side by side, with one indicator that all have", "{1} areas side by side, with {0} indicators that all have", Numbers.Count(shared), Numbers.Count(model.Areas.Count))
            : N(shared, "One shared indicator: {1}", "{0} shared indicators: {1}", Numbers.Count(shared), Listed(model.Areas.Select(area => T("{0} ahead in {1}", area.Name, Numbers.Count(model.AheadOf(area))))));
    }

    /// <summary>What is shown, of which areas.</summary>
    public static string Subtitle(CompareModel model, string? community) => community is null
        ? T("Newest value of each indicator for {0}", Names(model.Areas))
        : T("Newest value of each indicator of the community “{0}” for {1}", Words.Community(community), Names(model.Areas));

    /// <summary>The comparison in a few plain sentences.</summary>
    public static string Of(CompareModel model)
    {
        if (model.Rows.Count == 0)
        {
            return T("None of the chosen areas has a value of these indicators.");
        }

        var sentences = new List<string> { Known(model) };
        if (model.Areas.Count > 1)
        {
            sentences.AddRange(Shared(model));
            sentences.AddRange(Apart(model));
        }

        return string.Join(" ", sentences);
    }

    /// <summary>What a strip of dots shows, for those who do not see it.</summary>
    public static string StripLabel(CompareModel model, CompareRow row)
    {
        var values = string.Join("; ", model.Areas.Zip(row.Points, (area, point) => point is null
            ? T("{0}, {1}: no data", area.Letter, area.Name)
            : T("{0}, {1}: {2} in {3}", area.Letter, area.Name, row.Variable.Text(point.Value), Numbers.Year(point.Year))));
        return row.Variable.Goal is { } goal
            ? T("{0}. {1}; goal: {2}", T(row.Indicator.Title), values, row.Variable.Text(goal.Value))
            : T("{0}. {1}", T(row.Indicator.Title), values);
    }

    private static string Known(CompareModel model) => N(
        model.Rows.Count, "At least one of these areas has a value of one indicator.", "At least one of these areas has a value of {0} indicators.", Numbers.Count(model.Rows.Count));

    private static IEnumerable<string> Shared(CompareModel model)
    {
        var shared = model.Rows.Where(row => row.IsShared).ToList();
        if (shared.Count == 0)
        {
            yield return T("No indicator with a direction has values of all of them.");
            yield break;
        }

        yield return N(
            shared.Count, "One indicator has a direction and values of all of them.", "{0} indicators have a direction and values of all of them.", Numbers.Count(shared.Count));
        yield return T("The better value, higher or lower as the indicator’s direction says, is counted for each area that has it: {0}.", Counts(model));
        var level = shared.Count(row => row.Ahead.Count == 0);
        if (level > 0)
        {
            yield return N(level, "In one all stand level.", "In {0} all stand level.", Numbers.Count(level));
        }

        var years = shared.Count(row => row.YearsDiffer);
        if (years > 0)
        {
            yield return N(years, "In one of them the newest values are of different years.", "In {0} of them the newest values are of different years.", Numbers.Count(years));
        }
    }

    private static IEnumerable<string> Apart(CompareModel model)
    {
        if (model.Rows.Where(row => row.Spread > 0).MaxBy(row => row.Spread) is not { } row)
        {
            yield break;
        }

        var (least, most) = (row.Known.MinBy(point => point.Value)!, row.Known.MaxBy(point => point.Value)!);
        yield return T(
            "Measured by the indicator’s own bounds they lie furthest apart in “{0}”: {1} {2} ({3}), {4} {5} ({6}).",
            T(row.Indicator.Title), NameOf(model, most), row.Variable.Text(most.Value), Numbers.Year(most.Year), NameOf(model, least), row.Variable.Text(least.Value), Numbers.Year(least.Year));
    }

    private static string NameOf(CompareModel model, VariablePoint point) => model.Areas.First(area => area.Code == point.Area).Name;

    private static string Counts(CompareModel model) => Listed(model.Areas.Select(area => T("{0} {1}", area.Name, Numbers.Count(model.AheadOf(area)))));

    private static string Names(IReadOnlyList<ComparedArea> areas) => Listed(areas.Select(area => area.Name));
}
