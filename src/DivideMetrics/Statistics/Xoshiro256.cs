using System.Numerics;

namespace DivideMetrics.Statistics;

/// <summary>
/// Pseudo-random numbers whose sequence is fixed for ever, which that of <see cref="Random"/> is not: xoshiro256** (Blackman and Vigna 2021,
/// "Scrambled linear pseudorandom number generators", ACM TOMS 47(4)), its state filled by SplitMix64 (Steele, Lea and Flood 2014). Period 2^256 − 1.
/// </summary>
/// <remarks>Not for secrets. Not safe for several threads at once: give each draw its own stream.</remarks>
internal sealed class Xoshiro256
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>The stream of a seed. Streams of one seed and different numbers are independent for all purposes of simulation.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">Which stream, for example the number of the draw.</param>
    internal Xoshiro256(ulong seed, ulong stream = 0)
    {
        // The stream's number is mixed before it meets the seed, so that stream 1 of seed 0 is not stream 0 of seed 1.
        var state = seed ^ SplitMix64(ref stream);
        (_a, _b, _c, _d) = (SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state));
    }

    private Xoshiro256(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>A generator in a given state, as the reference implementation's vectors are written.</summary>
    internal static Xoshiro256 InState(ulong a, ulong b, ulong c, ulong d) => new(a, b, c, d);

    /// <summary>The next number of SplitMix64, which moves the state on.</summary>
    internal static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>64 random bits.</summary>
    internal ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Evenly spread over [0, 1), in steps of 2^−53.</summary>
    internal double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Evenly spread over [low, high).</summary>
    internal double Between(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>True or false with equal chance.</summary>
    internal bool Coin() => Next() >> 63 == 1;

    /// <summary>
    /// Fills with weights above 0 that add up to 1, every such set equally likely: Dirichlet(1, …, 1), as exponential numbers over their sum
    /// (Devroye 1986, "Non-uniform random variate generation", chapter XI.4).
    /// </summary>
    internal void Dirichlet(Span<double> weights)
    {
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            // 1 − u lies in (0, 1]; the least exponential number is raised above 0, so that no part ever weighs nothing.
            weights[i] = Math.Max(-Math.Log(1 - Uniform()), double.Epsilon);
            sum += weights[i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= sum;
        }
    }
}
