using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Seeds;

/// <summary>Everything that <c>seeds/</c> declares, validated. Immutable; one for the life of the program.</summary>
/// <param name="Areas">Areas, groups, memberships, names, spellings.</param>
/// <param name="Indicators">Indicators in display order (by the framework, then by their own order), each with its goals.</param>
/// <param name="Sources">Sources.</param>
/// <param name="Fingerprint">SHA-256 over the seed files: changes when a declaration changes.</param>
public sealed record Catalog(
    AreaCatalog Areas,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<SourceDefinition> Sources,
    string Fingerprint)
{
    /// <summary>Communities and dimensions that the indicators belong to.</summary>
    public Framework Framework { get; init; } = Framework.None;

    /// <summary>Corrections of providers' figures.</summary>
    public Corrections Corrections { get; init; } = Corrections.None;

    /// <summary>Maps that say which files of a folder belong to which source.</summary>
    public BundleMaps Bundles { get; init; } = BundleMaps.None;

    /// <summary>The indicator with this id, or null.</summary>
    public Indicator? FindIndicator(string id) => Indicators.FirstOrDefault(indicator => indicator.Id == id);

    /// <summary>The source with this id, or null.</summary>
    public SourceDefinition? FindSource(string id) => Sources.FirstOrDefault(source => source.Id == id);

    /// <summary>The licences of everything that an indicator's figures are made of: its sources, and those of what it is divided by or made of.</summary>
    public IReadOnlyList<Licence> LicencesOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return InputsOf(indicator).SelectMany(input => input.Series).Select(series => FindSource(series.Source)?.Licence).OfType<Licence>()
            .Distinct().OrderBy(licence => licence.Id, StringComparer.Ordinal).ToList();
    }

    /// <summary>
    /// The indicator itself and those that its own figures are computed from: the denominator, the roles of a composite, and for one without
    /// roles every indicator with goalposts. Weights and sides of contrasts are inputs of measures, not of figures, and are not among them.
    /// </summary>
    public IReadOnlyList<Indicator> InputsOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        IEnumerable<Indicator?> parts = indicator.Composite switch
        {
            null => [],
            { Roles.Count: 0 } => Indicators.Where(other => other.Goalposts is not null),
            { } composite => composite.Roles.Values.Select(FindIndicator),
        };
        var divisors = parts.Prepend(indicator).Select(part => part?.Per is { } per ? FindIndicator(per.Indicator) : null);
        return parts.Concat(divisors).Prepend(indicator).OfType<Indicator>().Distinct().ToList();
    }

    /// <summary>The indicators nearest to a text that is no id: by id, title, SDG number and edit distance. Best first; of equals those that stand for themselves and have figures.</summary>
    /// <param name="text">What a reader typed.</param>
    /// <param name="max">How many at most.</param>
    public IReadOnlyList<Indicator> SuggestIndicators(string text, int max = 5)
    {
        var wanted = AreaCatalog.Normalize(text);
        return Indicators.Select(indicator => (Indicator: indicator, Distance: Distance(wanted, indicator)))
            .Where(near => near.Distance is not null)
            .OrderBy(near => near.Distance).ThenBy(near => near.Indicator.Awaiting is not null || near.Indicator.PartOf is not null)
            .Select(near => near.Indicator).Take(max).ToList();
    }

    private static double? Distance(string wanted, Indicator indicator) =>
        new[] { indicator.Id, indicator.Title, indicator.SdgIndicator ?? "" }
            .Concat(indicator.Series.Select(series => series.Code))
            .Min(name => NameDistance.Between(wanted, AreaCatalog.Normalize(name)));
}
