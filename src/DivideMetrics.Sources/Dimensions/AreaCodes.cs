using System.Globalization;
using DivideMetrics.Areas;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>REF_AREA of providers' codes: three letters, two letters (Eurostat's EL and UK among them), M49 numbers, or a name.</summary>
internal sealed class AreaCodes(AreaCatalog areas, DimensionMapping mapping)
{
    private const int MostRemembered = 1 << 16;

    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>True for an aggregate of the provider that the source leaves out.</summary>
    public bool IsAggregate(string code) =>
        !mapping.Areas.ContainsKey(code)
        && mapping.Aggregates.Any(name => name.EndsWith('*') ? code.StartsWith(name[..^1], StringComparison.Ordinal) : name == code);

    /// <summary>REF_AREA; null when it is unknown.</summary>
    public string? Find(string code)
    {
        if (!_known.TryGetValue(code, out var area))
        {
            area = mapping.Areas.GetValueOrDefault(code) ?? ByShape(code);
            if (_known.Count < MostRemembered)
            {
                _known.Add(code, area);
            }
        }

        return area;
    }

    private string? ByShape(string code) => code switch
    {
        "EL" => "GRC",
        "UK" => "GBR",
        { Length: 2 } => areas.FindByIso2(code) is { Kind: not AreaKind.Aggregate } area ? area.Code : null,
        _ when int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => areas.FindByM49(number)?.Code,
        _ => areas.Find(code)?.Code ?? (code.Length > 3 ? areas.Resolve(code) : null),
    };
}
