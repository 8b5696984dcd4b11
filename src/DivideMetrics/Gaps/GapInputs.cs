using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>All that the measures of one indicator are computed from, at one state of the data.</summary>
/// <param name="Indicator">The indicator, with its goal and the measures it wants.</param>
/// <param name="Figures">
/// Its figures: each area, sex and year at most once. Economies and the provider's world row (<c>WLD</c>) are used, other areas are not.
/// Values are null or finite.
/// </param>
/// <param name="Weights">
/// Figures of the indicator named by <see cref="Indicator.Weights"/> (population); empty when it names none. Only <c>_T</c> is used.
/// </param>
/// <param name="Areas">Areas and groups; the latest classification is applied to all years.</param>
public sealed record GapInputs(Indicator Indicator, IReadOnlyList<Figure> Figures, IReadOnlyList<Figure> Weights, AreaCatalog Areas)
{
    /// <summary>
    /// Figures of other indicators by id that measures may ask for: the sides of <see cref="Indicator.Contrasts"/>, and the indicator that
    /// <see cref="IncomeIndicator"/> names. An id that is absent has no figures.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Figure>> Others { get; init; } = new Dictionary<string, IReadOnlyList<Figure>>();

    /// <summary>Switches of source that bend no trend (see <see cref="SourceJoins"/>); a switch that is not named here cuts a series.</summary>
    public IReadOnlySet<SourceJoin> Joins { get; init; } = new HashSet<SourceJoin>();

    /// <summary>
    /// Ids of sources whose terms keep their figures out of what is said of groups (non-commercial terms, where other series of the indicator
    /// are open). Their figures still count for the economy itself.
    /// </summary>
    public IReadOnlySet<string> KeptOutOfGroups { get; init; } = new HashSet<string>();

    /// <summary>Id of the indicator by which concentration is ranked (income per person); null when there is none.</summary>
    public string? IncomeIndicator { get; init; }
}
