namespace DivideMetrics.Projections;

/// <summary>
/// Bass: <c>dF/dt = (p + q F)(1 − F), adopted = K F</c>; p innovation, q imitation. With the share F₀ at t = 0, F = (1 − p u)/(1 + q u) where
/// u = (1 − F₀)/(p + q F₀) · e^(−(p+q)t); with F₀ = 0 that is (1 − e^(−(p+q)t))/(1 + (q/p) e^(−(p+q)t)). Before the introduction, where that would
/// be below 0, F is 0. The inflection is where q u = 1.
/// Parameters: p (0: a logistic curve), ln q, logit F₀, and that of the ceiling when it is free.
/// </summary>
internal readonly struct BassCurve(AdoptionFrame frame) : IAdoptionCurve<BassCurve>
{
    private const double MostLogit = 14;
    private static readonly double Least = Math.Log(1e-6);
    private static readonly double Most = Math.Log(3);

    public int Parameters => frame.IsFree ? 4 : 3;

    public static BassCurve In(AdoptionFrame frame) => new(frame);

    public void Box(Span<double> least, Span<double> greatest)
    {
        (least[0], greatest[0]) = (0, 1);
        (least[1], greatest[1]) = (Least, Most);
        (least[2], greatest[2]) = (-MostLogit, MostLogit);
        (least[3], greatest[3]) = AdoptionModel.CeilingBox;
    }

    public double At(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (p, q, first) = Shape(parameters);
        var ceiling = frame.CeilingOf(parameters, out var ceilingSlope);
        var speed = p + (q * first);
        var u = (1 - first) / speed * Math.Exp(-(p + q) * x);
        var below = 1 + (q * u);
        var share = (1 - (p * u)) / below;
        if (!(share > 0))
        {
            gradient.Clear();
            return frame.Scaled(0, out _);
        }

        var scaled = frame.Scaled(ceiling * share, out var slope);
        var (byU, rate) = (-(p + q) / (below * below), slope * ceiling);
        gradient[0] = rate * ((-u / below) - (byU * u * (x + (1 / speed))));
        gradient[1] = rate * q * ((-share * u / below) - (byU * u * (x + (first / speed))));
        gradient[2] = rate * first * -byU * u * (p + q) / speed;
        if (frame.IsFree)
        {
            gradient[3] = slope * share * ceilingSlope;
        }

        return scaled;
    }

    // Where imitation rules, a Bass curve is a logistic one: from there the search starts.
    public bool TryStart(ReadOnlySpan<double> x, ReadOnlySpan<double> adopted, Span<double> start)
    {
        var ceiling = frame.FirstCeiling;
        if (AdoptionModel.LineOf(x, adopted, ceiling, share => Math.Log(share / (1 - share))) is not { Slope: > 0 } line)
        {
            return false;
        }

        start[0] = 0;
        start[1] = Math.Clamp(Math.Log(line.Slope), Least, Most);
        start[2] = Math.Clamp(line.Intercept, -MostLogit, MostLogit);
        return true;
    }

    public double Inflection(ReadOnlySpan<double> parameters)
    {
        var (p, q, first) = Shape(parameters);
        return Math.Log(q * (1 - first) / (p + (q * first))) / (p + q);
    }

    private static (double P, double Q, double First) Shape(ReadOnlySpan<double> parameters) =>
        (parameters[0], Math.Exp(parameters[1]), 1 / (1 + Math.Exp(-parameters[2])));
}
