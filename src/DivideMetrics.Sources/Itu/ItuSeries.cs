using System.Globalization;
using System.Text.RegularExpressions;
using DivideMetrics.Observations;

namespace DivideMetrics.Sources.Itu;

/// <summary>A series and the part of it that a row is about.</summary>
internal readonly record struct ItuPart(
    string Series, Sex Sex = Sex.Total, string? Age = null, string? Urbanisation = null, string? Breakdown = null);

/// <summary>
/// Finds the series and the dimensions of a provider's code. Parts have codes of their own, <c>HHU781l_HHCFemale</c> beside
/// <c>HHU781l_HHTotalIndividual</c>; a CSV export names the total as the parent, the API does not. Parts of series whose code has another
/// stem (<c>HHU4212</c> is <c>i99H</c>) are named by the option <c>parents</c>.
/// </summary>
internal sealed partial class ItuSeries
{
    private const string PartMark = "_HHC";
    private const string TotalMark = "_HHTotal";

    private readonly HashSet<string> _declared;
    private readonly Dictionary<string, string> _byStem = new(StringComparer.Ordinal);

    public ItuSeries(IEnumerable<SourceSeries> declared, IEnumerable<KeyValuePair<string, string?>> parents)
    {
        _declared = declared.Select(series => series.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in _declared)
        {
            if (code.IndexOf(TotalMark, StringComparison.Ordinal) is var at and > 0)
            {
                _byStem.TryAdd(code[..at], code);
            }
        }

        foreach (var (stem, series) in parents)
        {
            _byStem[stem] = series ?? stem;
        }
    }

    /// <summary>The series and the part of it; a code that is no part is a series of its own.</summary>
    public ItuPart Find(string code, string parent)
    {
        var at = code.LastIndexOf(PartMark, StringComparison.Ordinal);
        if (at <= 0)
        {
            return new(code);
        }

        var series = _declared.Contains(parent) ? parent : _byStem.GetValueOrDefault(code[..at]);
        return series is null ? new(code) : PartOf(series, code[(at + PartMark.Length)..]);
    }

    private static ItuPart PartOf(string series, string part) => part switch
    {
        "Female" => new(series, Sex.Female),
        "Male" => new(series, Sex.Male),
        "Urban" or "UrbanUsers" => new(series, Urbanisation: "U"),
        "Rural" or "RuralUsers" => new(series, Urbanisation: "R"),
        _ => AgeOf(part) is { } age ? new(series, Age: age) : new(series, Breakdown: $"PART={Plain(part)}"),
    };

    /// <summary>AGE as SDMX writes it: <c>15to24</c> is Y15T24, <c>Less15</c> is Y_LT15, <c>More74</c> is Y_GE75.</summary>
    private static string? AgeOf(string part)
    {
        if (AgeRange().Match(part) is { Success: true } range)
        {
            return $"Y{range.Groups[1].Value}T{range.Groups[2].Value}";
        }

        return OpenAge().Match(part) is not { Success: true } open ? null
            : int.Parse(open.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is var limit && open.Groups[1].Value == "Less"
                ? $"Y_LT{limit.ToString(CultureInfo.InvariantCulture)}"
                : $"Y_GE{(limit + 1).ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Plain(string part) => string.Concat(part.Where(char.IsAsciiLetterOrDigit).Take(60));

    [GeneratedRegex("^([0-9]{1,2})to([0-9]{1,2})$")]
    private static partial Regex AgeRange();

    [GeneratedRegex("^(Less|More)([0-9]{1,2})$")]
    private static partial Regex OpenAge();
}
