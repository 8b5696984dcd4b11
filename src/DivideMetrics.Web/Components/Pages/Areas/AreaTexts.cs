using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Areas;

/// <summary>Short texts of an area's page.</summary>
public static class AreaTexts
{
    /// <summary>What a bar shows, for those who do not see it.</summary>
    public static string BarLabel(Area area, AreaRow row)
    {
        var parts = new List<string> { $"{area.Name} {Numbers.Value(row.Indicator, row.Value)}" };
        if (row.Line is { } line)
        {
            parts.Add($"{(row.Indicator.Goal is null ? "frontier" : "goal")} {Numbers.Value(row.Indicator, line)}");
        }

        if (row.GroupMean is { } mean)
        {
            parts.Add($"income group {Numbers.Value(row.Indicator, mean)}");
        }

        if (row.World is { } world)
        {
            parts.Add($"world {Numbers.Value(row.Indicator, world)}");
        }

        return string.Join(", ", parts);
    }

    /// <summary>A projection: <c>2030: 87 % (85–90 %)</c>, or why there is none.</summary>
    public static string Projection(AreaRow row) => row.Projection switch
    {
        null => "",
        { Value: { } value, Lower: { } lower, Upper: { } upper } =>
            $"{Numbers.Year(row.Projection.Year)}: {Numbers.Value(row.Indicator, value)} ({Numbers.Exact(lower, row.Indicator.Decimals)}–{Numbers.Exact(upper, row.Indicator.Decimals)})",
        { Value: { } value } => $"{Numbers.Year(row.Projection.Year)}: {Numbers.Value(row.Indicator, value)}",
        _ => $"Projection not assessable: {Reason(row.Projection)}",
    };

    /// <summary>When the goal is reached, in words; empty when it is not computed.</summary>
    public static string GoalYear(AreaRow row) => row.GoalYear switch
    {
        { Category: "expected", Value: { } year } => $"goal expected about {Numbers.Year((int)Math.Ceiling(year))}",
        { Category: "not-expected" } => "goal not expected on the present trend",
        _ => "",
    };

    /// <summary>The reason of a measure without a value, without the words that the heading has already.</summary>
    public static string Reason(Gap? gap)
    {
        const string Prefix = "not assessable: ";
        var reason = gap?.Reason ?? "no data";
        return reason.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? reason[Prefix.Length..] : reason;
    }

    /// <summary>The first clause of that reason; the page of all measures has the whole.</summary>
    public static string ShortReason(Gap? gap) => Reason(gap).Split(';')[0];

    /// <summary>What is known of where an indicator stands in time and where it goes; nothing of what is not assessable.</summary>
    public static IEnumerable<string> Outlook(AreaRow row)
    {
        if (row.TimeDistance is { Value: not null } or { Lower: >= 0.05 } or { Category: "ahead" })
        {
            yield return FigureRows.TimeDistance(row.TimeDistance);
        }

        foreach (var text in new[] { row.Projection is { Value: not null } ? Projection(row) : "", GoalYear(row) }.Where(text => text.Length > 0))
        {
            yield return text;
        }
    }

    /// <summary>Where an area stands among its peers.</summary>
    public static string PeerFinding(AreaModel model)
    {
        var own = model.Peers[0].Value ?? 0;
        var ahead = model.Peers.Skip(1).Count(peer => peer.Value > own);
        return $"{Numbers.Count(ahead)} of {Numbers.Count(model.Peers.Count - 1)} peers stand higher";
    }
}
