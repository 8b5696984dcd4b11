using System.Globalization;
using System.Text;
using DivideMetrics.Sources;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Feeds;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Web.Tests.News;

[Collection(NewsSiteTests.Name)]
public sealed class CalendarFileTests(NewsSite site)
{
    private static readonly DateTimeOffset Now = new(2025, 3, 4, 10, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_source_with_a_schedule_has_its_next_check_as_the_jobs_will_run_it()
    {
        using var answer = await site.Client.GetAsync("/news.ics");
        var starts = Unfolded(await answer.Content.ReadAsStringAsync()).Where(line => line.StartsWith("DTSTART:", StringComparison.Ordinal)).Select(line => line[8..]);
        var due = site.Services.Get<Seeds.Catalog>().Sources.Select(source => SourceSchedule.Next(source, Now)).OfType<DateTimeOffset>()
            .Order().Select(moment => moment.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)).ToList();

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(due);
        Assert.Equal(due, starts);
    }

    [Fact]
    public void Events_are_whole_and_lines_are_short_and_escaped()
    {
        var source = SampleWorld.Catalog.Sources[0] with { Provider = "Bureau, Première; Ω", Title = new string('ü', 60), Schedule = "20 4 * * *" };
        var file = Write(new CalendarRow(source, Now.AddHours(18), [new(2025, 2, 1), new(2024, 2, 1)]));
        var lines = Unfolded(file).ToList();

        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains($"SUMMARY:Bureau\\, Première\\; Ω\\, {source.Title} is checked", lines);
        Assert.Equal(
            ["DTSTART:20250305T043000Z", "DTSTART;VALUE=DATE:20250201", "DTSTART;VALUE=DATE:20240201"],
            lines.Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal)));
        Assert.Equal(
            ["UID:check-SRC-20250305T043000Z@example.org", "UID:release-SRC-20250201@example.org", "UID:release-SRC-20240201@example.org"],
            lines.Where(line => line.StartsWith("UID", StringComparison.Ordinal)));
        Assert.Equal(3, lines.Count(line => line == "DTSTAMP:20250304T000000Z"));
    }

    [Fact]
    public void Releases_are_those_that_the_provider_dated_and_that_were_published_newest_first()
    {
        var rows = ReleaseCalendar.Of(
            SampleWorld.Catalog,
            [Vintage(1, new(2024, 5, 1)), Vintage(2, null), Vintage(3, new(2025, 1, 1)), Vintage(4, new(2025, 2, 1)) with { Status = "quarantined" }],
            Now);

        Assert.Equal([new(2025, 1, 1), new DateOnly(2024, 5, 1)], Assert.Single(rows).Released);
        Assert.Null(rows[0].Next);
    }

    private static string Write(params CalendarRow[] rows)
    {
        var context = new DefaultHttpContext();
        (context.Request.Scheme, context.Request.Host) = ("https", new("Example.org"));
        return Encoding.UTF8.GetString(new CalendarFile(new(context.Request), Now).Write(rows));
    }

    private static IEnumerable<string> Unfolded(string file) =>
        file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static Vintage Vintage(long id, DateOnly? released) => new(
        id, "SRC", "", "", "published", released, Now, Now, Now, "", "", 1, Difference.None)
    {
        ReleaseDate = released ?? new(2025, 3, 1), Position = id,
    };
}
