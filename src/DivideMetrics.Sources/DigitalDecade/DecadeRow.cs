using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.DigitalDecade;

/// <summary>Words of the Commission's file in this product's.</summary>
internal static class DecadeRow
{
    private const string Edition = "desi_";

    /// <summary>
    /// The year of a period: <c>2021</c> is itself, <c>desi_2022</c> is an edition, whose figures are of <paramref name="lag"/> years
    /// before (the coverage figures of edition 2023 are the studies' of 2022).
    /// </summary>
    public static bool TryYear(string period, int lag, out int year)
    {
        if (!period.StartsWith(Edition, StringComparison.OrdinalIgnoreCase))
        {
            return NumberText.TryYear(period, out year);
        }

        var read = NumberText.TryYear(period.AsSpan(Edition.Length), out year);
        year -= lag;
        return read;
    }

    /// <summary>OBS_STATUS of Eurostat's flags, the gravest when there are several; false for a flag that nobody knows.</summary>
    public static bool TryStatus(string flags, bool hasValue, out ObsStatus status)
    {
        status = hasValue ? ObsStatus.A : ObsStatus.O;
        foreach (var flag in flags.ToLower(CultureInfo.InvariantCulture).Where(character => character is not (' ' or ',')))
        {
            if (StatusOf(flag) is not { } one)
            {
                return false;
            }

            status = hasValue ? Graver(status, one) : one == ObsStatus.Q ? ObsStatus.Q : status;
        }

        return true;
    }

    /// <summary>A value with a flag that says missing keeps no such status; of two, a break outweighs what only doubts.</summary>
    private static ObsStatus Graver(ObsStatus one, ObsStatus other) =>
        other.SaysMissing() || one == ObsStatus.B ? one : other == ObsStatus.A ? one : other;

    private static ObsStatus? StatusOf(char flag) => flag switch
    {
        'b' => ObsStatus.B,
        'd' => ObsStatus.D,
        'e' or 's' => ObsStatus.E,
        'f' => ObsStatus.F,
        'n' => ObsStatus.N,
        'p' => ObsStatus.P,
        'u' => ObsStatus.U,
        'r' => ObsStatus.A,
        'c' => ObsStatus.Q,
        'x' or 'z' => ObsStatus.O,
        _ => null,
    };
}
