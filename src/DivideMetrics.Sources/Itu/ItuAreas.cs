using DivideMetrics.Areas;

namespace DivideMetrics.Sources.Itu;

/// <summary>
/// REF_AREA of ITU's codes. Most are ISO 3166-1; for the others (<c>KSO</c> Kosovo, <c>AAA</c> Guernsey, <c>GBJ</c> Jersey, <c>WBG</c>
/// State of Palestine) the name decides. A dissolved area keeps its own code and is never counted into its successors: <c>YUG</c>, Serbia
/// and Montenegro, stands beside <c>SRB</c> and <c>MNE</c>.
/// </summary>
internal sealed class ItuAreas(AreaCatalog areas)
{
    /// <summary>The country's REF_AREA; null when it is unknown.</summary>
    public string? Country(string iso, string name) => Single(iso) ?? Single(areas.Resolve(name));

    /// <summary>
    /// The REF_AREA of a region; null for ITU's own regions. Only where the region is the same set of countries: ITU's "Africa" is not the
    /// World Bank's.
    /// </summary>
    public string? Region(string name) => name switch
    {
        "World" => Known("WLD"),
        "Least Developed Countries (LDC)" or "Least Developed Countries (LDCs)" => Known("LDC"),
        _ => null,
    };

    private string? Single(string? code) =>
        code is not null && areas.Find(code) is { Kind: not AreaKind.Aggregate } area ? area.Code : null;

    private string? Known(string code) => areas.Find(code)?.Code;
}
