using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Takes what can be used, and notes what cannot.</summary>
internal sealed class QueryNotesTaker
{
    private const int MostNamed = 12;
    private readonly List<QueryNote> _notes = [];

    /// <summary>The notes.</summary>
    public IReadOnlyList<QueryNote> Notes => _notes;

    /// <summary>The value of a parameter that was read.</summary>
    public TValue? Take<TValue>(Parsed<TValue> parsed, string instead) => Take(parsed, _ => instead);

    /// <summary>The same, where what is shown instead depends on what could be used.</summary>
    public TValue? Take<TValue>(Parsed<TValue> parsed, Func<TValue?, string> instead)
    {
        if (parsed.Problem is { } problem)
        {
            Add(problem, instead(parsed.Value));
        }

        return parsed.Value;
    }

    /// <summary>Notes what cannot be used.</summary>
    public void Add(QueryProblem problem, string instead) => _notes.Add(new(problem, instead));

    /// <summary>A parameter that has one of some values; null when it was not written, or is none of them.</summary>
    public string? OneOf(string parameter, string? raw, IReadOnlyList<string> known, string instead)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        var found = known.FirstOrDefault(value => string.Equals(value, raw.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            _notes.Add(new(new(parameter, raw, ExpectedOf(known)), instead));
        }

        return found;
    }

    private static string ExpectedOf(IReadOnlyList<string> known) => known.Count switch
    {
        0 => T("nothing: this indicator has none"),
        > MostNamed => T("{0} or another of {1}", string.Join(", ", known.Take(MostNamed)), Numbers.Count(known.Count)),
        _ => string.Join(", ", known),
    };

    /// <summary>The same for values with codes; the first of them is the default.</summary>
    public TValue OneOf<TValue>(string parameter, string? raw, IReadOnlyList<TValue> known, Func<TValue, string> code, string instead)
    {
        var found = OneOf(parameter, raw, known.Select(code).ToList(), instead);
        return found is null ? known[0] : known.First(value => code(value) == found);
    }
}
