using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Indices;

/// <summary>The score of one economy in one year, and what else its kind knows of it.</summary>
internal sealed record IndexRow(string Area, int Year, ScoreNode Tree, InputTally Tally)
{
    /// <summary>The 90 % interval of the score; null for kinds without one.</summary>
    internal (double Lower, double Upper)? Interval { get; init; }

    /// <summary>Further measures of the score: id and what was found.</summary>
    internal IReadOnlyList<(string Measure, Statistics.Assessed Found)> Further { get; init; } = [];
}

/// <summary>What the computation of one composite shares: economies, and values by indicator. Lives for one computation.</summary>
internal sealed class CompositeContext
{
    private readonly Dictionary<string, LatestValues> _values;

    internal CompositeContext(CompositeInputs inputs, CompositeKind kind)
    {
        Indicator = inputs.Indicator;
        Indicators = inputs.Indicators;
        Draws = inputs.Draws;
        Economies = inputs.Areas.Economies.Select(area => area.Code).ToList();
        IncomeGroups = Economies.Select(code => inputs.Areas.GroupOf(code, AreaGroupKind.IncomeGroup)?.Code).ToList();
        var economies = Economies.ToHashSet(StringComparer.Ordinal);
        _values = CompositeRegistry.InputsOf(inputs.Indicator, inputs.Indicators).Where(inputs.Figures.ContainsKey)
            .ToDictionary(id => id, id => LatestValues.Of(inputs.Figures[id], economies), StringComparer.Ordinal);
        var (first, last) = (_values.Values.Min(values => values.FirstYear), _values.Values.Max(values => values.LastYear));
        var from = Math.Max(first ?? 0, kind.FirstYear ?? int.MinValue);
        Years = last is null ? [] : Enumerable.Range(from, Math.Max(0, Math.Min(last.Value, kind.LastYear ?? int.MaxValue) - from + 1)).ToList();
    }

    /// <summary>The composite.</summary>
    internal Indicator Indicator { get; }

    internal IReadOnlyList<Indicator> Indicators { get; }

    internal GapIndexDraws Draws { get; }

    /// <summary>Codes of the economies, in order.</summary>
    internal IReadOnlyList<string> Economies { get; }

    /// <summary>Income group of each economy, latest classification; null for one without.</summary>
    internal IReadOnlyList<string?> IncomeGroups { get; }

    /// <summary>From the first to the last year with an input, within those of the kind.</summary>
    internal IReadOnlyList<int> Years { get; }

    /// <summary>True when an economy has at least one value of the indicator.</summary>
    internal bool Observed(string indicator) => _values.TryGetValue(indicator, out var values) && values.FirstYear is not null;

    /// <summary>The latest value of an indicator that is at most some years old; null when there is none.</summary>
    internal Figure? Latest(string indicator, string area, int year, int oldest) => _values.GetValueOrDefault(indicator)?.At(area, year, oldest);
}
