using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>A value of reference: reaching it is worth 1.</summary>
/// <param name="Value">The reference.</param>
/// <param name="Log">True when log10 of the value is divided by log10 of the reference.</param>
/// <param name="Factor">Multiplier from the input's unit to that of the reference.</param>
public sealed record IdiReference(double Value, bool Log = false, double Factor = 1);

/// <summary>
/// ITU's ICT Development Index to its edition 2017: inputs over their reference values, capped at 1; access (0.40), use (0.40) and skills (0.20) are
/// simple means; times 10. From 0 to 10, higher is better. Not comparable with the index of today.
/// </summary>
public static class Idi2017
{
    /// <summary>The greatest score.</summary>
    public const double Greatest = 10;

    /// <summary>What is not certain about it: shown wherever it is.</summary>
    public const string Assumption = "assumption: reference values of the edition 2011 for every year, weights of the sub-indices of 2016";

    /// <summary>The eleven inputs: access a1–a5, use u1–u3, skills s1–s3.</summary>
    public static IReadOnlyList<CompositeRole> Roles { get; } =
    [
        new("a1", "fixed telephone subscriptions", "per 100 inhabitants"),
        new("a2", "mobile cellular subscriptions", "per 100 inhabitants"),
        new("a3", "international bandwidth per Internet user", "kbit/s"),
        new("a4", "households with a computer", "%"),
        new("a5", "households with Internet access", "%"),
        new("u1", "individuals using the Internet", "%"),
        new("u2", "fixed broadband subscriptions", "per 100 inhabitants"),
        new("u3", "mobile-broadband subscriptions", "per 100 inhabitants"),
        new("s1", "adult literacy", "%"),
        new("s2", "gross secondary enrolment", "%"),
        new("s3", "gross tertiary enrolment", "%"),
    ];

    /// <summary>Reference values of the edition 2011 (ITU, Measuring the Information Society 2011, Box 1.2).</summary>
    public static IReadOnlyDictionary<string, IdiReference> Edition2011 { get; } = new Dictionary<string, IdiReference>(StringComparer.Ordinal)
    {
        ["a1"] = new(60), ["a2"] = new(170), ["a3"] = new(280_377, Log: true, Factor: 1000), ["a4"] = new(100), ["a5"] = new(100),
        ["u1"] = new(100), ["u2"] = new(60), ["u3"] = new(100),
        ["s1"] = new(100), ["s2"] = new(100), ["s3"] = new(100),
    };

    /// <summary>The score of one economy with its sub-indices <c>access</c>, <c>use</c> and <c>skills</c>.</summary>
    /// <param name="inputs">Finite values by the symbol of <see cref="Roles"/>, missing ones left out.</param>
    /// <returns>Without a score when an input is missing: the reason names it.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    /// <remarks>Source: ITU, Measuring the Information Society 2011 and 2016; worked example Korea 2010: 8.44 with exact thirds.</remarks>
    public static ScoreNode Of(IReadOnlyDictionary<string, double> inputs)
    {
        if (CompositeRole.Missing(Roles, inputs) is { } missing)
        {
            return ScoreNode.Refused("idi-2017", missing);
        }

        ScoreNode Sub(string name, char symbol, double weight) => ScoreNode.Mean(
            name,
            Aggregation.Arithmetic,
            [.. Roles.Where(role => role.Id[0] == symbol).Select(role => ScoreNode.Leaf(role.Id, Assessed.Of(Normalised(role.Id, inputs[role.Id]))))])
            with { Weight = weight };
        return ScoreNode.Mean("idi-2017", Aggregation.Arithmetic, Sub("access", 'a', 0.4), Sub("use", 'u', 0.4), Sub("skills", 's', 0.2));
    }

    /// <summary>
    /// The score with the weights as the old tables print them: 0.33 for each of the three indicators of use and of skills, which add up to 0.99.
    /// Only for reproducing those tables: Korea 2010 gives 8.39.
    /// </summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed AsPrinted(IReadOnlyDictionary<string, double> inputs)
    {
        var whole = Of(inputs);
        return whole.Score.Value is null
            ? whole.Score
            : Assessed.Of(whole.Parts.Sum(sub => sub.Weight * sub.Score.Value!.Value * (sub.Name == "access" ? 1 : 0.99)));
    }

    private static double Normalised(string role, double value)
    {
        Require.Finite(value, role);
        var (reference, log, factor) = Edition2011[role];
        var measured = value * factor;
        var ratio = log ? Math.Log10(Math.Max(1, measured)) / Math.Log10(reference) : measured / reference;
        return Greatest * Math.Clamp(ratio, 0, 1);
    }
}
