using DivideMetrics.Quality;
using DivideMetrics.Storage.Freshness;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>What a run met, in words.</summary>
public static class FindingText
{
    /// <summary><c>12 errors (out-of-bounds, unknown-area); 3 warnings (outlier)</c>; <c>none</c>.</summary>
    /// <param name="counts">The findings by code and severity.</param>
    /// <param name="written">How a code is written; as it is without it.</param>
    public static string Of(IReadOnlyList<FindingCount> counts, Func<string, string>? written = null)
    {
        var parts = new[] { Severity.Error, Severity.Warning, Severity.Info }
            .Select(severity => (severity, Counts: counts.Where(count => count.Severity == severity).ToList()))
            .Where(kind => kind.Counts.Count > 0)
            .Select(kind => Many(kind.severity, kind.Counts, Listed(kind.Counts.Select(count => written is null ? count.Code : written(count.Code))))).ToList();
        return parts.Count == 0 ? T("none") : string.Join("; ", parts);
    }

    /// <summary>How many of one code and severity there are: <c>warnings, at least 200</c>.</summary>
    public static string Of(FindingCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        var number = Numbers.Count(count.Stored);
        return (count.Severity, IsCut(count)) switch
        {
            (Severity.Error, false) => T("errors, {0}", number),
            (Severity.Error, true) => T("errors, at least {0}", number),
            (Severity.Warning, false) => T("warnings, {0}", number),
            (Severity.Warning, true) => T("warnings, at least {0}", number),
            (_, false) => T("notes, {0}", number),
            (_, true) => T("notes, at least {0}", number),
        };
    }

    private static string Many(Severity severity, List<FindingCount> counts, string codes)
    {
        var all = counts.Sum(count => count.Stored);
        var number = Numbers.Count(all);
        return (severity, counts.Exists(IsCut)) switch
        {
            (Severity.Error, false) => N(all, "{0} error ({1})", "{0} errors ({1})", number, codes),
            (Severity.Error, true) => N(all, "at least {0} error ({1})", "at least {0} errors ({1})", number, codes),
            (Severity.Warning, false) => N(all, "{0} warning ({1})", "{0} warnings ({1})", number, codes),
            (Severity.Warning, true) => N(all, "at least {0} warning ({1})", "at least {0} warnings ({1})", number, codes),
            (_, false) => N(all, "{0} note ({1})", "{0} notes ({1})", number, codes),
            (_, true) => N(all, "at least {0} note ({1})", "at least {0} notes ({1})", number, codes),
        };
    }

    /// <summary>True when there were more than are kept.</summary>
    private static bool IsCut(FindingCount count) => count.Stored >= FindingSink.KeptPerCode;
}
