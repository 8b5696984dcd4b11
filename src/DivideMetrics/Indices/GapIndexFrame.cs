using DivideMetrics.Observations;
using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>
/// One year of the gap index as arrays: where each economy stands between the goalposts of each indicator, economies side by side. Made for
/// scoring the same year a thousand times.
/// </summary>
internal sealed class GapIndexFrame
{
    private GapIndexFrame(GapIndexFramework framework, int economies)
    {
        Framework = framework;
        Economies = economies;
        LeftOut = new(framework, economies);
        Filled = new(framework, economies);
    }

    internal GapIndexFramework Framework { get; }

    /// <summary>Number of economies: those that have an index.</summary>
    internal int Economies { get; }

    /// <summary>Missing values left out.</summary>
    internal Variant LeftOut { get; }

    /// <summary>Missing values replaced by the median of the income group.</summary>
    internal Variant Filled { get; }

    /// <summary>Builds the frame of a year.</summary>
    /// <param name="framework">Indicators by community and dimension.</param>
    /// <param name="figures">Figures of all economies, economy by economy in the order of the framework; null where missing.</param>
    /// <param name="groups">Income group of each economy; null for one without.</param>
    /// <param name="scored">Positions of the economies that have an index.</param>
    internal static GapIndexFrame Of(GapIndexFramework framework, ReadOnlySpan<Figure?> figures, IReadOnlyList<string?> groups, int[] scored)
    {
        var frame = new GapIndexFrame(framework, scored.Length);
        var positions = new double?[groups.Count];
        for (var indicator = 0; indicator < framework.Indicators.Count; indicator++)
        {
            var goalposts = framework.Indicators[indicator].Goalposts!;
            for (var economy = 0; economy < positions.Length; economy++)
            {
                var value = figures[(economy * framework.Indicators.Count) + indicator]?.Value;
                positions[economy] = value is null ? null : GoalpostScore.Position(value.Value, goalposts);
            }

            frame.Set(indicator, scored, positions, Medians(positions, groups));
        }

        frame.LeftOut.Close(framework, needed: true);
        frame.Filled.Close(framework, needed: false);
        return frame;
    }

    private void Set(int indicator, int[] scored, double?[] positions, double?[] medians)
    {
        for (var i = 0; i < scored.Length; i++)
        {
            LeftOut.Set(indicator, i, positions[scored[i]]);
            Filled.Set(indicator, i, positions[scored[i]] ?? medians[scored[i]]);
        }
    }

    /// <summary>
    /// For each economy the median position of its income group, of all economies where the group has no value or the economy no group; null when
    /// nobody has a value.
    /// </summary>
    private static double?[] Medians(double?[] positions, IReadOnlyList<string?> groups)
    {
        double? Median(Func<int, bool> belongs) =>
            Quantile.Of([.. Enumerable.Range(0, positions.Length).Where(i => positions[i] is not null && belongs(i)).Select(i => positions[i]!.Value)], 0.5).Value;
        var all = Median(_ => true);
        var byGroup = groups.OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(group => group, group => Median(i => groups[i] == group) ?? all, StringComparer.Ordinal);
        return groups.Select(group => group is null ? all : byGroup[group]).ToArray();
    }

    /// <summary>Positions of all economies under one treatment of missing values.</summary>
    internal sealed class Variant(GapIndexFramework framework, int economies)
    {
        private readonly double[] _positions = new double[framework.Indicators.Count * economies];
        private readonly double[] _present = new double[framework.Indicators.Count * economies];
        private readonly double[] _scored = new double[framework.Dimensions.Count * economies];

        /// <summary>Where each economy stands between the goalposts of an indicator; 0 where it has no value.</summary>
        internal ReadOnlySpan<double> Positions(int indicator) => _positions.AsSpan(indicator * economies, economies);

        /// <summary>1 for each economy that has a value of an indicator, else 0.</summary>
        internal ReadOnlySpan<double> Present(int indicator) => _present.AsSpan(indicator * economies, economies);

        /// <summary>1 for each economy that has a score in a dimension, else 0.</summary>
        internal ReadOnlySpan<double> Scored(int dimension) => _scored.AsSpan(dimension * economies, economies);

        internal void Set(int indicator, int economy, double? position)
        {
            _positions[(indicator * economies) + economy] = position ?? 0;
            _present[(indicator * economies) + economy] = position is null ? 0 : 1;
        }

        /// <summary>Says which dimensions have a score: those with enough indicators, or where not so many are needed, with one.</summary>
        internal void Close(GapIndexFramework framework, bool needed)
        {
            for (var dimension = 0; dimension < framework.Dimensions.Count; dimension++)
            {
                var (_, first, count) = framework.Dimensions[dimension];
                for (var economy = 0; economy < economies; economy++)
                {
                    var present = 0;
                    for (var i = first; i < first + count; i++)
                    {
                        present += (int)_present[(i * economies) + economy];
                    }

                    _scored[(dimension * economies) + economy] = (needed ? GapIndex.EnoughIndicators(present, count) : present > 0) ? 1 : 0;
                }
            }
        }
    }
}
