using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>What views of one year share: rows, findings, words.</summary>
internal static class YearView
{
    /// <summary>The values of a year, by name.</summary>
    public static IReadOnlyList<ShownRow> RowsOf(ExploreData data, ExploreScope scope, int year) =>
        scope.Rows.Select(row => data.Main.At(row.Code, year)).OfType<VariablePoint>().Select(point => new ShownRow(data.Main, point)).ToList();

    /// <summary>Who has no value in a year, by name.</summary>
    public static IReadOnlyList<string> MissingOf(ExploreData data, ExploreScope scope, int year) =>
        scope.Rows.Where(row => row.IsCounted && data.Main.At(row.Code, year) is null).Select(row => row.Name).ToList();

    /// <summary>What a year shows: how many have met the goal, else between what the values lie.</summary>
    public static string FindingOf(ExploreData data, ExploreScope scope, IReadOnlyList<ShownRow> rows, int year)
    {
        if (rows.Count == 0)
        {
            return T("No data for {0} in {1}", scope.Whom, Numbers.Year(year));
        }

        if (data.Main.Goal is { } goal)
        {
            var met = rows.Count(row => goal.IsMetBy(row.Point.Value, data.Main.Indicator.Direction));
            return GoalText.IsAssumed(data.Main.Indicator)
                ? N(met, "One of {1} had met the assumed goal in {2}", "{0} of {1} had met the assumed goal in {2}", Numbers.Count(met), Counted(data, rows.Count), Numbers.Year(year))
                : N(met, "One of {1} had met the goal in {2}", "{0} of {1} had met the goal in {2}", Numbers.Count(met), Counted(data, rows.Count), Numbers.Year(year));
        }

        var (least, most) = (rows.MinBy(row => row.Point.Value)!.Point, rows.MaxBy(row => row.Point.Value)!.Point);
        return T("From {0} in {1} to {2} in {3}", data.Main.Text(least.Value), scope.NameOf(least.Area), data.Main.Text(most.Value), scope.NameOf(most.Area));
    }

    /// <summary>The year in plain words: ends, middle, who is missing.</summary>
    public static string WordsOf(ExploreData data, ExploreScope scope, IReadOnlyList<ShownRow> rows, int year)
    {
        if (rows.Count == 0)
        {
            return T("{0}: no data for {1} in {2}.", data.Main.Title, scope.Whom, Numbers.Year(year));
        }

        var (least, most) = (rows.MinBy(row => row.Point.Value)!.Point, rows.MaxBy(row => row.Point.Value)!.Point);
        var middle = Middle.Of(rows.Select(row => row.Point.Value));
        var start = T("{0} in {1}, {2}: {3} of {4} have data.", data.Main.Title, Numbers.Year(year), scope.Whom, Numbers.Count(rows.Count), Counted(data, rows.Count + MissingOf(data, scope, year).Count));
        return rows.Count == 1
            ? T("{0} The value is {1} in {2}.", start, data.Main.Text(least.Value), scope.NameOf(least.Area))
            : T("{0} Values run from {1} ({2}) to {3} ({4}); half of them lie at or below {5}.", start, data.Main.Text(least.Value), scope.NameOf(least.Area), data.Main.Text(most.Value), scope.NameOf(most.Area), data.Main.Text(middle));
    }

    /// <summary>Subtitle of a year.</summary>
    public static string SubtitleOf(ExploreData data, ExploreScope scope, int year) => T("{0}, {1}, {2}, {3}", data.Main.Title, data.Main.UnitLabel, scope.Whom, Numbers.Year(year));

    /// <summary>What is said of a value when its mark is pointed at.</summary>
    public static string SaidOf(ExploreData data, VariablePoint point)
    {
        var said = point.Estimated ? T("{0}: {1} (estimated)", Numbers.Year(point.Year), data.Main.Text(point.Value)) : T("{0}: {1}", Numbers.Year(point.Year), data.Main.Text(point.Value));
        if (data.Main.Measure is not null || data.Main.Sex != Observations.Sex.Total)
        {
            return said;
        }

        var gap = FigureRows.GapMeasure(data.Facts) is { } measure ? FigureRows.GapText(data.Main.Indicator, data.Facts.Measure(measure, point.Area, point.Year)) : "";
        var behind = FigureRows.TimeDistance(data.Facts.Measure(MeasureIds.TimeDistance, point.Area, point.Year));
        return string.Join("; ", new[] { said, gap, behind }.Where(text => text.Length > 0));
    }

    /// <summary>The table alone.</summary>
    public static ExploreChart Table(ExploreData data, ExploreScope scope)
    {
        var year = scope.Year!.Value;
        var rows = scope.Ordered(RowsOf(data, scope, year), row => row.Point.Value);
        return ChartOf(data, scope, rows, year);
    }

    /// <summary>A chart of a year with its words and without its drawing.</summary>
    public static ExploreChart ChartOf(ExploreData data, ExploreScope scope, IReadOnlyList<ShownRow> rows, int year) => new()
    {
        Finding = FindingOf(data, scope, rows, year),
        Subtitle = SubtitleOf(data, scope, year),
        Words = WordsOf(data, scope, rows, year),
        Rows = rows,
        Missing = MissingOf(data, scope, year),
        Years = scope.Years,
        Year = year,
    };

    private static string Counted(ExploreData data, int count) => data.Main.IsOfGroups
        ? N(count, "one group", "{0} groups", Numbers.Count(count))
        : N(count, "one economy", "{0} economies", Numbers.Count(count));
}

/// <summary>The middle of some values.</summary>
internal static class Middle
{
    /// <summary>The lower median: the value at or below which half of them lie; NaN for none.</summary>
    public static double Of(IEnumerable<double> values) => values.Order().ToList() is { Count: > 0 } sorted ? sorted[(sorted.Count - 1) / 2] : double.NaN;
}
