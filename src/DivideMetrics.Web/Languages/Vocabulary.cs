using DivideMetrics.Documentation;
using DivideMetrics.Gaps;
using DivideMetrics.Indices;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Methods;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Languages;

/// <summary>The texts of the seeds and of the computation's registries that pages say in the reader's language: their keys stand in no code of the pages.</summary>
public static class Vocabulary
{
    /// <summary>Every such text once, without the empty ones.</summary>
    public static IReadOnlyList<string> Of(Catalog catalog) => Texts(catalog).OfType<string>().Where(text => text.Length > 0).Distinct().ToList();

    private static IEnumerable<string?> Texts(Catalog catalog) =>
    [
        .. catalog.Indicators.SelectMany(indicator => new[] { indicator.Title, indicator.Definition, indicator.UnitLabel, indicator.UnitShort, indicator.Dimension, indicator.Awaiting }),
        .. catalog.Indicators.SelectMany(indicator => indicator.Breaks).Select(known => known.Reason),
        .. catalog.Indicators.SelectMany(indicator => indicator.Goals).SelectMany(goal => new[] { goal.Title, goal.Authority, goal.Reference }),
        .. catalog.Framework.Communities.SelectMany(community => community.Dimensions.Select(dimension => dimension.Title).Prepend(community.Title)),
        .. MeasureRegistry.All.Concat(MeasureRegistry.OfComposites).SelectMany(measure => measure.Categories.Select(Words).Append(measure.Title).Append(measure.Unit)),
        .. CompositeRegistry.All.SelectMany(kind => new[] { kind.Title, kind.Assumption }),
        .. CompositeRegistry.All.SelectMany(kind => kind.Roles).SelectMany(role => new[] { role.Title, role.Unit }),
        .. MeasureFamilies.Everything().SelectMany(chapter => new[] { chapter.Family.Title, chapter.Family.Question }),
        .. MethodRegistry.ProjectionModels.Concat(MethodRegistry.GateChecks).Select(MethodologyModel.TitleOf),
    ];

    /// <summary>A class of a measure in words: <c>on track</c>.</summary>
    public static string Words(string category) => category.Replace('-', ' ');
}
