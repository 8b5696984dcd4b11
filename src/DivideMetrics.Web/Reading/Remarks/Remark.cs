using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// Remarks of the computation in the reader's language. They are stored as English sentences: each is read as one of the forms that the computation
/// writes, and said anew. A remark of another form is shown as it is stored.
/// </summary>
internal static class Remark
{
    /// <summary>A remark as words.</summary>
    /// <param name="remark">As it is stored.</param>
    /// <param name="catalog">For titles of sources and indicators; null where ids may stand.</param>
    public static string Text(string remark, Catalog? catalog = null) =>
        Language.Current == Language.English ? Stored(remark, catalog) : new RemarkReader(catalog, IsHtml: false).Said(remark) ?? Stored(remark, catalog);

    /// <summary>A remark as HTML, in which what is in English says so.</summary>
    /// <param name="remark">As it is stored.</param>
    /// <param name="catalog">For titles of sources and indicators.</param>
    public static string Html(string remark, Catalog catalog) =>
        Language.Current == Language.English ? Markup.Encoded(Stored(remark, catalog)) : new RemarkReader(catalog, IsHtml: true).Said(remark) ?? Markup.English(Stored(remark, catalog));

    /// <summary>A number as the computation writes it, with the decimal mark and the minus sign of the reader's language.</summary>
    public static string Number(string written) => Language.Current == Language.English
        ? written
        : written.Replace(".", Language.Current.DecimalMark, StringComparison.Ordinal).Replace('-', '\u2212');

    private static string Stored(string remark, Catalog? catalog) => catalog is null ? remark : SourceNames.In(remark, catalog);
}
