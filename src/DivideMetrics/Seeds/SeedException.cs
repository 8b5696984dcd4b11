namespace DivideMetrics.Seeds;

/// <summary>One thing that is wrong with the seeds.</summary>
/// <param name="File">File below the repository or program folder, for example <c>seeds/goals/internet-users.yml</c>.</param>
/// <param name="Line">Line counted from 1.</param>
/// <param name="Reason">What was expected, what was found, what to do.</param>
public sealed record SeedProblem(string File, long Line, string Reason)
{
    /// <summary>The problem as <c>file(line): reason</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}({Line}): {Reason}");
}

/// <summary>The seeds are broken and the program must not start. The message lists every problem found, one a line.</summary>
public sealed class SeedException : Exception
{
    /// <summary>Seeds with at least one problem.</summary>
    /// <exception cref="ArgumentException">There is no problem.</exception>
    public SeedException(IReadOnlyList<SeedProblem> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("A SeedException needs at least one problem.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>Seeds with one problem.</summary>
    public SeedException(string file, long line, string reason)
        : this([new SeedProblem(file, line, reason)])
    {
    }

    /// <summary>Every problem found, by file and line.</summary>
    public IReadOnlyList<SeedProblem> Problems { get; }

    /// <summary>File of the first problem.</summary>
    public string File => Problems[0].File;

    /// <summary>Line of the first problem, counted from 1.</summary>
    public long Line => Problems[0].Line;

    /// <summary>Reason of the first problem.</summary>
    public string Reason => Problems[0].Reason;
}

/// <summary>Collects the problems of one load, so that all of them can be told at once.</summary>
internal sealed class SeedProblems
{
    private readonly List<SeedProblem> _all = [];

    public void Add(string file, long line, string reason) => _all.Add(new SeedProblem(file, line, reason));

    /// <exception cref="SeedException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new SeedException(
                _all.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ToList());
        }
    }
}
