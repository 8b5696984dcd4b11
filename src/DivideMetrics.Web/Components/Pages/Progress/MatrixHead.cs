using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Progress;

/// <summary>Columns that stand under one heading.</summary>
/// <param name="Community">Id of the community.</param>
/// <param name="Title">The heading.</param>
/// <param name="Span">How many columns.</param>
internal sealed record MatrixHead(string Community, string Title, int Span)
{
    private const int Widest = 3;

    /// <summary>The dimensions, in order.</summary>
    public static IReadOnlyList<MatrixHead> Dimensions(ProgressMatrix matrix) =>
        matrix.Columns.GroupBy(total => (total.Column.Indicator.Community, total.Column.Indicator.Dimension))
            .Select(group => new MatrixHead(group.Key.Community, T(group.Key.Dimension), group.Count())).ToList();

    /// <summary>The communities, in order.</summary>
    public static IReadOnlyList<MatrixHead> Communities(ProgressMatrix matrix) =>
        matrix.Columns.GroupBy(total => total.Column.Indicator.Community)
            .Select(group => new MatrixHead(group.Key, Words.Community(group.Key), group.Count())).ToList();

    /// <summary>Class of the columns' width: a heading over few columns needs broad ones.</summary>
    public string Width => Span <= Widest ? FormattableString.Invariant($"w{Span}") : "w";
}
