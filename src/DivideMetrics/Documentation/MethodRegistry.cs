using DivideMetrics.Gaps;

namespace DivideMetrics.Documentation;

/// <summary>A method that is no measure: what it is stands in doc comments only.</summary>
/// <param name="Id">Id in kebab case, as values and findings bear it.</param>
/// <param name="Documented">The members whose doc comments say it, the most telling first.</param>
public sealed record Method(string Id, IReadOnlyList<CodeMember> Documented);

/// <summary>The methods beside the measures (<see cref="MeasureRegistry"/>) and composites, each from the list that the computation itself uses.</summary>
public static class MethodRegistry
{
    /// <summary>The models of projections, in the order in which one is preferred to another of the same error.</summary>
    public static IReadOnlyList<Method> ProjectionModels { get; } =
        [.. Projections.ProjectionModels.All.Select(model => new Method(model.Id, model.Documented))];

    /// <summary>Unit of what the models project.</summary>
    public static string ProjectionUnit => Projections.Projection2030.Measure.Unit;

    /// <summary>The checks of the quality gate, in the order in which their reasons are told.</summary>
    public static IReadOnlyList<Method> GateChecks { get; } =
        [.. Quality.GateChecks.All.Select(check => check.Method.DeclaringType!).Select(type => new Method(Kebab(type.Name), [new(type)]))];

    /// <summary>The rule under which measures of groups have a value.</summary>
    public static CodeMember GroupRule { get; } = new(typeof(GroupMeasure));

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
