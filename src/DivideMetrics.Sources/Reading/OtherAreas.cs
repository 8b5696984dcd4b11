using System.IO.Enumeration;
using DivideMetrics.Areas;
using DivideMetrics.Quality;

namespace DivideMetrics.Sources.Reading;

/// <summary>
/// Rows of areas that are no errors and are left out: those that the option <c>leave-out-areas</c> names (a list of the provider's codes
/// or names separated by <c>;</c>, <c>*</c> for any characters), and areas that are no more. Each is said once.
/// </summary>
internal sealed class OtherAreas(ParseRequest request)
{
    /// <summary>The option, which every adapter knows.</summary>
    public const string Option = "leave-out-areas";

    private readonly string[] _patterns = (request.Source.Options.GetValueOrDefault(Option) ?? "")
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private readonly Dictionary<string, bool> _left = new(StringComparer.Ordinal);

    /// <summary>True when the row's area is left out; the first row of an area is a Finding.</summary>
    public bool Leaves(in SourceRow row)
    {
        if (_patterns.Length == 0 && row.Area is not null)
        {
            return false;
        }

        if (!_left.TryGetValue(row.AreaText, out var leaves))
        {
            _left[row.AreaText] = leaves = Judge(row);
        }

        return leaves;
    }

    private bool Judge(in SourceRow row)
    {
        var text = row.AreaText.Trim();
        if (_patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, text)))
        {
            Report("other-area", Severity.Info, $"'{text}' is left out, as the source's option {Option} says.", row);
            return true;
        }

        if (row.Area is null && FormerArea.Find(text) is { } former)
        {
            var note = $"{former.Name} is no more and no area of today is its successor alone; its rows are left out.";
            Report("dissolved-area", Severity.Warning, note, row);
            return true;
        }

        return false;
    }

    private void Report(string code, Severity severity, string note, in SourceRow row) =>
        request.Findings.Add(new Finding(code, severity, note, Area: row.AreaText, File: row.Place.File, Line: row.Place.Line));
}
