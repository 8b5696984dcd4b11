using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Two groups of people that an indicator tells apart, and the measures of <see cref="Parity"/> between them.</summary>
/// <param name="Kind">What divides them: <c>gender</c>, or the kind of an <see cref="Indicators.Contrast"/>.</param>
/// <param name="Disadvantaged">The side that is expected to be behind, in one word for classes.</param>
/// <param name="Advantaged">The other side.</param>
internal sealed record TwoSides(string Kind, string Disadvantaged, string Advantaged)
{
    /// <summary>Women and men: series of the indicator itself.</summary>
    internal static TwoSides Sexes { get; } = new("gender", "women", "men");

    /// <summary>The kinds of contrasts: each side is an indicator of its own.</summary>
    internal static IReadOnlyList<TwoSides> Contrasts { get; } =
    [
        new("location", "rural", "urban"),
        new("age", "old", "young"),
        new("income", "poorest", "richest"),
        new("education", "less-educated", "more-educated"),
        new("size", "small", "large"),
    ];

    /// <summary>The measures of all kinds.</summary>
    internal static IReadOnlyList<Measure> Measures { get; } = [.. Sexes.OfSexes(), .. Contrasts.SelectMany(sides => sides.OfContrast())];

    private bool OfSex => Kind == "gender";

    private MeasureNeeds Needs => OfSex ? MeasureNeeds.Sexes : MeasureNeeds.Contrast;

    private string? ContrastKind => OfSex ? null : Kind;

    private string DisadvantagedBehind { get; } = $"{Disadvantaged}-behind";

    private string AdvantagedBehind { get; } = $"{Advantaged}-behind";

    /// <summary>Areas and years in which both sides have a value, the disadvantaged on the left. Ask <see cref="GapContext.PairsOf"/>, which keeps them.</summary>
    internal AlignedPairs Pairs(GapContext context)
    {
        if (OfSex)
        {
            return AlignedPairs.Of(context.Panel, context.Panel, Sex.Female, Sex.Male);
        }

        var contrast = context.Indicator.Contrasts.Single(contrast => contrast.Kind == Kind);
        return AlignedPairs.Of(context.PanelOf(contrast.Disadvantaged), context.PanelOf(contrast.Advantaged));
    }

    private IEnumerable<Measure> OfSexes() =>
        [Ratio("gender-parity", "Gender parity score"), Gap(), RelativeGap(), Adjusted("gender-parity-adjusted"), OfflineRatio()];

    private IEnumerable<Measure> OfContrast() => [Gap(), Ratio($"{Kind}-ratio", $"Ratio by {Kind}"), Adjusted($"{Kind}-parity"), OfflineRatio()];

    private Measure Gap() => new($"{Kind}-gap", MeasureScope.Economy, Needs, Computing($"{Kind}-gap", Parity.Gap))
    {
        Contrast = ContrastKind,
        Documented = [new(typeof(Parity), nameof(Parity.Gap))],
        Title = OfSex ? "Gender gap" : $"Gap by {Kind}",
        Unit = "indicator's unit",
        Formula = $"x_a − x_d; {Names}",
        Reference = "Difference of published values",
        Range = "any; above 0 the disadvantaged have less",
        HigherIsWider = true,
    };

    private Measure Ratio(string id, string title) => new(id, MeasureScope.Economy, Needs, Computing(id, Classed))
    {
        Contrast = ContrastKind,
        Documented = [new(typeof(Parity), nameof(Parity.Ratio))],
        Title = title,
        Unit = "ratio",
        Formula = $"x_d / x_a; parity from 0.98 to 1.02, almost from 0.95 to below 0.98; {Names}",
        Reference = OfSex ? "ITU, Facts and Figures 2022–2024 and 2020" : "ITU, Facts and Figures 2024; classes as ITU has them for women and men",
        Range = "0 and above; 1 is parity",
        Categories = [Parity.AtParity, Parity.Almost, DisadvantagedBehind, AdvantagedBehind],
    };

    private Measure RelativeGap() => new($"{Kind}-gap-relative", MeasureScope.Economy, Needs, Computing($"{Kind}-gap-relative", Parity.RelativeGap))
    {
        Documented = [new(typeof(Parity), nameof(Parity.RelativeGap))],
        Title = "Gender gap, relative",
        Unit = "ratio",
        Formula = $"(x_a − x_d) / x_a; {Names}",
        Reference = "Inclusive Internet Index, gender gap relative to men",
        Range = "1 and below; 0 is parity, above it the disadvantaged have less",
        HigherIsWider = true,
    };

    private Measure Adjusted(string id) => new(id, MeasureScope.Economy, Needs, Computing(id, Parity.Adjusted))
    {
        Contrast = ContrastKind,
        Documented = [new(typeof(Parity), nameof(Parity.Adjusted))],
        Title = OfSex ? "Gender parity index, adjusted" : $"Parity index by {Kind}, adjusted",
        Unit = "ratio",
        Formula = $"DPI = x_d / x_a where that is 1 or less, else 2 − 1/DPI; {Names}",
        Reference = "UNESCO Institute for Statistics, metadata of SDG indicator 4.5.1",
        Range = "0 to 2; 1 is parity, the same distance on either side of it is the same disparity",
    };

    private Measure OfflineRatio() => new(
        $"{Kind}-offline-ratio", MeasureScope.Economy, Needs | MeasureNeeds.Percentage, Computing($"{Kind}-offline-ratio", Parity.OfflineRatio))
    {
        Contrast = ContrastKind,
        Documented = [new(typeof(Parity), nameof(Parity.OfflineRatio))],
        Title = OfSex ? "Women left out relative to men" : $"Ratio of those left out by {Kind}",
        Unit = "ratio",
        Formula = $"(100 − x_d) / (100 − x_a), at equal numbers of both; {Names}",
        Reference = "Complement of published percentages; ITU, Facts and Figures 2023, on women among those offline",
        Range = "0 and above; 1 is parity, above it the disadvantaged are left out more often",
        HigherIsWider = true,
    };

    private string Names => $"d {Disadvantaged}, a {Advantaged}, in each year that has both";

    private Func<GapContext, IEnumerable<Gap>> Computing(string id, Func<double, double, Assessed> of) => context =>
    {
        var pairs = context.PairsOf(this);
        return Enumerable.Range(0, pairs.Count)
            .Select(i => context.Gap(id, pairs.Areas[i], pairs.Years[i], of(pairs.Left[i], pairs.Right[i])));
    };

    private Assessed Classed(double disadvantaged, double advantaged)
    {
        var ratio = Parity.Ratio(disadvantaged, advantaged);
        return ratio.Value is { } score ? ratio with { Category = ClassOf(score) } : ratio;
    }

    private string ClassOf(double score) => score switch
    {
        > 1.02 => AdvantagedBehind,
        >= 0.98 => Parity.AtParity,
        >= 0.95 => Parity.Almost,
        _ => DisadvantagedBehind,
    };
}
