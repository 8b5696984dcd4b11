namespace DivideMetrics.Quality;

/// <summary>Decides whether a vintage is published or held back for a person to look at.</summary>
public static class QualityGate
{
    /// <summary>
    /// Judges a vintage; adds what it meets to the findings. Every limit that is broken has its reason. The verdict does not depend on the
    /// order of rows, and what a check compares with the state before cannot hold a first import.
    /// </summary>
    public static GateVerdict Judge(GateInput input)
    {
        if (input.Next.Count == 0)
        {
            return new([FormattableString.Invariant(
                $"No row could be read ({input.Findings.Errors} were refused). See the findings of this run.")]);
        }

        var view = new GateView(input);
        return new(GateChecks.All.SelectMany(check => check(view)).ToList());
    }
}
