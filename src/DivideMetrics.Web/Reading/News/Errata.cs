using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>A declared correction, and since when it acts.</summary>
/// <param name="Correction">As declared.</param>
/// <param name="Since">The first published vintage in which it corrected a point; null when it was not at work yet.</param>
public sealed record Erratum(Correction Correction, Vintage? Since);

/// <summary>Reads the errata: the corrections that the seeds declare.</summary>
public sealed class ErrataReader(Catalog catalog, CorrectionQueries corrections)
{
    /// <summary>All corrections, those decided last first.</summary>
    /// <param name="vintages">All vintages.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<Erratum>> ReadAsync(IEnumerable<Vintage> vintages, CancellationToken cancellationToken)
    {
        var declared = catalog.Corrections.All;
        if (declared.Count == 0)
        {
            return [];
        }

        var first = await corrections.FirstVintagesAsync(declared, cancellationToken);
        var known = vintages.ToDictionary(vintage => vintage.Id);
        return declared.Select(correction => new Erratum(
                correction, first.TryGetValue(correction, out var vintage) ? known.GetValueOrDefault(vintage) : null))
            .OrderByDescending(erratum => erratum.Correction.Date).ToList();
    }
}

/// <summary>Corrections in words.</summary>
public static class ErrataText
{
    /// <summary>What is done to the provider's figure.</summary>
    public static string ActionOf(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return correction.Action switch
        {
            CorrectionAction.Drop => T("left out"),
            CorrectionAction.Scale => T("multiplied by {0}", Numbers.Plain(correction.Factor)),
            CorrectionAction.Flag => T("given the status {0}", correction.Status),
            _ when correction.Value is { } value => T("set to {0}", Numbers.Plain(value)),
            _ => T("set to missing"),
        };
    }

    /// <summary>What the provider must still say.</summary>
    public static string GuardOf(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return correction.Expect switch
        {
            null => T("whatever the provider says"),
            { Absent: true } => T("while the provider has no value"),
            { Value: { } value, Status: { } status } => T("while the provider says {0} with the status {1}", Numbers.Plain(value), status),
            { Value: { } value } => T("while the provider says {0}", Numbers.Plain(value)),
            var guard => T("while the provider gives the status {0}", guard.Status),
        };
    }

    /// <summary>The years that it is for.</summary>
    public static string YearsOf(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return correction.Periods.Count == 0 ? T("all years") : Listed(correction.Periods.Select(Numbers.Year));
    }

    /// <summary>The areas that it is for.</summary>
    public static string AreasOf(Correction correction, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(correction);
        ArgumentNullException.ThrowIfNull(catalog);
        return correction.Areas.Count == 0 ? T("all economies") : Listed(correction.Areas.Select(code => catalog.Areas.LocalName(code)));
    }
}
