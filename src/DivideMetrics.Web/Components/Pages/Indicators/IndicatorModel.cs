using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Indicators;

/// <summary>What an indicator's page shows in a state. Made from rows.</summary>
public sealed record IndicatorModel
{
    /// <summary>The rows that it is made from.</summary>
    public required IndicatorFacts Facts { get; init; }

    /// <summary>The state.</summary>
    public required IndicatorState State { get; init; }

    /// <summary>Years with data, in order; empty when there are no figures.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>The year that map, bars and table show.</summary>
    public required int Year { get; init; }

    /// <summary>The areas of the lines.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>The economies in that year.</summary>
    public required IReadOnlyList<AreaYear> Rows { get; init; }

    /// <summary>The finding of the view.</summary>
    public required string Finding { get; init; }

    /// <summary>The lines; null in other views.</summary>
    public required LinesFigure? Lines { get; init; }

    /// <summary>The scale of the map, the same for all years.</summary>
    public required LevelScale Scale { get; init; }

    /// <summary>True when lines go on as projections.</summary>
    public bool Projected => Lines?.Series.Any(line => line.Projection.Count > 0) == true;

    /// <summary>Indicator, unit and year; of lines, how they are drawn.</summary>
    public string Subtitle => State.Tab != IndicatorTab.Line ? T("{0}, {1}", What, Numbers.Year(Year))
        : Projected ? T("{0}. Solid: observed; hollow: estimated; dashed: projection with its 95\u202f% band.", What)
        : T("{0}. Solid: observed; hollow: estimated.", What);

    private string What => State.Sex == Sex.Total
        ? T("{0}, {1}", T(Facts.Indicator.Title), T(Facts.Indicator.UnitLabel))
        : T("{0}, {1}, {2}", T(Facts.Indicator.Title), T(Facts.Indicator.UnitLabel), Words.Of(State.Sex));

    /// <summary>Rows with a value, widest gap first; by name where no gap is computed.</summary>
    public IReadOnlyList<AreaYear> ByGap => Rows.Where(row => row.Value is not null)
        .OrderByDescending(row => row.Gap?.Value ?? double.MinValue).ThenBy(row => Names.Of(row.Area), Names.Order).ToList();

    /// <summary>Builds the model.</summary>
    public static IndicatorModel Of(IndicatorFacts facts, AreaCatalog areas, IndicatorState state)
    {
        var years = facts.YearsOf(state.Sex);
        var year = YearOf(facts, state, years);
        var codes = state.Areas ?? GroupLines.Default(areas);
        var rows = FigureRows.InYear(facts, areas, year, state.Sex, state.Group);
        var lines = state.Tab != IndicatorTab.Line ? null : GroupLines.Of(facts, areas, codes, state.Sex, state is { Time: { IsPoint: false } span } ? span : TimeWindow.All);
        return new()
        {
            Facts = facts,
            State = state,
            Years = years,
            Year = year,
            Areas = codes,
            Rows = rows,
            Finding = lines is not null ? LineFinding(facts, lines) : YearFinding(facts, rows, year),
            Lines = lines,
            Scale = AreaMaps.ScaleOf(facts, areas),
        };
    }

    /// <summary>The year that is shown when none is chosen: the newest with broad coverage.</summary>
    public int? UsualYear => Facts.BroadYear(State.Sex);

    /// <summary>The state without the year when that is the default, for addresses.</summary>
    public IndicatorState At(int year) => State with { Time = year == UsualYear ? null : TimeWindow.At(year) };

    // Of a span, views of one year show its end; a year without data shows the nearest before it.
    private static int YearOf(IndicatorFacts facts, IndicatorState state, IReadOnlyList<int> years)
    {
        if (years.Count == 0)
        {
            return 0;
        }

        var wanted = state.Time is { } time ? time.Within(years[0], years[^1]).To : facts.BroadYear(state.Sex) ?? years[^1];
        return years.Last(year => year <= wanted);
    }

    private static string YearFinding(IndicatorFacts facts, IReadOnlyList<AreaYear> rows, int year)
    {
        var known = rows.Where(row => row is { Value: not null, Area.Kind: AreaKind.Economy }).ToList();
        if (known.Count == 0)
        {
            return T("No economy has data here");
        }

        var met = known.Count(row => row.Gap?.Category == "met");
        if (facts.Indicator.Goal is not null && known.Any(row => row.Gap is not null))
        {
            return GoalText.IsAssumed(facts.Indicator)
                ? N(met, "{0} of {1} economies had met the assumed goal in {2}", "{0} of {1} economies had met the assumed goal in {2}", Numbers.Count(met), Numbers.Count(known.Count), Numbers.Year(year))
                : N(met, "{0} of {1} economies had met the goal in {2}", "{0} of {1} economies had met the goal in {2}", Numbers.Count(met), Numbers.Count(known.Count), Numbers.Year(year));
        }

        var (least, most) = (known.MinBy(row => row.Value)!, known.MaxBy(row => row.Value)!);
        return T("From {0} in {1} to {2} in {3}", Numbers.Heading(facts.Indicator, least.Value!.Value), Names.Of(least.Area), Numbers.Heading(facts.Indicator, most.Value!.Value), Names.Of(most.Area));
    }

    private static string LineFinding(IndicatorFacts facts, LinesFigure lines)
    {
        if (lines.Series.Count == 0)
        {
            return T("None of the chosen areas has data in these years");
        }

        var most = lines.Series.MaxBy(line => line.Points[^1].Value - line.Points[0].Value)!;
        var (first, last) = (most.Points[0], most.Points[^1]);
        return first.Year == last.Year
            ? T("{0}: {1} in {2}", most.Name, Numbers.Heading(facts.Indicator, last.Value), Numbers.Year(last.Year))
            : T("{0} rose most: from {1} in {2} to {3} in {4}", most.Name, Numbers.Heading(facts.Indicator, first.Value), Numbers.Year(first.Year), Numbers.Heading(facts.Indicator, last.Value), Numbers.Year(last.Year));
    }
}
