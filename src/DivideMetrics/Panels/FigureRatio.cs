using DivideMetrics.Observations;

namespace DivideMetrics.Panels;

/// <summary>Divides the figures of an indicator by those of another.</summary>
public static class FigureRatio
{
    /// <summary>
    /// From the firmest to the weakest. A break is last, so that it is never lost: without it two series would be read as one.
    /// </summary>
    private static readonly ObsStatus[] ByStrength =
    [
        ObsStatus.A, ObsStatus.V, ObsStatus.P, ObsStatus.D, ObsStatus.N, ObsStatus.U, ObsStatus.E, ObsStatus.I, ObsStatus.F, ObsStatus.G, ObsStatus.B,
    ];

    /// <summary>
    /// numerator / denominator × factor for every figure of the numerator, at the same area and year. The value is null where either is
    /// missing or the denominator is not above 0: nothing is interpolated and nothing is carried to another year. The status is the weaker
    /// of both, that of a missing value O unless the numerator says why; source and vintage are the numerator's.
    /// </summary>
    /// <param name="numerators">Figures of all people (<c>_T</c>).</param>
    /// <param name="denominators">Figures of the indicator that is divided by; its totals are used.</param>
    /// <param name="factor">Multiplier of the quotient.</param>
    /// <returns>One figure for each of the numerator's, in its order.</returns>
    public static IReadOnlyList<Figure> Of(IReadOnlyList<Figure> numerators, IReadOnlyList<Figure> denominators, double factor)
    {
        ArgumentNullException.ThrowIfNull(numerators);
        ArgumentNullException.ThrowIfNull(denominators);
        var totals = new Dictionary<(string Area, int Year), Figure>(denominators.Count);
        foreach (var figure in denominators)
        {
            if (figure is { Sex: Sex.Total, Value: > 0 })
            {
                totals[(figure.Area, figure.Year)] = figure;
            }
        }

        var quotients = new List<Figure>(numerators.Count);
        foreach (var figure in numerators)
        {
            quotients.Add(Quotient(figure, totals.GetValueOrDefault((figure.Area, figure.Year)), factor));
        }

        return quotients;
    }

    private static Figure Quotient(Figure numerator, Figure? denominator, double factor) =>
        numerator.Value is { } value && denominator?.Value is { } divisor && value / divisor * factor is var quotient && double.IsFinite(quotient)
            ? numerator with { Value = quotient, Status = Weaker(numerator.Status, denominator.Status) }
            : numerator with { Value = null, Status = numerator.Status.SaysMissing() ? numerator.Status : ObsStatus.O };

    private static ObsStatus Weaker(ObsStatus one, ObsStatus other) =>
        Array.IndexOf(ByStrength, one) >= Array.IndexOf(ByStrength, other) ? one : other;
}
