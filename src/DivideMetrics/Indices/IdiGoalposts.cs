using DivideMetrics.Indicators;

namespace DivideMetrics.Indices;

/// <summary>What an edition of the ICT Development Index fixes: the goalposts of its indicators and the weights of mobile coverage.</summary>
/// <param name="ByRole">Goalposts by the symbol of the indicator: threshold (worth 0) and goalpost (worth 100).</param>
/// <param name="WeightOf3G">Weight of coverage by at least 3G inside m1.</param>
/// <param name="WeightOf4G">Weight of coverage by at least 4G inside m1.</param>
public sealed record IdiGoalposts(IReadOnlyDictionary<string, Goalposts> ByRole, double WeightOf3G, double WeightOf4G)
{
    /// <summary>
    /// Editions 2023 and 2024 (ITU, The ICT Development Index 2024, Annex 1). The report contradicts itself, and its own worked example decides:
    /// Table 2 prints the threshold 37.4 for the fixed-broadband basket, Box A1.1 computes with 33.30; the mobile basket's is 21.33. The reversed
    /// formula is printed with the wrong sign of its denominator, and the logarithmic one with the value below the fraction bar.
    /// </summary>
    public static IdiGoalposts Edition2023 { get; } = new(
        new Dictionary<string, Goalposts>(StringComparer.Ordinal)
        {
            ["u1"] = new(0, 95),
            ["u2"] = new(0, 95),
            ["u3"] = new(0, 150),
            ["a"] = new(0, 100),
            ["b"] = new(0, 100),
            ["m2"] = new(0, 500, Log: true),
            ["m3"] = new(0, 10_000, Log: true),
            ["m4"] = new(21.33, 1),
            ["m5"] = new(33.30, 1),
            ["m6"] = new(0, 95),
        },
        WeightOf3G: 0.4,
        WeightOf4G: 0.6);
}
