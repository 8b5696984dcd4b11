using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>Round places on axes.</summary>
internal static class Ticks
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>Round values between two ends, about as many as wanted.</summary>
    public static IReadOnlyList<PlotTick> Of(double from, double to, int wanted, Func<double, string> text)
    {
        if (to <= from)
        {
            return [new(from, text(from))];
        }

        var step = StepOf((to - from) / Math.Max(wanted, 1));
        return Counted(Math.Ceiling((from / step) - 1e-9), Math.Floor((to / step) + 1e-9)).Select(count => count * step).Select(value => new PlotTick(value, text(value))).ToList();
    }

    /// <summary>Round years between two, about as many as wanted; both ends are named where there is room.</summary>
    public static IReadOnlyList<PlotTick> Years(int from, int to, int wanted)
    {
        var step = Math.Max((int)Math.Ceiling((to - from) / (double)Math.Max(wanted, 1)), 1);
        step = step switch { <= 2 => step, <= 5 => 5, <= 10 => 10, _ => 20 };
        var years = Enumerable.Range(from, to - from + 1).Where(year => year % step == 0).ToList();
        return years.Append(to).Prepend(from).Where(year => year == from || year == to || (year - from >= step * 0.6 && to - year >= step * 0.6))
            .Distinct().Select(year => new PlotTick(year, Numbers.Year(year))).ToList();
    }

    /// <summary>Powers of ten between two ends, about as many as wanted at most, with 2 and 5 times them where there are few.</summary>
    public static IReadOnlyList<PlotTick> Powers(double from, double to, int wanted, Func<double, string> text)
    {
        var powers = Counted(Math.Floor(Math.Log10(from)), Math.Ceiling(Math.Log10(to))).Select(power => Math.Pow(10, power)).ToList();
        double[] parts = powers.Count > 4 ? [1] : powers.Count > 2 ? [1, 3] : [1, 2, 5];
        var every = (int)Math.Ceiling(powers.Count / (double)Math.Max(wanted, 1));
        return powers.Where((_, index) => (powers.Count - 1 - index) % every == 0).SelectMany(power => parts.Select(part => part * power)).Where(value => value >= from * 0.999 && value <= to * 1.001)
            .Select(value => new PlotTick(value, text(value))).ToList();
    }

    /// <summary>A value at or above another that looks well at the end of an axis.</summary>
    public static double RoundUp(double value, int wanted = 5) => value <= 0 ? 1 : Math.Ceiling((value / StepOf(value / wanted)) - 1e-9) * StepOf(value / wanted);

    private static double StepOf(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(raw, 1e-12))));
        return power * Steps.First(step => step >= (raw / power) - 1e-9);
    }

    private static IEnumerable<double> Counted(double from, double to)
    {
        for (var count = from; count <= to; count++)
        {
            yield return count;
        }
    }
}
