using DivideMetrics.Documentation;
using DivideMetrics.Gaps;
using DivideMetrics.Indices;
using DivideMetrics.Progress;
using DivideMetrics.Projections;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Hosting;
using DivideMetrics.Web.Methods;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Methods;

/// <summary>Nothing is computed that the page of methods does not tell.</summary>
public sealed class MethodologyModelTests
{
    private static readonly CodeComments Comments = new(AppContext.BaseDirectory);
    private static readonly Catalog Catalog = Declarations.Load(Path.Combine(AppContext.BaseDirectory, "seeds"));
    private static readonly MethodologyModel Model = MethodologyModel.Of(Catalog, Comments);

    public static TheoryData<string> Measures => [.. MeasureRegistry.All.Concat(MeasureRegistry.OfComposites).Select(measure => measure.Id)];

    [Theory]
    [MemberData(nameof(Measures))]
    public void Measure_has_one_entry_with_formula_unit_range_reference_and_words(string id)
    {
        var entry = Assert.Single(Model.Chapters.SelectMany(chapter => chapter.Entries), entry => entry.Measure.Id == id);

        Assert.Same(MeasureRegistry.Find(id), entry.Measure);
        Assert.All(
            new[] { entry.Measure.Title, entry.Measure.Formula, entry.Measure.Unit, entry.Measure.Range, entry.Measure.Reference },
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.NotEmpty(entry.Comments);
        Assert.All(entry.Comments, comment => Assert.NotEmpty(comment.Summary));
    }

    [Fact]
    public void Every_chapter_asks_a_question_of_its_own()
    {
        Assert.All(Model.Chapters, chapter => Assert.NotEmpty(chapter.Family.Question));
        Assert.DoesNotContain(Model.Chapters, chapter => chapter.Family.Title == "Further measures");
    }

    [Fact]
    public void Rules_that_the_summary_counts_are_told_by_the_rules_themselves()
    {
        CodeMember[] rules =
        [
            new(typeof(UnsdProgress2023), nameof(UnsdProgress2023.Assess)), new(typeof(OpenSdgProgress), nameof(OpenSdgProgress.Assess)),
            new(typeof(LinearProgress), nameof(LinearProgress.Assess)), new(typeof(ProjectionProgress), nameof(ProjectionProgress.Assess)),
        ];

        Assert.Equal(rules, MeasureFamilies.CountedRules.Select(id => MeasureRegistry.Find(id)!.Documented[^1]));
    }

    [Fact]
    public void Every_projection_model_has_an_entry_and_a_formula()
    {
        Assert.Equal(ProjectionModels.Ids.Select(Anchors.OfModel), Model.Models.Select(model => model.Anchor));
        Assert.All(Model.Models, model => Assert.Contains(model.Comments.SelectMany(comment => comment.Summary), piece => piece.IsCode && piece.Text.Contains('=', StringComparison.Ordinal)));
        Assert.NotEmpty(MethodRegistry.ProjectionUnit);
    }

    [Fact]
    public void Every_composite_has_an_entry_a_formula_a_unit_and_an_indicator()
    {
        Assert.Equal(CompositeRegistry.All, Model.Composites.Select(composite => composite.Kind));
        Assert.All(Model.Composites, composite =>
        {
            Assert.All(new[] { composite.Kind.Title, composite.Kind.Formula, composite.Kind.Reference, string.Join("; ", composite.Units) }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.NotEmpty(composite.Indicators);
            Assert.NotEmpty(composite.Comments);
        });
    }

    [Fact]
    public void Every_check_of_the_gate_is_told()
    {
        Assert.Equal(GateChecks.All.Count, Model.Checks.Count);
        Assert.All(Model.Checks, check => Assert.All(check.Comments, comment => Assert.NotEmpty(comment.Summary)));
    }

    [Fact]
    public void Every_step_of_figures_is_told() => Assert.All(Model.Steps, step =>
    {
        Assert.NotEmpty(step.Title);
        Assert.All(step.Comments, comment => Assert.NotEmpty(comment.Summary));
    });

    [Fact]
    public void Every_law_need_and_look_has_its_words()
    {
        Assert.All(Enum.GetValues<MeasureLaws>(), law => Assert.NotEmpty(Comments.Of(law)));
        Assert.All(Enum.GetValues<MeasureNeeds>(), need => Assert.NotEmpty(Comments.Of(need)));
        Assert.All(Enum.GetValues<MeasureReads>(), read => Assert.NotEmpty(Comments.Of(read)));
    }

    [Fact]
    public void Users_of_a_measure_are_those_whose_measures_name_it()
    {
        var use = Assert.Single(Model.Uses, use => use.Measures.Any(measure => measure.Id == "gap-to-goal"));

        Assert.Equal(Catalog.Indicators.Where(indicator => indicator.Measures.Contains("gap-to-goal")), use.Indicators);
    }
}
