namespace DivideMetrics.Web.Reading;

/// <summary>What is wrong with one query parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Expected">What was expected, as a phrase: <c>a year such as 2020</c>.</param>
/// <param name="Found">What was found, as written.</param>
public sealed record QueryProblem(string Parameter, string Expected, string Found)
{
    /// <summary>The problem in one sentence.</summary>
    public string Message => $"{Parameter}: expected {Expected}, found '{Found}'.";
}

/// <summary>A value read from a query string, or what is wrong with it: exactly one of the two.</summary>
/// <typeparam name="T">What is read.</typeparam>
public readonly record struct Parsed<T>
{
    private readonly T _value;

    private Parsed(T value, QueryProblem? problem) => (_value, Problem) = (value, problem);

    /// <summary>What is wrong; null when there is a value.</summary>
    public QueryProblem? Problem { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is a problem instead.</exception>
    public T Value => Problem is null ? _value : throw new InvalidOperationException(Problem.Message);

    /// <summary>The value, or what to take instead where there is a problem.</summary>
    public T Or(T instead) => Problem is null ? _value : instead;

    /// <summary>A value.</summary>
    public static implicit operator Parsed<T>(T value) => new(value, null);

    /// <summary>A problem.</summary>
    public static implicit operator Parsed<T>(QueryProblem problem) => new(default!, problem);
}
