using DivideMetrics.Quality;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>Findings about what a whole part of a cube has in common: one for each thing, at its first row.</summary>
internal sealed class Notices(FindingSink findings)
{
    /// <summary>How many different things are remembered; what is met after that is said again.</summary>
    public const int Most = 10_000;

    private readonly HashSet<(string Code, string What)> _said = [];

    /// <summary>Adds a Warning, unless the same was said before.</summary>
    /// <param name="code">Code of the Finding.</param>
    /// <param name="what">The thing: a code with its dimension, an area, a kind of period.</param>
    /// <param name="note">What is done about it.</param>
    /// <param name="place">Where its first row stands.</param>
    public void Once(string code, string what, string note, (string File, long Line) place)
    {
        if (_said.Contains((code, what)))
        {
            return;
        }

        if (_said.Count < Most)
        {
            _said.Add((code, what));
        }

        findings.Add(new(code, Severity.Warning, $"{what}: {note}", File: place.File, Line: place.Line));
    }
}
