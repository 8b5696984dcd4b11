using DivideMetrics.Documentation;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Indices;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Methods;

/// <summary>A measure as the page of methods tells it.</summary>
/// <param name="Measure">Title, formula, unit, range, reference, classes.</param>
/// <param name="Comments">What the code says of it.</param>
/// <param name="Users">The indicators that have it, as one of <see cref="MethodologyModel.Uses"/>.</param>
public sealed record MeasureEntry(Measure Measure, IReadOnlyList<CodeComment> Comments, MeasureUse Users);

/// <summary>Measures that answer one question.</summary>
public sealed record MeasureChapter(string Anchor, MeasureFamily Family, IReadOnlyList<MeasureEntry> Entries);

/// <summary>A set of indicators that have the same measures.</summary>
/// <param name="Anchor">Where the page lists them.</param>
/// <param name="Indicators">The indicators, in the order of the declarations.</param>
/// <param name="Measures">The measures that exactly these have.</param>
public sealed record MeasureUse(string Anchor, IReadOnlyList<Indicator> Indicators, IReadOnlyList<Measure> Measures);

/// <summary>A method that stands in doc comments only.</summary>
public sealed record MethodEntry(string Anchor, string Title, IReadOnlyList<CodeComment> Comments);

/// <summary>A composite index.</summary>
/// <param name="Anchor">Its place.</param>
/// <param name="Kind">Title, formula, reference, assumption.</param>
/// <param name="Comments">What the code says of it.</param>
/// <param name="Indicators">The indicators that are computed so.</param>
public sealed record CompositeEntry(string Anchor, CompositeKind Kind, IReadOnlyList<CodeComment> Comments, IReadOnlyList<Indicator> Indicators)
{
    /// <summary>Units of its scores, as the indicators declare them.</summary>
    public IEnumerable<string> Units => Indicators.Select(indicator => indicator.UnitLabel).Distinct(StringComparer.Ordinal);
}

/// <summary>All that the page of methods shows, from the registries of the code, its doc comments and the declarations.</summary>
public sealed record MethodologyModel
{
    /// <summary>The measures by question.</summary>
    public required IReadOnlyList<MeasureChapter> Chapters { get; init; }

    /// <summary>Which indicators have which measures.</summary>
    public required IReadOnlyList<MeasureUse> Uses { get; init; }

    /// <summary>The models of projections.</summary>
    public required IReadOnlyList<MethodEntry> Models { get; init; }

    /// <summary>The composite indices.</summary>
    public required IReadOnlyList<CompositeEntry> Composites { get; init; }

    /// <summary>How figures become those of an indicator.</summary>
    public required IReadOnlyList<MethodEntry> Steps { get; init; }

    /// <summary>The checks of the quality gate.</summary>
    public required IReadOnlyList<MethodEntry> Checks { get; init; }

    /// <summary>Builds the model.</summary>
    public static MethodologyModel Of(Catalog catalog, CodeComments comments)
    {
        var uses = UsesOf(catalog);
        var useOf = uses.SelectMany(use => use.Measures.Select(measure => (measure.Id, use))).ToDictionary(pair => pair.Id, pair => pair.use, StringComparer.Ordinal);
        return new()
        {
            Uses = uses,
            Chapters = MeasureFamilies.Everything().Select(chapter => new MeasureChapter(
                Anchors.OfFamily(chapter.Family), chapter.Family,
                chapter.Measures.Select(measure => new MeasureEntry(measure, All(comments, measure.Documented), useOf[measure.Id])).ToList())).ToList(),
            Models = Entries(MethodRegistry.ProjectionModels, Anchors.OfModel, comments),
            Composites = CompositeRegistry.All.Select(kind => new CompositeEntry(
                Anchors.OfComposite(kind.Id), kind, All(comments, kind.Documented), catalog.Indicators.Where(indicator => indicator.Composite?.Kind == kind.Id).ToList())).ToList(),
            Steps = FigureSteps.All.Select(step => new MethodEntry(Anchors.OfStep(step.Id), FigureSteps.TitleOf(step.Id), All(comments, step.Documented))).ToList(),
            Checks = Entries(MethodRegistry.GateChecks, Anchors.OfCheck, comments),
        };
    }

    /// <summary>Title of a method that has no other, in English: its id in words.</summary>
    public static string TitleOf(Method method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Findings.Capital(method.Id.Replace('-', ' '));
    }

    private static List<MethodEntry> Entries(IEnumerable<Method> methods, Func<string, string> anchor, CodeComments comments) =>
        methods.Select(method => new MethodEntry(anchor(method.Id), T(TitleOf(method)), All(comments, method.Documented))).ToList();

    private static List<CodeComment> All(CodeComments comments, IEnumerable<CodeMember> members) => members.Select(comments.Of).ToList();

    private static List<MeasureUse> UsesOf(Catalog catalog)
    {
        var wanted = catalog.Indicators.Select(indicator => (Indicator: indicator, Ids: MeasureRegistry.IdsOf(indicator).ToHashSet(StringComparer.Ordinal))).ToList();
        return MeasureRegistry.All.Concat(MeasureRegistry.OfComposites)
            .Select(measure => (Measure: measure, Users: wanted.Where(one => one.Ids.Contains(measure.Id)).Select(one => one.Indicator).ToList()))
            .GroupBy(use => string.Join(' ', use.Users.Select(user => user.Id)), StringComparer.Ordinal)
            .Select(same => new MeasureUse(Anchors.OfUse(same.First().Measure.Id), same.First().Users, same.Select(use => use.Measure).ToList()))
            .ToList();
    }
}
