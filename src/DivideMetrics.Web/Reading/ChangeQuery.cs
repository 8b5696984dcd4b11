using System.Globalization;
using DivideMetrics.Storage.Observations;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Reads which two vintages of a source are to be compared.</summary>
public static class ChangeQuery
{
    /// <summary>The newer vintage and the older one where it is named, or why there is none.</summary>
    /// <param name="known">The source's vintages, newest first.</param>
    /// <param name="source">Source id.</param>
    /// <param name="vintage">Parameter <c>vintage</c>: an id; the newest without it.</param>
    /// <param name="from">Parameter <c>from</c>: the id of the older one, or nothing.</param>
    public static (string? Problem, Vintage? Newer, Vintage? Older) Read(IReadOnlyList<Vintage> known, string source, string? vintage, string? from)
    {
        if (known.Count == 0)
        {
            return (T("Nothing was imported from a source “{0}” yet.", source), null, null);
        }

        var newer = string.IsNullOrEmpty(vintage) ? known[0] : Find(known, vintage);
        if (newer is null)
        {
            return (T("Expected the id of a vintage of {0}, found “{1}”. The source’s page lists them.", source, vintage), null, null);
        }

        var older = string.IsNullOrEmpty(from) ? null : Find(known, from);
        return string.IsNullOrEmpty(from) || older is not null
            ? (null, newer, older)
            : (T("Expected the id of a vintage of {0} to compare with, found “{1}”. The source’s page lists them.", source, from), null, null);
    }

    private static Vintage? Find(IReadOnlyList<Vintage> known, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? known.FirstOrDefault(vintage => vintage.Id == number) : null;
}
