using DivideMetrics.Documentation;

namespace DivideMetrics.Indices;

/// <summary>A way of computing an indicator from others: what it is in words, and the function that computes it.</summary>
public sealed record CompositeKind
{
    internal CompositeKind(string id, Func<CompositeContext, IEnumerable<IndexRow>> compute)
    {
        Id = id;
        Compute = compute;
    }

    /// <summary>Id in kebab case, as seeds write it.</summary>
    public string Id { get; }

    /// <summary>Short title.</summary>
    public required string Title { get; init; }

    /// <summary>Formula in plain text.</summary>
    public required string Formula { get; init; }

    /// <summary>The members whose doc comments say how it is computed.</summary>
    public required IReadOnlyList<CodeMember> Documented { get; init; }

    /// <summary>Where the formula comes from.</summary>
    public required string Reference { get; init; }

    /// <summary>The greatest score; the least is 0.</summary>
    public required double Greatest { get; init; }

    /// <summary>The parts that declared indicators play; empty for a kind that chooses its inputs by their goalposts.</summary>
    public IReadOnlyList<CompositeRole> Roles { get; init; } = [];

    /// <summary>What is assumed where the method was not read: shown with every score. Null when nothing is.</summary>
    public string? Assumption { get; init; }

    /// <summary>How many years before the year of the score a value may be from: where a year has none, the latest such value counts.</summary>
    public int Oldest { get; init; }

    /// <summary>First year that is scored; null for no limit.</summary>
    public int? FirstYear { get; init; }

    /// <summary>Last year that is scored; null for no limit.</summary>
    public int? LastYear { get; init; }

    /// <summary>True when economies may be ranked by it.</summary>
    public bool Ranked { get; init; }

    /// <summary>The class of a score; null for kinds without classes.</summary>
    internal Func<double, string>? ClassOf { get; init; }

    /// <summary>Yields the scores of one composite.</summary>
    internal Func<CompositeContext, IEnumerable<IndexRow>> Compute { get; }
}
