using System.Text.RegularExpressions;
using DivideMetrics.Observations;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>A row's dimensions as SDMX has them; null is the total.</summary>
internal readonly record struct SdgPart(Sex Sex, string? Age, string? Urbanisation, string? Breakdown);

/// <summary>
/// Turns the database's dimensions into SDMX's. A code that means "all" is the total: the usual ones, and those that the source's option
/// <c>totals</c> names.
/// </summary>
internal sealed partial class SdgDimensions(IEnumerable<string> totals)
{
    private const int LongestCode = 60;

    private static readonly string[] UsualTotals = ["_T", "T", "TOTAL", "BOTHSEX", "ALLAGE", "ALLAREA", "NOTSPEC"];

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "SEX", "AGE", "LOCATION", "EDUCATION_LEVEL", "TYPE_OF_SKILL", "TYPE_OF_SPEED", "ACTIVITY", "REPORTING_TYPE", "FREQ", "QUANTILE",
        "DISABILITY_STATUS", "TYPE_OF_PRODUCT", "TYPE_OF_OCCUPATION", "TYPE_OF_FACILITIES", "INSTITUTIONAL_SECTOR", "ISIC",
    };

    private readonly HashSet<string> _totals = new(UsualTotals.Concat(totals), StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a column of the export is a dimension: one of the known ones, or any in square brackets.</summary>
    public static bool IsColumn(string header) => header.StartsWith('[') || Names.Contains(NameOf(header));

    /// <summary>A dimension's name: upper case, one low line between words, whatever the copy writes (<c>[Education level]</c>).</summary>
    public static string NameOf(string text) => text.Trim('[', ']', ' ').Replace(' ', '_').ToUpperInvariant();

    /// <summary>The part that a row is about.</summary>
    /// <param name="series">Series code.</param>
    /// <param name="dimensions">The row's dimensions.</param>
    /// <param name="part">The part.</param>
    /// <returns>False when a code is no code.</returns>
    public bool TryRead(string series, IReadOnlyList<KeyValuePair<string, string>> dimensions, out SdgPart part)
    {
        part = default;
        List<string>? others = null;
        foreach (var (key, text) in dimensions)
        {
            var (name, code) = (NameOf(key), text.Trim().ToUpperInvariant());
            if (IsTotal(series, name, code))
            {
                continue;
            }

            if (!IsCode(code) || !IsCode(name))
            {
                return false;
            }

            if (!TryKnown(name, code, ref part))
            {
                (others ??= []).Add($"{name}={code}");
            }
        }

        others?.Sort(StringComparer.Ordinal);
        part = part with { Breakdown = others is null ? null : string.Join(';', others) };
        return true;
    }

    private static bool TryKnown(string name, string code, ref SdgPart part)
    {
        switch (name, code)
        {
            case ("SEX", "FEMALE" or "F"):
                part = part with { Sex = Sex.Female };
                return true;
            case ("SEX", "MALE" or "M"):
                part = part with { Sex = Sex.Male };
                return true;
            case ("LOCATION", "URBAN"):
                part = part with { Urbanisation = "U" };
                return true;
            case ("LOCATION", "RURAL"):
                part = part with { Urbanisation = "R" };
                return true;
            case ("AGE", _):
                part = part with { Age = AgeOf(code) };
                return true;
            default:
                return false;
        }
    }

    /// <summary>AGE as SDMX writes it: <c>15-24</c> is Y15T24, <c>75+</c> Y_GE75, <c>&lt;15Y</c> Y_LT15; another code stays.</summary>
    private static string AgeOf(string code)
    {
        var range = Range().Match(code);
        var open = Open().Match(code);
        var below = Below().Match(code);
        return range.Success ? $"Y{range.Groups[1].Value}T{range.Groups[2].Value}"
            : open.Success ? $"Y_GE{open.Groups[1].Value}"
            : below.Success ? $"Y_LT{below.Groups[1].Value}"
            : code;
    }

    private static bool IsCode(string text) => text.Length is > 0 and <= LongestCode && !text.AsSpan().ContainsAny(";=\r\n");

    private bool IsTotal(string series, string name, string code) =>
        code.Length == 0 || _totals.Contains(code) || _totals.Contains($"{series}:{code}") || (name, code) is ("REPORTING_TYPE", "G");

    [GeneratedRegex("^([0-9]{1,2})[-_]([0-9]{1,2})$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^([0-9]{1,2})\+$")]
    private static partial Regex Open();

    [GeneratedRegex("^(?:<|LT)([0-9]{1,2})Y$")]
    private static partial Regex Below();
}
