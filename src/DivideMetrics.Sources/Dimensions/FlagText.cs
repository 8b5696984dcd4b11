using DivideMetrics.Observations;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>What statuses and flags say about an observation.</summary>
/// <param name="WithValue">The status of a value; null when every flag says that there is none.</param>
/// <param name="Missing">The status where there is no value; null when no flag says why.</param>
/// <param name="Unknown">A flag that we do not know; null when all are known.</param>
internal readonly record struct Flags(ObsStatus? WithValue, ObsStatus? Missing, string? Unknown);

/// <summary>OBS_STATUS of SDMX, and the flags of Eurostat, several of which may stand together (<c>bu</c>, <c>b|C</c>).</summary>
internal static class FlagText
{
    // One status is kept: what breaks comparability first, then what makes a value doubtful, then how it came about.
    private static readonly ObsStatus[] Precedence =
    [
        ObsStatus.B, ObsStatus.U, ObsStatus.D, ObsStatus.F, ObsStatus.E, ObsStatus.I, ObsStatus.G, ObsStatus.V, ObsStatus.P, ObsStatus.N,
    ];

    /// <summary>Reads a text of statuses or flags.</summary>
    /// <param name="text">The text; null or empty is a normal value.</param>
    /// <param name="own">The provider's own statuses and ours.</param>
    public static Flags Parse(string? text, IReadOnlyDictionary<string, string> own)
    {
        var flags = new Flags(ObsStatus.A, null, null);
        if (string.IsNullOrWhiteSpace(text))
        {
            return flags;
        }

        if (own.TryGetValue(text.Trim(), out var ours) && StatusText.TryParse(ours, out var mapped))
        {
            return mapped.SaysMissing() ? new(null, mapped, null) : new(mapped, null, null);
        }

        var parts = text.Split(['|', ',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? flags : Together([.. parts.SelectMany(Single)]);
    }

    /// <summary>Eurostat writes its flags in small letters one after the other; a longer word in capitals is a code of its own.</summary>
    private static IEnumerable<string> Single(string part) =>
        part.All(char.IsAsciiLetterLower) ? part.Select(letter => letter.ToString()) : [part];

    private static Flags Together(List<string> codes)
    {
        var values = codes.Select(OfValue).OfType<ObsStatus>().ToList();
        var missing = codes.Select(OfMissing).OfType<ObsStatus>().ToList();
        var saysMissing = missing.Count > 0 && values.Count == 0;
        return new(
            saysMissing ? null : Precedence.Cast<ObsStatus?>().FirstOrDefault(status => values.Contains(status!.Value)) ?? ObsStatus.A,
            missing.Count > 0 ? missing[0] : null,
            codes.Find(code => OfValue(code) is null && OfMissing(code) is null));
    }

    private static ObsStatus? OfValue(string code) => code switch
    {
        "A" or "a" or "r" or "R" => ObsStatus.A,
        "b" or "B" => ObsStatus.B,
        "d" or "D" or "W" => ObsStatus.D,
        "e" or "E" or "s" => ObsStatus.E,
        "f" or "F" => ObsStatus.F,
        "g" or "G" => ObsStatus.G,
        "i" or "I" => ObsStatus.I,
        "n" or "N" => ObsStatus.N,
        "p" or "P" => ObsStatus.P,
        "u" or "U" => ObsStatus.U,
        "v" or "V" => ObsStatus.V,
        _ => null,
    };

    /// <summary>An unreliable figure that is not shown is suppressed; one that is part of another (K) was not collected.</summary>
    private static ObsStatus? OfMissing(string code) => code switch
    {
        "c" or "C" or "q" or "Q" or "u" or "U" => ObsStatus.Q,
        "z" or "Z" or "M" or "H" => ObsStatus.M,
        "m" or "o" or "O" => ObsStatus.O,
        "l" or "L" or "K" => ObsStatus.L,
        _ => null,
    };
}
