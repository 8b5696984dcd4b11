using System.Globalization;

namespace DivideMetrics.Web.Reading;

/// <summary>Moments in words, always in UTC: readers and providers sit in every time zone.</summary>
public static class Moments
{
    /// <summary><c>25 November 2026, 04:20 UTC</c>.</summary>
    public static string Of(DateTimeOffset moment) => moment.ToUniversalTime().ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-25T04:20:00Z</c>, for the attribute <c>datetime</c>.</summary>
    public static string Attribute(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>3 days ago</c>, <c>in 2 hours</c>, <c>just now</c>.</summary>
    public static string From(DateTimeOffset moment, DateTimeOffset now)
    {
        var span = (now - moment).Duration();
        var text = span switch
        {
            { TotalMinutes: < 1 } => null,
            { TotalHours: < 1 } => Many((int)span.TotalMinutes, "minute"),
            { TotalDays: < 1 } => Many((int)span.TotalHours, "hour"),
            { TotalDays: < 60 } => Many((int)span.TotalDays, "day"),
            { TotalDays: < 730 } => Many((int)(span.TotalDays / 30.44), "month"),
            _ => Many((int)(span.TotalDays / 365.25), "year"),
        };
        return text is null ? "just now" : moment > now ? $"in {text}" : $"{text} ago";
    }

    private static string Many(int count, string unit) => count == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{count} {unit}s");
}
