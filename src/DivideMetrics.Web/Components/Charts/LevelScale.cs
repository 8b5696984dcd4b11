using DivideMetrics.Indicators;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Seven classes of values with round limits: of the whole possible range when the indicator is bounded, else of the values.</summary>
/// <param name="Breaks">The six limits between the seven classes; a value at a limit belongs to the class above.</param>
/// <param name="Labels">One label a class.</param>
public sealed record LevelScale(IReadOnlyList<double> Breaks, IReadOnlyList<string> Labels)
{
    /// <summary>Number of classes.</summary>
    public const int Classes = 7;

    /// <summary>The class, 0 to 6, of a value.</summary>
    public int ClassOf(double value) => Breaks.Count(limit => value >= limit);

    /// <summary>The scale of an indicator whose greatest value over all years is known, so that years compare.</summary>
    public static LevelScale Of(Indicator indicator, IReadOnlyCollection<double> values)
    {
        var breaks = BreaksOf(indicator, values).ToList();
        var decimals = breaks.Any(limit => limit != Math.Floor(limit)) ? 2 : 0;
        string Text(double limit) => limit >= 999.5 ? Numbers.People(limit) : Numbers.Exact(limit, decimals);
        var unit = indicator.UnitShort == "%" ? Numbers.Thin + "%" : "";
        var labels = Enumerable.Range(0, Classes).Select(index => index switch
        {
            0 => $"below {Text(breaks[0])}{unit}",
            Classes - 1 => $"{Text(breaks[^1])}{unit} and more",
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
