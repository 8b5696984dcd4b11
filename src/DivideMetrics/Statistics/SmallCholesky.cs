namespace DivideMetrics.Statistics;

/// <summary>Cholesky decomposition of the small symmetric matrices of a fit, in place and row by row in one span.</summary>
internal static class SmallCholesky
{
    private const double Tiny = 1e-14;

    /// <summary>Replaces the lower triangle by its factor; false when the matrix is not safely positive definite.</summary>
    internal static bool TryFactor(Span<double> matrix, int size)
    {
        for (var row = 0; row < size; row++)
        {
            var diagonal = matrix[(row * size) + row];
            for (var column = 0; column <= row; column++)
            {
                var sum = matrix[(row * size) + column];
                for (var k = 0; k < column; k++)
                {
                    sum -= matrix[(row * size) + k] * matrix[(column * size) + k];
                }

                if (row == column && !(sum > Tiny * diagonal))
                {
                    return false;
                }

                matrix[(row * size) + column] = row == column ? Math.Sqrt(sum) : sum / matrix[(column * size) + column];
            }
        }

        return true;
    }

    /// <summary>Solves for one right side, in place, with the factor of <see cref="TryFactor"/>.</summary>
    internal static void Solve(ReadOnlySpan<double> factor, Span<double> right)
    {
        var size = right.Length;
        for (var row = 0; row < size; row++)
        {
            for (var k = 0; k < row; k++)
            {
                right[row] -= factor[(row * size) + k] * right[k];
            }

            right[row] /= factor[(row * size) + row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < size; k++)
            {
                right[row] -= factor[(k * size) + row] * right[k];
            }

            right[row] /= factor[(row * size) + row];
        }
    }
}
