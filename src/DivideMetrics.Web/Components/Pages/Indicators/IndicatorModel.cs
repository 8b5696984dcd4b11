using DivideMetrics.Areas;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;

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

    /// <summary>The lines.</summary>
    public required LinesFigure Lines { get; init; }

    /// <summary>The scale of the map, the same for all years.</summary>
    public required LevelScale Scale { get; init; }

    /// <summary>Rows with a value, widest gap first; by name where no gap is computed.</summary>
    public IReadOnlyList<AreaYear> ByGap => Rows.Where(row => row.Value is not null)
        .OrderByDescending(row => row.Gap?.Value ?? double.MinValue).ThenBy(row => row.Area.Name, StringComparer.Ordinal).ToList();

    /// <summary>Builds the model.</summary>
    public static IndicatorModel Of(IndicatorFacts facts, AreaCatalog areas, IndicatorState state)
    {
        var years = facts.YearsOf(state.Sex);
        var year = YearOf(facts, state, years);
        var codes = state.Areas ?? GroupLines.Default(areas);
        var rows = FigureRows.InYear(facts, areas, year, state.Sex, state.Group);
        var lines = GroupLines.Of(facts, areas, codes, state.Sex, state is { Time: { IsPoint: false } span } ? span : TimeWindow.All);
        return new()
        {
            Facts = facts,
            State = state,
            Years = years,
            Year = year,
            Areas = codes,
            Rows = rows,
            Finding = state.Tab == IndicatorTab.Line ? LineFinding(facts, lines) : YearFinding(facts, rows, year),
            Lines = lines,
            Scale = AreaMaps.ScaleOf(facts, areas),
        };
    }

    /// <summary>The state without the year when that is the default, for addresses.</summary>
    public IndicatorState At(int year) => State with { Time = year == Facts.BroadYear(State.Sex) ? null : TimeWindow.At(year) };

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
            return "No economy has data here";
        }

        var met = known.Count(row => row.Gap?.Category == "met");
        if (facts.Indicator.Goal is not null && known.Any(row => row.Gap is not null))
        {
            return $"{Numbers.Count(met)} of {Numbers.Count(known.Count)} economies had met the {GoalText.Noun(facts.Indicator)} in {Numbers.Year(year)}";
        }

        var (least, most) = (known.MinBy(row => row.Value)!, known.MaxBy(row => row.Value)!);
        return $"From {Numbers.Heading(facts.Indicator, least.Value!.Value)} in {least.Area.Name} to {Numbers.Heading(facts.Indicator, most.Value!.Value)} in {most.Area.Name}";
    }

    private static string LineFinding(IndicatorFacts facts, LinesFigure lines)
    {
        if (lines.Series.Count == 0)
        {
            return "None of the chosen areas has data in these years";
        }

        var most = lines.Series.MaxBy(line => line.Points[^1].Value - line.Points[0].Value)!;
        var (first, last) = (most.Points[0], most.Points[^1]);
        return first.Year == last.Year
            ? $"{most.Name}: {Numbers.Heading(facts.Indicator, last.Value)} in {Numbers.Year(last.Year)}"
            : $"{most.Name} rose most: from {Numbers.Heading(facts.Indicator, first.Value)} in {Numbers.Year(first.Year)} to {Numbers.Heading(facts.Indicator, last.Value)} in {Numbers.Year(last.Year)}";
    }
}
