using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>How much of the world's people who do without live in one economy.</summary>
public static class ShareOfOffline
{
    internal static Measure Measure { get; } = new(
        "share-of-offline", MeasureScope.Economy, MeasureNeeds.Weights | MeasureNeeds.Percentage, Compute)
    {
        Documented = [new(typeof(ShareOfOffline), nameof(ShareOfOffline.Of)), new(typeof(PeopleOffline), nameof(PeopleOffline.Of))],
        Title = "Share of the world's people offline",
        Unit = "%",
        Formula = "100 · people offline of the economy / people offline of the world; the world's as in people-offline-group, only where its mean is published",
        Reference = "ITU Facts and Figures, people offline; World Bank, data help desk 198549 (missing members assumed at the mean)",
        Range = "0 to 100",
        HigherIsWider = null,
    };

    /// <summary>100 · part / whole. Unit: %.</summary>
    /// <param name="economy">People offline of the economy, at least 0.</param>
    /// <param name="world">People offline of the world, not fewer.</param>
    /// <returns>Not assessable when nobody in the world is offline.</returns>
    /// <exception cref="ArgumentException">A value that is not finite, one below 0.</exception>
    public static Assessed Of(double economy, double world)
    {
        Require.Weighted([economy, world], [economy, world]);
        return world > 0 ? Assessed.Of(100 * economy / world) : Assessed.Not("nobody in the world is offline");
    }

    private static IEnumerable<Gap> Compute(GapContext context)
    {
        var worlds = context.CrossSections.Keys.ToDictionary(year => year, year => WorldIn(context, year));
        return context.Totals().Select(row => context.Gap(
            Measure.Id, row.Area, row.Year, Of(PeopleOffline.Of(context, row.Area, row.Year, row.Value), worlds[row.Year])));
    }

    private static Assessed Of(Assessed economy, Assessed world)
    {
        if (economy.Value is not { } part)
        {
            return economy;
        }

        return world.Value is { } whole ? Of(part, whole).Remarked(economy.Reason).Remarked(world.Reason) : world;
    }

    private static Assessed WorldIn(GapContext context, int year)
    {
        if (context.WorldGroup is not { } group)
        {
            return Assessed.Not("no group of all economies");
        }

        var world = PeopleOfflineGroup.Of(context.MeanOf(group.Code, year));
        return world with { Reason = world.Reason is { } reason ? $"world: {reason}" : null };
    }
}
