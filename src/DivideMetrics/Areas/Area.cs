namespace DivideMetrics.Areas;

/// <summary>What kind of REF_AREA a code is.</summary>
public enum AreaKind
{
    /// <summary>An economy in the World Bank's country list (217 of them), Kosovo (XKX) and Channel Islands (CHI) included.</summary>
    Economy,

    /// <summary>An area of the UN's M49 list or of ISO 3166 that is not an economy of the World Bank's list.</summary>
    Territory,

    /// <summary>A provider's aggregate (world, region, income group …); never mixed with economies in a measure.</summary>
    Aggregate,
}

/// <summary>A reference area.</summary>
/// <param name="Code">REF_AREA: ISO 3166-1 alpha-3, XKX, CHI, or the provider's code of an aggregate.</param>
/// <param name="Name">English display name, UN terminology.</param>
/// <param name="Kind">Economy, territory or aggregate.</param>
/// <param name="Iso2">ISO 3166-1 alpha-2 or the World Bank's two-letter code; null where there is none.</param>
/// <param name="M49">UN M49 number; null where the area is not on the list.</param>
public sealed record Area(string Code, string Name, AreaKind Kind, string? Iso2, int? M49);
