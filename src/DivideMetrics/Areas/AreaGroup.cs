namespace DivideMetrics.Areas;

/// <summary>What a group of areas is.</summary>
public enum AreaGroupKind
{
    /// <summary>All economies (code <c>WLD</c>).</summary>
    World,

    /// <summary>A World Bank region (EAS, ECS, LCN, MEA, NAC, SAS, SSF).</summary>
    WorldBankRegion,

    /// <summary>A World Bank income group (LIC, LMC, UMC, HIC).</summary>
    IncomeGroup,

    /// <summary>A UN M49 region or sub-region (code: <c>UN</c> and the M49 number).</summary>
    UnRegion,

    /// <summary>A UN status group: LDC, LLDC, SIDS.</summary>
    UnStatus,
}

/// <summary>A group of economies over which measures are computed.</summary>
/// <param name="Code">Code, for example <c>LIC</c>.</param>
/// <param name="Name">English display name.</param>
/// <param name="Kind">What the group is.</param>
public sealed record AreaGroup(string Code, string Name, AreaGroupKind Kind);

/// <summary>Membership of an area in a group during a span of time.</summary>
/// <param name="Group">Group code.</param>
/// <param name="Area">REF_AREA.</param>
/// <param name="ValidFrom">First day; null: since ever.</param>
/// <param name="ValidTo">Last day; null: still valid.</param>
public sealed record GroupMembership(string Group, string Area, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    /// <summary>True when the membership holds on the given day.</summary>
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);
}
