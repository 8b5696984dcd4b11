using System.Globalization;
using DivideMetrics.Areas;

namespace DivideMetrics.Sources.Reading;

/// <summary>REF_AREA of the texts in an area column.</summary>
/// <param name="kind">What stands there: <c>code</c>, <c>name</c>, <c>iso2</c>, <c>m49</c>, or <c>any</c> of them.</param>
/// <param name="areas">The areas.</param>
internal sealed class AreaColumn(string kind, AreaCatalog areas)
{
    /// <summary>The kinds; the first unless said otherwise.</summary>
    public static readonly string[] Kinds = ["code", "name", "iso2", "m49", "any"];

    private const int WorldM49 = 1;

    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>REF_AREA; null when the text means no area of the list.</summary>
    public string? Find(string text)
    {
        if (!_known.TryGetValue(text, out var area))
        {
            _known[text] = area = kind switch
            {
                "name" => areas.Resolve(text),
                "iso2" => ByIso2(text) ?? areas.Resolve(text),
                "m49" => ByM49(text),
                "any" => areas.Find(text.ToUpperInvariant())?.Code ?? ByIso2(text) ?? ByM49(text) ?? areas.Resolve(text),
                _ => areas.Find(text)?.Code ?? areas.Resolve(text),
            };
        }

        return area;
    }

    private string? ByIso2(string text) => areas.FindByIso2(text.ToUpperInvariant())?.Code;

    /// <summary>By number, with leading zeros or without.</summary>
    private string? ByM49(string text) =>
        !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
        : number == WorldM49 ? areas.Find(AreaCatalog.World)?.Code
        : areas.FindByM49(number)?.Code;
}
