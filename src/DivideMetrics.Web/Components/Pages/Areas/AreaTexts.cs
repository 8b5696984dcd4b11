using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Areas;

/// <summary>Short texts of an area's page.</summary>
public static class AreaTexts
{
    /// <summary>What a bar shows, for those who do not see it.</summary>
    public static string BarLabel(Area area, AreaRow row)
    {
        var parts = new List<string> { $"{Names.Of(area)} {Numbers.Value(row.Indicator, row.Value)}" };
        if (row.Line is { } line)
        {
            parts.Add(row.Indicator.Goal is null ? T("frontier {0}", Numbers.Value(row.Indicator, line)) : T("goal {0}", Numbers.Value(row.Indicator, line)));
        }

        if (row.GroupMean is { } mean)
        {
            parts.Add(T("income group {0}", Numbers.Value(row.Indicator, mean)));
        }

        if (row.World is { } world)
        {
            parts.Add(T("world {0}", Numbers.Value(row.Indicator, world)));
        }

        return Listed(parts);
    }

    /// <summary>A projection: <c>2030: 87 % (85–90 %)</c>, or why there is none.</summary>
    public static string Projection(AreaRow row) => row.Projection switch
    {
        null => "",
        { Value: { } value, Lower: { } lower, Upper: { } upper } =>
            $"{Numbers.Year(row.Projection.Year)}: {Numbers.Value(row.Indicator, value)} ({Numbers.Exact(lower, row.Indicator.Decimals)}–{Numbers.Exact(upper, row.Indicator.Decimals)})",
        { Value: { } value } => $"{Numbers.Year(row.Projection.Year)}: {Numbers.Value(row.Indicator, value)}",
        _ => T("Projection not assessable: {0}", Reason(row.Projection)),
    };

    /// <summary>When the goal is reached, in words; empty when it is not computed.</summary>
    public static string GoalYear(AreaRow row) => row.GoalYear switch
    {
        { Category: "expected", Value: { } year } => T("goal expected about {0}", Numbers.Year((int)Math.Ceiling(year))),
        { Category: "not-expected" } => T("goal not expected on the present trend"),
        _ => "",
    };

    /// <summary>The reason of a measure without a value, without the words that the heading has already.</summary>
    public static string Reason(Gap? gap) => Remark.Text(Stored(gap));

    /// <summary>The first clause of that reason; the page of all measures has the whole.</summary>
    public static string ShortReason(Gap? gap) => Remark.Text(Stored(gap).Split(';')[0]);

    private static string Stored(Gap? gap)
    {
        const string Prefix = "not assessable: ";
        var reason = gap?.Reason ?? "no data";
        return reason.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? reason[Prefix.Length..] : reason;
    }

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
        return T("{0} of {1} peers stand higher", Numbers.Count(ahead), Numbers.Count(model.Peers.Count - 1));
    }
}
