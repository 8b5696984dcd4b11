using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>Something that a value was computed with and that was declared or chosen, not measured.</summary>
/// <param name="Name">What it is, in words: <c>goal</c>.</param>
/// <param name="Value">What was used, in words and invariant numbers.</param>
/// <param name="Assumption">True when it is this product's own choice.</param>
public sealed record ExplainedParameter(string Name, string Value, bool Assumption = false);

/// <summary>A figure that a value was computed from.</summary>
/// <param name="Role">What it is to the value, in words: <c>value</c>, <c>women</c>, <c>series</c>, <c>world</c>.</param>
/// <param name="Figure">The figure.</param>
public sealed record ExplainedInput(string Role, Figure Figure);

/// <summary>A member of the group that a value speaks of, or is held against.</summary>
/// <param name="Area">REF_AREA.</param>
/// <param name="Figure">Its figure of the year; null when it has none.</param>
/// <param name="Weight">Its weight; null when it is not known, and where members are not weighted.</param>
/// <param name="Missing">Why it is not counted, in words; null when it is.</param>
public sealed record ExplainedMember(string Area, Figure? Figure, Weight? Weight, string? Missing);

/// <summary>
/// How one value of a measure came about: the measure with its formula, what was declared, and the figures that entered. Derived from the
/// same inputs as the value, when somebody asks; nothing of it is stored.
/// </summary>
/// <param name="Measure">The measure: title, formula, reference, unit, range.</param>
/// <param name="Gap">The value, or the reason why there is none, with its coverage.</param>
public sealed record Explanation(Measure Measure, Gap Gap)
{
    /// <summary>What was declared or chosen.</summary>
    public IReadOnlyList<ExplainedParameter> Parameters { get; init; } = [];

    /// <summary>The figures of the subject, of the world, of the sides of a contrast, of parts.</summary>
    public IReadOnlyList<ExplainedInput> Inputs { get; init; } = [];

    /// <summary>Whose members are listed: code of a group; null for all economies, and where none are listed.</summary>
    public string? MembersOf { get; init; }

    /// <summary>The members, by code; those that are missing too, with the reason.</summary>
    public IReadOnlyList<ExplainedMember> Members { get; init; } = [];

    /// <summary>Explains a value.</summary>
    /// <param name="inputs">What the indicator's measures were computed from, in the state of the value.</param>
    /// <param name="gap">The value: one of those that <see cref="GapEngine.Compute"/> gave for these inputs.</param>
    /// <param name="parts">Ids of the indicators of <see cref="GapInputs.Others"/> from which the indicator itself is made; empty for most.</param>
    /// <exception cref="ArgumentException">The value is of an unknown measure or of another indicator.</exception>
    public static Explanation Of(GapInputs inputs, Gap gap, IReadOnlyList<string> parts)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(gap);
        ArgumentNullException.ThrowIfNull(parts);
        var measure = MeasureRegistry.Find(gap.Measure);
        if (measure is null || gap.Indicator != inputs.Indicator.Id)
        {
            throw new ArgumentException(
                $"Expected a known measure of '{inputs.Indicator.Id}', found '{gap.Measure}' of '{gap.Indicator}'.", nameof(gap));
        }

        var members = new ExplainedMembers(inputs, measure, gap);
        return new(measure, gap)
        {
            Parameters = ExplainedParameters.Of(inputs.Indicator, measure, gap.Subject).ToList(),
            Inputs = ExplainedFigures.Of(inputs, measure, gap).Concat(ExplainedFigures.OfParts(inputs, gap, parts)).ToList(),
            MembersOf = members.Group,
            Members = members.List(),
        };
    }
}
