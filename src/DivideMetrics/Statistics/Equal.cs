namespace DivideMetrics.Statistics;

/// <summary>Equal weights: what makes a weighted measure an unweighted one.</summary>
internal static class Equal
{
    /// <summary>A weight of 1 for each of so many values.</summary>
    internal static double[] Weights(int count)
    {
        var weights = new double[count];
        Array.Fill(weights, 1);
        return weights;
    }
}
