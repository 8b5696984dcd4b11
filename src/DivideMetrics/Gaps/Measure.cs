using DivideMetrics.Documentation;

namespace DivideMetrics.Gaps;

/// <summary>What a measure speaks about.</summary>
public enum MeasureScope
{
    /// <summary>One economy; a few also give the provider's own world row (subject <c>WLD</c>).</summary>
    Economy,

    /// <summary>A group of economies; always with a <see cref="Coverage"/>.</summary>
    Group,
}

/// <summary>What a measure asks of the indicator that wants it.</summary>
[Flags]
public enum MeasureNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A direction: up or down.</summary>
    Direction = 1,

    /// <summary>A goal.</summary>
    Goal = 2,

    /// <summary>Both a least and a greatest possible value.</summary>
    Bounds = 4,

    /// <summary>An indicator that holds the weights.</summary>
    Weights = 8,

    /// <summary>A percentage: bounds 0 and 100.</summary>
    Percentage = 16,

    /// <summary>Series by sex.</summary>
    Sexes = 32,

    /// <summary>One contrast of the kind that <see cref="Measure.Contrast"/> names.</summary>
    Contrast = 64,

    /// <summary>A goal for every economy, open or closed, and no two of one year.</summary>
    GoalOfEconomies = 128,

    /// <summary>A goal for the mean of a group, and no two of one group and year.</summary>
    GoalOfGroups = 256,
}

/// <summary>What a measure looks at, for the explanation of its values.</summary>
[Flags]
public enum MeasureReads
{
    /// <summary>The subject's value of the year; where sexes are compared, of both.</summary>
    Point = 1,

    /// <summary>The subject's series: a trend, a projection, a way.</summary>
    Series = 2,

    /// <summary>Every economy that has a value in the year.</summary>
    Economies = 4,

    /// <summary>The members of the group that it is about, with their weights.</summary>
    Members = 8,

    /// <summary>The members of the income group of the economy that it is about, with their weights.</summary>
    IncomeGroup = 16,

    /// <summary>The provider's own row of the world.</summary>
    World = 32,

    /// <summary>The two sides of each declared contrast.</summary>
    Contrasts = 64,

    /// <summary>The indicator by which economies are ranked: income per person.</summary>
    Income = 128,

    /// <summary>The goal, where the indicator declares one; measures that cannot do without say so in their needs.</summary>
    Goal = 256,

    /// <summary>The members of the World Bank region of the economy that it is about, with their weights.</summary>
    Region = 512,

    /// <summary>The least developed countries, with their weights.</summary>
    LeastDeveloped = 1024,
}

/// <summary>A measure as the registry lists it: what it is in words, and the function that computes it.</summary>
public sealed record Measure
{
    internal Measure(string id, MeasureScope scope, MeasureNeeds needs, Func<GapContext, IEnumerable<Gap>> compute)
    {
        Id = id;
        Scope = scope;
        Needs = needs;
        Compute = compute;
    }

    /// <summary>Id in kebab case, as seeds and addresses write it.</summary>
    public string Id { get; }

    /// <summary>Short title.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of the value in words; <c>indicator's unit</c> where the indicator decides (pp when that is a percentage).</summary>
    public required string Unit { get; init; }

    /// <summary>One economy or a group.</summary>
    public MeasureScope Scope { get; }

    /// <summary>What the indicator must declare.</summary>
    public MeasureNeeds Needs { get; }

    /// <summary>Formula in plain text.</summary>
    public required string Formula { get; init; }

    /// <summary>
    /// The members whose doc comments say what it tells and when it has no value; what the other texts of the measure say is not repeated there.
    /// </summary>
    public required IReadOnlyList<CodeMember> Documented { get; init; }

    /// <summary>Where the formula comes from.</summary>
    public required string Reference { get; init; }

    /// <summary>What it looks at; of a group its members, of an economy its value of the year, unless the measure says otherwise.</summary>
    public MeasureReads Reads
    {
        get => field != 0 ? field : Contrast is not null ? MeasureReads.Contrasts : Scope == MeasureScope.Group ? MeasureReads.Members : MeasureReads.Point;
        init;
    }

    /// <summary>Range of values in words.</summary>
    public required string Range { get; init; }

    /// <summary>True when a higher value is a wider gap, false when it is a narrower one, null when the value is not a gap by itself.</summary>
    public bool? HigherIsWider { get; init; }

    /// <summary>Kind of the <see cref="Indicators.Contrast"/> that it is computed from; null for measures of no contrast.</summary>
    public string? Contrast { get; init; }

    /// <summary>Classes that <see cref="Gap.Category"/> can take; empty for measures that do not classify.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The laws that its values keep; the tests hold it to them.</summary>
    public MeasureLaws Laws { get; init; }

    /// <summary>Yields the gaps of one indicator.</summary>
    internal Func<GapContext, IEnumerable<Gap>> Compute { get; }
}
