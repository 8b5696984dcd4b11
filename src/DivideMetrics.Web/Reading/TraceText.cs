using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>The way of a figure back to its bytes, in words; some of them HTML.</summary>
internal static class TraceText
{
    /// <summary>What is shown, exactly.</summary>
    public static string Figure(Indicator indicator, Figure figure)
    {
        var (title, unit, value) = (T(indicator.Title), T(indicator.UnitLabel), figure.Value is { } known ? Numbers.Whole(known) : T("no value"));
        return figure.Sex == Sex.Total
            ? T("{0}, {1}. Exactly {2}, OBS_STATUS {3}.", title, unit, value, figure.Status)
            : T("{0}, {1}, SEX {2}. Exactly {3}, OBS_STATUS {4}.", title, unit, figure.Sex.Code(), value, figure.Status);
    }

    /// <summary>The series of its source, as HTML.</summary>
    public static string Series(IndicatorSeries series, Catalog catalog)
    {
        var source = Markup.Link(AppUrls.Source(series.Source), Markup.English(catalog.FindSource(series.Source)?.Title ?? series.Source));
        return series.Factor == 1
            ? T("{0}, series {1}.", source, Markup.Code(series.Code))
            : T("{0}, series {1}, multiplied by {2}.", source, Markup.Code(series.Code), Numbers.Whole(series.Factor));
    }

    /// <summary>Its place among the indicator's series.</summary>
    public static string Place(Indicator indicator, IndicatorSeries series) => indicator.Series.Count == 1
        ? T("It is the only one declared.")
        : T("It is number {0} of {1} in the indicator’s order of precedence.", Numbers.Count(indicator.Series.ToList().IndexOf(series) + 1), Numbers.Count(indicator.Series.Count));

    /// <summary>What figures are divided by, as HTML.</summary>
    public static string Divisor(Denominator per, Catalog catalog)
    {
        var other = Markup.Link(AppUrls.Indicator(per.Indicator, new()), Markup.Encoded(catalog.FindIndicator(per.Indicator) is { } divisor ? T(divisor.Title) : per.Indicator));
        return per.Factor == 1
            ? T("Divided by {0} of the same year.", other)
            : T("Divided by {0} of the same year, multiplied by {1}.", other, Numbers.Whole(per.Factor));
    }

    /// <summary>When the provider released it, and when it came here.</summary>
    public static string Release(Vintage vintage)
    {
        var date = Numbers.Date(vintage.ReleaseDate);
        var released = vintage.Released is null ? T("{0} (the day of retrieval: the provider states none)", date) : date;
        return vintage.PublishedAt is { } at
            ? T("{0}, retrieved {1}, published here {2}.", released, Moments.Of(vintage.RetrievedAt), Moments.Of(at))
            : T("{0}, retrieved {1}, published here never.", released, Moments.Of(vintage.RetrievedAt));
    }

    /// <summary>The hash of the file, and whether the kept bytes have it, as HTML.</summary>
    public static string Fingerprint(RawFile file, KeptRow? kept) => kept switch
    {
        null => T("{0}: the bytes are not kept on this node", Markup.Code(file.Sha256)),
        { Whole: true } => T("{0}: the kept bytes have it", Markup.Code(file.Sha256)),
        _ => T("{0}: THE KEPT BYTES DIFFER", Markup.Code(file.Sha256)),
    };
}
