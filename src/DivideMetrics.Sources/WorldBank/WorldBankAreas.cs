using DivideMetrics.Areas;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// REF_AREA of the Bank's rows. <c>countryiso3code</c> is empty for income groups; their two-letter <c>country.id</c>
/// (XD, XM, XN, XT …) tells them.
/// </summary>
internal sealed class WorldBankAreas(AreaCatalog areas)
{
    private readonly Dictionary<string, string> _byIso2 = areas.All
        .Where(area => area.Iso2 is not null)
        .DistinctBy(area => area.Iso2)
        .ToDictionary(area => area.Iso2!, area => area.Code, StringComparer.Ordinal);

    /// <summary>REF_AREA from the codes, else from the name; null when neither is known.</summary>
    public string? Find(string? iso3, string? id, string? name) =>
        ByCode(iso3) ?? ByCode(id) ?? (string.IsNullOrWhiteSpace(name) ? null : areas.Resolve(name));

    private string? ByCode(string? code) =>
        string.IsNullOrEmpty(code) ? null
        : code.Length == 2 ? _byIso2.GetValueOrDefault(code)
        : areas.Find(code)?.Code;
}
