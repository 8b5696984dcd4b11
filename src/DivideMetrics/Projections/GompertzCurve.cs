namespace DivideMetrics.Projections;

/// <summary>
/// Gompertz: <c>adopted = K e^(−h), h = b e^(−c t)</c>; the inflection is where h = 1, at K/e. Parameters: ln b, ln c, and that of the ceiling when it is free.
/// </summary>
internal readonly struct GompertzCurve(AdoptionFrame frame) : IAdoptionCurve<GompertzCurve>
{
    private const double MostLogB = 30;
    private static readonly double LeastLogC = Math.Log(1e-4);
    private static readonly double MostLogC = Math.Log(3);

    public int Parameters => frame.IsFree ? 3 : 2;

    public static GompertzCurve In(AdoptionFrame frame) => new(frame);

    public void Box(Span<double> least, Span<double> greatest)
    {
        (least[0], greatest[0]) = (-MostLogB, MostLogB);
        (least[1], greatest[1]) = (LeastLogC, MostLogC);
        (least[2], greatest[2]) = AdoptionModel.CeilingBox;
    }

    public double At(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var ceiling = frame.CeilingOf(parameters, out var ceilingSlope);
        var speed = Math.Exp(parameters[1]);
        var h = Math.Exp(parameters[0] - (speed * x));
        var share = Math.Exp(-h);
        var scaled = frame.Scaled(ceiling * share, out var slope);
        gradient[0] = -slope * ceiling * share * h;
        gradient[1] = -gradient[0] * speed * x;
        if (frame.IsFree)
        {
            gradient[2] = slope * share * ceilingSlope;
        }

        return scaled;
    }

    // ln(−ln(share)) = ln b − c t is a straight line.
    public bool TryStart(ReadOnlySpan<double> x, ReadOnlySpan<double> adopted, Span<double> start)
    {
        if (AdoptionModel.LineOf(x, adopted, frame.FirstCeiling, share => -Math.Log(-Math.Log(share))) is not { Slope: > 0 } line)
        {
            return false;
        }

        start[0] = Math.Clamp(-line.Intercept, -MostLogB, MostLogB);
        start[1] = Math.Clamp(Math.Log(line.Slope), LeastLogC, MostLogC);
        return true;
    }

    public double Inflection(ReadOnlySpan<double> parameters) => parameters[0] / Math.Exp(parameters[1]);
}
