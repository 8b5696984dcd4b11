using System.Text;
using CsCheck;
using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>Each law holds for as many cubes as the variable CsCheck_Iter says; 100 unless it is set.</summary>
public sealed class CubeLawTests : IDisposable
{
    private static readonly ObsStatus[] OfValues =
        [ObsStatus.A, ObsStatus.B, ObsStatus.D, ObsStatus.E, ObsStatus.F, ObsStatus.G, ObsStatus.I, ObsStatus.N, ObsStatus.P, ObsStatus.U, ObsStatus.V];

    private static readonly Gen<(double? Value, ObsStatus Status)> Content = Gen.OneOf(
        Gen.Select(Gen.Double[-1e12, 1e12], Pick(OfValues), (value, status) => ((double?)value, status)),
        Pick(ObsStatus.L, ObsStatus.M, ObsStatus.O, ObsStatus.Q).Select(status => ((double?)null, status)));

    private static readonly Gen<CubeCell[]> Cubes = Gen.Select(
            Pick("F", "M", "_T"), Pick("IND", "KEN", "GRC", "XKX", "WLD"), Gen.Int[1990, 2040], Content,
            (sex, area, year, content) => new CubeCell(sex, area, year, content.Value, content.Status))
        .Array[1, 30].Select(cells => cells.DistinctBy(cell => (cell.Sex, cell.Area, cell.Year)).ToArray());

    private static readonly AreaCatalog Areas = Workbench.Areas();

    private readonly Workbench _bench = new();

    public static TheoryData<string> Adapters => [.. CubeWriters.All.Select(format => format.Name)];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Adapters))]
    public void A_cube_says_the_same_in_every_format(string name)
    {
        var format = CubeWriters.All.First(format => format.Name == name);

        Cubes.Sample(
            cells =>
            {
                var findings = new FindingSink();
                var taken = Read(format.Adapter, Encoding.UTF8.GetBytes(format.Write(cells)), findings);

                Assert.Equal(CubeBench.Sorted(cells.Select(cell => cell.Observation)), CubeBench.Sorted(taken));
                Assert.Empty(findings.Kept);
            },
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Adapters))]
    public void Damaged_bytes_give_observations_or_a_clear_failure(string name)
    {
        var format = CubeWriters.All.First(format => format.Name == name);
        var damage = Gen.Select(Gen.Int[0, 1 << 20], Gen.Int[0, 3], Gen.Byte).Array[1, 6];

        Gen.Select(Cubes, damage).Sample(
            (cells, mutations) =>
            {
                var bytes = mutations.Aggregate(Encoding.UTF8.GetBytes(format.Write(cells)), Damaged);

                try
                {
                    var taken = Read(format.Adapter, bytes, new FindingSink());
                    Assert.All(taken, row => Assert.True(row.Value is { } value ? double.IsFinite(value) && !row.Status.SaysMissing() : row.Status.SaysMissing()));
                }
                catch (SourceException failure)
                {
                    Assert.NotEmpty(failure.Message);
                }
            },
            threads: 1);
    }

    private List<Observation> Read(string adapter, byte[] bytes, FindingSink findings)
    {
        var source = CubeBench.Cube(adapter);
        return [.. _bench.Registry.For(source).Parse(new(source, [_bench.RawBytes("x", bytes)], Areas, findings))];
    }

    private static Gen<T> Pick<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    /// <summary>Changes, removes, doubles or cuts off at a place.</summary>
    private static byte[] Damaged(byte[] bytes, (int At, int Kind, byte New) mutation)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        var at = mutation.At % bytes.Length;
        return mutation.Kind switch
        {
            0 => [.. bytes[..at], mutation.New, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + 1 + (mutation.New % 8))..]],
            2 => [.. bytes[..Math.Min(bytes.Length, at + mutation.New)], .. bytes[at..]],
            _ => bytes[..at],
        };
    }
}
