using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>Two sides an economy: of the year that is shown, or of the newest year before it that has both, at most five years old.</summary>
internal static class DumbbellView
{
    private const int Tolerance = 5;

    public static ExploreChart Of(ExploreData data, ExploreScope scope)
    {
        if (data.Sides is not { } sides)
        {
            return ExploreChart.Nothing(T("No data: the series of this indicator are not split by sex, place, age or size"), data.Main.Title);
        }

        var years = YearsOf(sides, scope);
        if (years.Count == 0)
        {
            return ExploreChart.Nothing(T("No data: no economy has both sides"), data.Main.Title);
        }

        var year = data.State.Time is { } time ? time.Within(years[0], years[^1]).To : years[^1];
        var pairs = scope.Rows.Select(row => PairOf(sides, row, year)).OfType<(ShownRow First, ShownRow Second)>().ToList();
        var rows = scope.Ordered(pairs, pair => Math.Abs(pair.First.Point.Value - pair.Second.Point.Value));
        if (rows.Count == 0)
        {
            return ExploreChart.Nothing(T("No data: none of these economies has both sides in {0} or the five years before it", Numbers.Year(year)), data.Main.Title) with { Years = years, Year = year };
        }

        return ChartOf(data, scope, sides, rows, years, year);
    }

    private static ExploreChart ChartOf(ExploreData data, ExploreScope scope, Sides sides, IReadOnlyList<(ShownRow First, ShownRow Second)> rows, IReadOnlyList<int> years, int year)
    {
        var behind = rows.Count(row => row.First.Point.Value < row.Second.Point.Value);
        var widest = rows.MaxBy(row => Math.Abs(row.First.Point.Value - row.Second.Point.Value));
        var text = sides.First.Text;
        var words = T("{0}: {1} are below {2} in {3} of {4}. The widest gap is in {5}: {6} against {7} ({8}).",
            T(data.Facts.Indicator.Title), sides.FirstName, sides.SecondName, Numbers.Count(behind), N(rows.Count, "one economy", "{0} economies", Numbers.Count(rows.Count)),
            scope.NameOf(widest.First.Point.Area), text(widest.First.Point.Value), text(widest.Second.Point.Value), Numbers.Year(widest.First.Point.Year));
        var height = NamedRows.HeightOf(rows.Count);
        return new()
        {
            Finding = T("{0} below {1} in {2} of {3}", Findings.Capital(sides.FirstName), sides.SecondName, Numbers.Count(behind), N(rows.Count, "one economy", "{0} economies", Numbers.Count(rows.Count))),
            Subtitle = T("{0}, {1}, {2}: newest year with both sides until {3}, at most five years old", T(data.Facts.Indicator.Title), T(data.Facts.Indicator.UnitLabel), scope.Whom, Numbers.Year(year)),
            Words = words,
            Figure = new DumbbellFigure
            {
                Summary = words, Height = height, NarrowHeight = height, First = sides.FirstName, Second = sides.SecondName, Text = text,
                Rows = rows.Select(row => new DumbbellRow(row.First.Point.Area, scope.NameOf(row.First.Point.Area), row.First.Point.Value, row.Second.Point.Value, row.First.Point.Year)).ToList(),
            },
            Legend = DumbbellFigure.LegendOf(sides.FirstName, sides.SecondName),
            Rows = rows.SelectMany(row => new[] { row.First, row.Second }).ToList(),
            Years = years,
            Year = year,
        };
    }

    /// <summary>Years in which each side has a value of an economy, in order.</summary>
    public static IReadOnlyList<int> YearsOf(Sides sides, ExploreScope scope) => sides.First.YearsOf(scope.Areas).Intersect(sides.Second.YearsOf(scope.Areas)).Order().ToList();

    /// <summary>Both sides of an economy in its newest year that has them, at most five years before a year; null without one.</summary>
    public static (ShownRow First, ShownRow Second)? PairOf(Sides sides, ScopeRow row, int year) =>
        sides.First.SeriesOf(row.Code).LastOrDefault(point => point.Year <= year && point.Year >= year - Tolerance && sides.Second.At(row.Code, point.Year) is not null) is { } first
            ? (new(sides.First, first), new(sides.Second, sides.Second.At(row.Code, first.Year)!))
            : null;
}
