using DivideMetrics.Gaps;
using DivideMetrics.Indicators;

namespace DivideMetrics.Seeds;

/// <summary>That what indicators and goals say fits the framework, their units, and each other.</summary>
internal sealed class IndicatorChecks(SeedProblems problems, Catalog catalog)
{
    private readonly Dictionary<string, Indicator> _known = catalog.Indicators.ToDictionary(indicator => indicator.Id, StringComparer.Ordinal);

    public void Check(SeedDocuments documents)
    {
        foreach (var document in documents.Indicators)
        {
            var indicator = _known[document.Id];
            Membership(document, indicator);
            Figures(document, indicator);
            Measures(document, indicator);
            Contrasts(document, indicator);
            Divisor(document, indicator);
        }

        new ScoreChecks(problems, _known).Check(documents.Indicators);
        new GoalChecks(problems, catalog).Check(documents.Goals);
    }

    /// <summary>Its dimension is declared, and what it is a part of stands for itself.</summary>
    private void Membership(SeedDocument document, Indicator indicator)
    {
        if (catalog.Framework.Find(indicator.Community, indicator.Dimension) is null)
        {
            var declared = catalog.Framework.Find(indicator.Community)?.Dimensions.Select(dimension => dimension.Title) ?? [];
            Tell(
                document, "dimension",
                $"'{indicator.Dimension}' is no dimension of '{indicator.Community}' in seeds/framework.yml; known are {string.Join(", ", declared)}");
        }

        if (indicator.PartOf is { } whole && Find(document, "part_of", whole) is { } parent)
        {
            Whole(document, indicator, parent);
        }
    }

    private void Whole(SeedDocument document, Indicator indicator, Indicator parent)
    {
        if (parent.PartOf is not null)
        {
            Tell(document, "part_of", $"'{parent.Id}' is itself a part; name the indicator that stands for itself");
        }

        if ((parent.Community, parent.Dimension) != (indicator.Community, indicator.Dimension))
        {
            Tell(document, "part_of", $"a part stands in the dimension of its whole: expected {parent.Community}, {parent.Dimension}");
        }
    }

    /// <summary>Where its figures come from, or why there are none.</summary>
    private void Figures(SeedDocument document, Indicator indicator)
    {
        var isComputed = indicator.Composite is not null;
        if (indicator.Series.Count == 0 && !isComputed && indicator.Awaiting is null)
        {
            Tell(document, "series", "expected series, a composite, or under 'awaiting' why there are no figures");
        }

        if (isComputed && (indicator.Series.Count > 0 || indicator.Per is not null))
        {
            Tell(document, "composite", "a composite is computed and has neither series nor a divisor");
        }

        for (var at = 0; at < indicator.Series.Count; at++)
        {
            if (indicator.Series[at].As is not null && !indicator.BySex)
            {
                Tell(document, FormattableString.Invariant($"series[{at}].as"), "a series for one sex needs by_sex: true");
            }
        }
    }

    private void Measures(SeedDocument document, Indicator indicator)
    {
        if (document.Root["measures"] is not null && document.Root["except"] is not null)
        {
            Tell(document, "except", "'except' takes away from the usual measures; with a list of measures leave it out");
        }

        var known = indicator with { Measures = indicator.Measures.Where(id => MeasureRegistry.Find(id) is not null).ToList() };
        foreach (var problem in MeasureRegistry.Problems(known))
        {
            Tell(document, "measures", problem);
        }
    }

    /// <summary>Both sides exist, have the same unit, and each kind stands once.</summary>
    private void Contrasts(SeedDocument document, Indicator indicator)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < indicator.Contrasts.Count; at++)
        {
            var (path, contrast) = (FormattableString.Invariant($"contrasts[{at}]."), indicator.Contrasts[at]);
            if (!kinds.Add(contrast.Kind))
            {
                Tell(document, path + "kind", $"the contrast '{contrast.Kind}' stands twice");
            }

            if (contrast.Advantaged == contrast.Disadvantaged)
            {
                Tell(document, path + "disadvantaged", $"'{contrast.Disadvantaged}' cannot be compared with itself");
            }

            Side(document, path + "advantaged", contrast.Advantaged, indicator);
            Side(document, path + "disadvantaged", contrast.Disadvantaged, indicator);
        }
    }

    private void Side(SeedDocument document, string path, string id, Indicator indicator)
    {
        if (Find(document, path, id) is { } side && side.Unit != indicator.Unit)
        {
            Tell(document, path, $"expected an indicator in {indicator.Unit}; '{id}' is in {side.Unit}");
        }
    }

    /// <summary>What is divided by has figures of its own, and both are of all people.</summary>
    private void Divisor(SeedDocument document, Indicator indicator)
    {
        if (indicator.Per is not { } per || Find(document, "per.indicator", per.Indicator) is not { } divisor)
        {
            return;
        }

        if (divisor.Per is not null || divisor.Composite is not null)
        {
            Tell(document, "per.indicator", $"'{per.Indicator}' is itself computed; divide by an indicator with series");
        }

        if (indicator.BySex)
        {
            Tell(document, "per", "a quotient is of all people: leave out by_sex");
        }
    }

    private Indicator? Find(SeedDocument document, string path, string id)
    {
        if (!_known.TryGetValue(id, out var found))
        {
            Tell(document, path, $"unknown indicator '{id}'; it must stand in seeds/indicators");
        }

        return found;
    }

    private void Tell(SeedDocument document, string path, string reason) => problems.Add(document.File.Name, document.LineOf(path), reason);
}
