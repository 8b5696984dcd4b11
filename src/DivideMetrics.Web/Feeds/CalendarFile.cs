using System.Globalization;
using System.Text;
using DivideMetrics.Sources;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Feeds;

/// <summary>
/// The release calendar as iCalendar (RFC 5545), UTF-8: of each source its next check as a moment, and the provider's releases known here as
/// whole days.
/// </summary>
internal sealed class CalendarFile(SiteAddress site, DateTimeOffset now)
{
    /// <summary>Media type of RFC 5545.</summary>
    public const string MediaType = "text/calendar";

    private const int LongestLine = 75;

    private readonly StringBuilder _text = new();

    // The calendar is what is known today: a stamp that moved with every answer would make every answer another one.
    private readonly string _stamp = Moment(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero));

    /// <summary>The file.</summary>
    public byte[] Write(IEnumerable<CalendarRow> rows)
    {
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//DivideMetrics//Release calendar//EN");
        Line("CALSCALE:GREGORIAN");
        Line($"NAME:{Escaped(T("DivideMetrics: release calendar"))}");
        foreach (var row in rows)
        {
            Events(row);
        }

        Line("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(_text.ToString());
    }

    private void Events(CalendarRow row)
    {
        var (source, name) = (row.Source, $"{row.Source.Provider}, {row.Source.Title}");
        if (row.Next is { } next)
        {
            Event(
                $"check-{source.Id}-{Moment(next)}", $"DTSTART:{Moment(next)}", T("{0} is checked", name),
                T("On this schedule the source is asked whether it has new figures. That it has some is not said."), source);
        }

        foreach (var day in row.Released)
        {
            var date = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            Event($"release-{source.Id}-{date}", $"DTSTART;VALUE=DATE:{date}", T("{0}: released", name), T("Release date as the provider gave it."), source);
        }
    }

    private void Event(string id, string start, string summary, string description, SourceDefinition source)
    {
        Line("BEGIN:VEVENT");
        Line($"UID:{id}@{site.Host}");
        Line($"DTSTAMP:{_stamp}");
        Line(start);
        Line($"SUMMARY:{Escaped(summary)}");
        Line($"DESCRIPTION:{Escaped(description)}");
        Line($"URL:{site.Absolute(AppUrls.Source(source.Id))}");
        Line("TRANSP:TRANSPARENT");
        Line("END:VEVENT");
    }

    /// <summary>A content line: no more than 75 octets, the rest on lines that begin with a space, and no character cut.</summary>
    private void Line(string content)
    {
        var used = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                used = 1;
            }

            _text.Append(rune);
            used += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
