using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Sources;
using static DivideMetrics.Tests.Quality.GateBench;

namespace DivideMetrics.Tests.Quality;

public sealed class GateLawsTests
{
    private static readonly SourceDefinition Two = Source(Percent("S"), Percent("T")) with { Checks = new() { Nested = [["S", "T"]], OutlierScore = 4 } };

    /// <summary>Some of the usual rows, some of them changed.</summary>
    private static readonly Gen<Observation[]> Rows =
        Gen.Select(Gen.Shuffle(Usual("S").Concat(Usual("T")).ToArray()), Gen.Int[1, 1120], Gen.Double[0.1, 10]).Select((rows, count, factor) =>
            rows.Take(count).Select((row, index) => index % 3 == 0 ? row with { Value = row.Value * factor } : row).ToArray());

    [Fact]
    public void Verdict_and_findings_do_not_depend_on_the_order_of_rows() =>
        Gen.Select(Rows, Rows).SelectMany(states => Gen.Shuffle(states.Item2).Select(shuffled => (Before: states.Item1, Now: states.Item2, Shuffled: shuffled)))
            .Sample(states => Said(Judge(Two, states.Before, states.Now)) == Said(Judge(Two, states.Before, states.Shuffled)), iter: 60);

    [Fact]
    public void Same_state_again_is_never_held() =>
        Rows.Sample(rows => !Judge(Two with { Checks = new() }, rows, rows).Verdict.Holds, iter: 60);

    [Fact]
    public void Unit_of_a_count_does_not_change_its_findings() =>
        Gen.Select(Gen.Int[-20, 40], Gen.Int[0, 559], Gen.Double[0.2, 5]).Sample(
            (exponent, at, factor) =>
            {
                var rows = Usual("N");
                rows[at] = rows[at] with { Value = rows[at].Value * factor };
                return Said(Judge(Source(Count("N")), [], rows)) == Said(Judge(Source(Count("N")), [], Times(rows, Math.Pow(2, exponent))));
            },
            iter: 60);

    private static IEnumerable<Observation> Times(IEnumerable<Observation> rows, double factor) => rows.Select(row => row with { Value = row.Value * factor });

    private static string Said(Judged judged) => string.Join('\n', judged.Verdict.Reasons.Append(
        string.Join(' ', judged.Findings.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))));
}
