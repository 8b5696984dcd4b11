using System.Globalization;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Moments in words, always in UTC: readers and providers sit in every time zone.</summary>
public static class Moments
{
    /// <summary><c>25 November 2026, 04:20 UTC</c>.</summary>
    public static string Of(DateTimeOffset moment)
    {
        var there = moment.UtcDateTime;
        return T("{0}, {1} UTC", Numbers.Date(DateOnly.FromDateTime(there)), there.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary><c>2026-11-25T04:20:00Z</c>, for the attribute <c>datetime</c>.</summary>
    public static string Attribute(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>3 days ago</c>, <c>in 2 hours</c>, <c>just now</c>.</summary>
    public static string From(DateTimeOffset moment, DateTimeOffset now)
    {
        var span = (now - moment).Duration();
        return span.TotalMinutes < 1 ? T("just now") : moment > now ? Ahead(span) : Ago(span);
    }

    private static string Ago(TimeSpan span)
    {
        var (count, unit) = Counted(span);
        return unit switch
        {
            'm' => N(count, "1 minute ago", "{0} minutes ago", Numbers.Count(count)),
            'h' => N(count, "1 hour ago", "{0} hours ago", Numbers.Count(count)),
            'd' => N(count, "1 day ago", "{0} days ago", Numbers.Count(count)),
            'M' => N(count, "1 month ago", "{0} months ago", Numbers.Count(count)),
            _ => N(count, "1 year ago", "{0} years ago", Numbers.Count(count)),
        };
    }

    private static string Ahead(TimeSpan span)
    {
        var (count, unit) = Counted(span);
        return unit switch
        {
            'm' => N(count, "in 1 minute", "in {0} minutes", Numbers.Count(count)),
            'h' => N(count, "in 1 hour", "in {0} hours", Numbers.Count(count)),
            'd' => N(count, "in 1 day", "in {0} days", Numbers.Count(count)),
            'M' => N(count, "in 1 month", "in {0} months", Numbers.Count(count)),
            _ => N(count, "in 1 year", "in {0} years", Numbers.Count(count)),
        };
    }

    /// <summary>The span in the greatest unit that it fills: minutes (m), hours (h), days (d), months (M) or years (y).</summary>
    private static (int Count, char Unit) Counted(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => ((int)span.TotalMinutes, 'm'),
        { TotalDays: < 1 } => ((int)span.TotalHours, 'h'),
        { TotalDays: < 60 } => ((int)span.TotalDays, 'd'),
        { TotalDays: < 730 } => ((int)(span.TotalDays / 30.44), 'M'),
        _ => ((int)(span.TotalDays / 365.25), 'y'),
    };
}
