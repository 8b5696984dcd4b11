using DivideMetrics.Indicators;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Which colours a scale has.</summary>
public enum Palette
{
    /// <summary>Of a level: one hue.</summary>
    Levels,

    /// <summary>Of a gap.</summary>
    Gaps,

    /// <summary>Of a difference that may lie on both sides of zero.</summary>
    Diverging,
}

/// <summary>Seven classes of values with round limits: of the whole possible range when the indicator is bounded, else of the values.</summary>
/// <param name="Breaks">The six limits between the seven classes; a value at a limit belongs to the class above.</param>
/// <param name="Labels">One label a class.</param>
public sealed record LevelScale(IReadOnlyList<double> Breaks, IReadOnlyList<string> Labels)
{
    /// <summary>Its colours.</summary>
    public Palette Palette { get; init; }

    /// <summary>Number of classes.</summary>
    public const int Classes = 7;

    /// <summary>The class, 0 to 6, of a value.</summary>
    public int ClassOf(double value) => Breaks.Count(limit => value >= limit);

    /// <summary>The style class of what is drawn in a palette, beside its own; levels have the usual colours.</summary>
    public static string ClassOf(string own, Palette palette) => palette == Palette.Levels ? own : $"{own} palette-{palette.ToString().ToLowerInvariant()}";

    /// <summary>The scale of an indicator whose greatest value over all years is known, so that years compare.</summary>
    public static LevelScale Of(Indicator indicator, IReadOnlyCollection<double> values) =>
        Labelled(BreaksOf(indicator, values).ToList(), indicator.UnitShort == "%" ? Numbers.Thin + "%" : "");

    /// <summary>The scale of a variable over all its years: of gaps in the colour of the gap, around zero where there are values on both sides.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="values">Its values.</param>
    public static LevelScale Of(Variable variable, IReadOnlyCollection<double> values)
    {
        if (variable.Measure is null)
        {
            return Of(variable.Indicator, values);
        }

        if (variable.IsGap && values.Any(value => value < 0))
        {
            var step = RoundStep(Percentile(values.Select(Math.Abs), 0.9) / 2.5);
            return Labelled([.. new[] { -2.5, -1.5, -0.5, 0.5, 1.5, 2.5 }.Select(limit => Math.Round(limit * step, 6))], "") with { Palette = Palette.Diverging };
        }

        return Labelled([.. OfValues(values)], "") with { Palette = variable.IsGap ? Palette.Gaps : Palette.Levels };
    }

    private static double Percentile(IEnumerable<double> values, double share) => values.Order().ToList() is { Count: > 0 } sorted ? sorted[(int)(share * (sorted.Count - 1))] : 1;

    private static LevelScale Labelled(List<double> breaks, string unit)
    {
        var decimals = breaks.Any(limit => limit != Math.Floor(limit)) ? 2 : 0;
        string Text(double limit) => limit >= 999.5 ? Numbers.People(limit) : Numbers.Exact(limit, decimals);
        var labels = Enumerable.Range(0, Classes).Select(index => index switch
        {
            0 => T("below {0}", Text(breaks[0]) + unit),
            Classes - 1 => T("{0} and more", Text(breaks[^1]) + unit),
            _ => $"{Text(breaks[index - 1])}–{Text(breaks[index])}",
        });
        return new(breaks, labels.ToList());
    }

    private static IEnumerable<double> BreaksOf(Indicator indicator, IReadOnlyCollection<double> values)
    {
        if (indicator is { Min: { } min, Max: { } max })
        {
            return Steps(index => min + ((max - min) * 0.15 * index));
        }

        return OfValues(values);
    }

    private static IEnumerable<double> OfValues(IReadOnlyCollection<double> values)
    {
        var greatest = values.Count == 0 ? 1 : values.Max();
        var median = values.Count == 0 ? 1 : values.Order().ElementAt(values.Count / 2);
        if (greatest > 50 * median && greatest >= 10)
        {
            var top = Math.Floor(Math.Log10(greatest));
            return Steps(index => Math.Pow(10, top - (Classes - 1) + index));
        }

        var step = RoundStep(greatest / Classes);
        return Steps(index => step * index);
    }

    private static IEnumerable<double> Steps(Func<int, double> limit) => Enumerable.Range(1, Classes - 1).Select(index => Math.Round(limit(index), 6));

    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(step, 1e-9))));
        return power * ((step / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 });
    }
}
