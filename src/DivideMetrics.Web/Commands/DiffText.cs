using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Web.Revisions;

namespace DivideMetrics.Web.Commands;

/// <summary>A comparison as text for a terminal.</summary>
internal static class DiffText
{
    private const int Few = 20;

    /// <summary>
    /// Writes the counts, what was met, and the greatest revisions and withdrawals, or with <paramref name="all"/> every change in its
    /// order.
    /// </summary>
    public static async Task WriteAsync(Stream target, FileComparison compared, bool all)
    {
        await using var text = new StreamWriter(target, leaveOpen: true);
        foreach (var (kind, points) in ChangeWords.Of(compared.Difference.Counts))
        {
            await text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{kind,-18}{points,12}"));
        }

        foreach (var gone in compared.Difference.Gone)
        {
            await text.WriteLineAsync(
                FormattableString.Invariant(
                    $"Series gone: {NameOf(gone.Series)}, {gone.Points} points; they are not counted as withdrawn."));
        }

        await text.WriteLineAsync(
            $"Findings in the older: {CodesOf(compared.OldFindings)}; in the newer: {CodesOf(compared.NewFindings)}.");
        foreach (var change in all ? compared.Difference.Changes : Greatest(compared.Difference.Changes))
        {
            await text.WriteLineAsync(Line(change));
        }
    }

    private static IEnumerable<Change> Greatest(IReadOnlyList<Change> changes) =>
        changes.Where(change => change.Kind == ChangeKind.UpdateValue)
            .OrderByDescending(change => Math.Abs(change.Difference ?? double.MaxValue)).Take(Few)
            .Concat(changes.Where(change => change.Kind == ChangeKind.Withdraw).Take(Few));

    private static string Line(Change change)
    {
        var point = FormattableString.Invariant($"{NameOf(change.Series)} {change.Area} {change.Year}");
        return $"{ChangeWords.Of(change.Kind),-17} {point}: {Point(change.Old)} -> {Point(change.New)}{By(change.Difference)}";
    }

    private static string Point(Observation? point) => point is not { } there ? "none"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{(there.Value is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : "missing")} ({there.Status})");

    private static string By(double? difference) =>
        difference is { } by ? string.Create(CultureInfo.InvariantCulture, $", {by:+0.###;-0.###;0}") : "";

    private static string NameOf(SeriesKey series) =>
        string.Join(
            ' ', new[] { series.Code, series.Sex.Code(), series.Age, series.Urbanisation, series.Breakdown }.Where(part => part != "_T"));

    private static string CodesOf(FindingSink findings) => findings.Counts.Count == 0
        ? "none"
        : string.Join(
            ", ", findings.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value}")));
}
