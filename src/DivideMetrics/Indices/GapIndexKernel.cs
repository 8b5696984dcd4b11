using System.Numerics;

namespace DivideMetrics.Indices;

/// <summary>Scores all economies of a year by one draw. The inner loops run over economies, several at once. One kernel for each thread.</summary>
internal sealed class GapIndexKernel(GapIndexFrame frame)
{
    private readonly double[] _dimension = new double[frame.Economies];
    private readonly double[] _weight = new double[frame.Economies];
    private readonly double[] _community = new double[frame.Economies];
    private readonly double[] _dimensions = new double[frame.Economies];

    /// <summary>Writes the index of every economy, 0 to 100.</summary>
    internal void Score(GapIndexDraw draw, Span<double> scores)
    {
        var framework = frame.Framework;
        var variant = draw.Fill ? frame.Filled : frame.LeftOut;
        var dimension = 0;
        scores.Fill(draw.Geometric ? 1 : 0);
        foreach (var community in framework.Communities)
        {
            Array.Clear(_community);
            Array.Clear(_dimensions);
            foreach (var part in community.Dimensions)
            {
                AddDimension(draw, variant, part);
                Close(variant.Scored(dimension++));
            }

            Join(draw.Geometric, scores);
        }

        Finish(draw.Geometric, framework.Communities.Count, scores);
    }

    /// <summary>Σ w s and Σ w over the indicators of a dimension.</summary>
    private void AddDimension(GapIndexDraw draw, GapIndexFrame.Variant variant, GapIndexDimension dimension)
    {
        Array.Clear(_dimension);
        Array.Clear(_weight);
        for (var i = dimension.First; i < dimension.First + dimension.Count; i++)
        {
            Add(variant.Positions(i), variant.Present(i), draw.Weights[i], (draw.Shift[i], draw.Gain[i]));
        }
    }

    private void Add(ReadOnlySpan<double> positions, ReadOnlySpan<double> present, double weight, (double Shift, double Gain) goalposts)
    {
        var economy = 0;
        for (; economy <= positions.Length - Vector<double>.Count; economy += Vector<double>.Count)
        {
            var position = new Vector<double>(positions[economy..]) - new Vector<double>(goalposts.Shift);
            var score = Vector.Min(Vector.Max(position * goalposts.Gain, Vector<double>.Zero), Vector<double>.One);
            var counts = new Vector<double>(present[economy..]) * weight;
            (new Vector<double>(_dimension, economy) + (counts * score)).CopyTo(_dimension, economy);
            (new Vector<double>(_weight, economy) + counts).CopyTo(_weight, economy);
        }

        for (; economy < positions.Length; economy++)
        {
            var counts = present[economy] * weight;
            _dimension[economy] += counts * Math.Clamp((positions[economy] - goalposts.Shift) * goalposts.Gain, 0, 1);
            _weight[economy] += counts;
        }
    }

    /// <summary>Adds the dimension's score to its community where there is one.</summary>
    private void Close(ReadOnlySpan<double> scored)
    {
        for (var economy = 0; economy < scored.Length; economy++)
        {
            if (scored[economy] > 0)
            {
                _community[economy] += _dimension[economy] / _weight[economy];
                _dimensions[economy]++;
            }
        }
    }

    private void Join(bool geometric, Span<double> scores)
    {
        for (var economy = 0; economy < scores.Length; economy++)
        {
            var score = _community[economy] / _dimensions[economy];
            scores[economy] = geometric ? scores[economy] * score : scores[economy] + score;
        }
    }

    private static void Finish(bool geometric, int communities, Span<double> scores)
    {
        for (var economy = 0; economy < scores.Length; economy++)
        {
            scores[economy] = GoalpostScore.Greatest
                * (geometric ? Math.Pow(scores[economy], 1.0 / communities) : scores[economy] / communities);
        }
    }
}
