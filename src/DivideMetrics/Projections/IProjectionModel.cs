using DivideMetrics.Documentation;

namespace DivideMetrics.Projections;

/// <summary>A model of the course of a series. Stateless; to add one: a file that implements it, and a line in <see cref="ProjectionModels"/>.</summary>
internal interface IProjectionModel
{
    /// <summary>Id in kebab case: the category of what is projected with it.</summary>
    string Id { get; }

    /// <summary>The members whose doc comments say what the model is, its formula as code.</summary>
    IReadOnlyList<CodeMember> Documented { get; }

    /// <summary>Fits the model.</summary>
    /// <param name="sample">The points up to an origin.</param>
    /// <param name="before">A fit of this model to fewer points of the same series, from which to start looking; null when there is none.</param>
    /// <param name="reason">Why there is no fit, in words; null when there is one.</param>
    ProjectionFit? Fit(in ProjectionSample sample, ProjectionFit? before, out string? reason);
}

/// <summary>Every model, in the order in which one is preferred to another of the same error.</summary>
internal static class ProjectionModels
{
    internal static IReadOnlyList<IProjectionModel> All { get; } = [
        new LogitLinear(), new AdoptionModel<GompertzCurve>("gompertz"), new AdoptionModel<BassCurve>("bass"), new DampedLinear(),
    ];

    internal static IReadOnlyList<string> Ids { get; } = [.. All.Select(model => model.Id)];
}
