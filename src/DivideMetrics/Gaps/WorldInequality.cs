using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Inequality between the economies of the world, by year, where the world's mean is published.</summary>
internal static class WorldInequality
{
    internal static IEnumerable<Gap> ForEach(GapContext context, string measure, Func<MemberValue[], Assessed> of)
    {
        if (context.WorldGroup is not { } world)
        {
            return [];
        }

        return context.Panel.Years.Select(year =>
        {
            var mean = context.MeanOf(world.Code, year);
            var found = mean.Mean.Value is null ? mean.Mean : Of(context.MembersAt(world.Code, year), mean.Mean.Reason, of);
            return context.Gap(measure, world.Code, year, found) with { Coverage = mean.Coverage };
        });
    }

    private static Assessed Of(MemberValue[] members, string? remark, Func<MemberValue[], Assessed> of)
    {
        var found = of(members.Where(member => member.Informed).ToArray());
        return found.Value is null || remark is null
            ? found
            : found with { Reason = found.Reason is { } own ? $"{own}; {remark}" : remark };
    }
}
