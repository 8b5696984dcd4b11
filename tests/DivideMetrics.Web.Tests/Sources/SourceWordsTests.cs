using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Storage.Freshness;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Sources;

public sealed class SourceWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(59, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(7_200, "2 hours ago")]
    [InlineData(86_400 * 59, "59 days ago")]
    [InlineData(86_400 * 61, "2 months ago")]
    [InlineData(86_400 * 800, "2 years ago")]
    [InlineData(-3_600, "in 1 hour")]
    public void Moment_is_said_as_people_say_it(int secondsAgo, string said) => Assert.Equal(said, Moments.From(Now.AddSeconds(-secondsAgo), Now));

    [Fact]
    public void Moment_is_written_in_universal_time() => Assert.Equal(
        ("25 November 2026, 10:00 UTC", "2026-11-25T10:00:00Z"),
        (Moments.Of(new(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(2))), Moments.Attribute(new(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(2)))));

    [Theory]
    [InlineData(1234.5, "1234.5", "+1234.5")]
    [InlineData(-2, "−2", "−2")]
    [InlineData(0, "0", "0")]
    public void Value_of_a_file_is_written_without_anything_between_thousands(double value, string stored, string signed) =>
        Assert.Equal((stored, signed), (Numbers.Stored(value), Numbers.Signed(value)));

    [Fact]
    public void Findings_are_counted_by_severity_the_gravest_first() => Assert.Equal(
        "at least 207 errors (out-of-bounds, unknown-area); 1 warning (series-gone)",
        FindingText.Of(
        [
            new("out-of-bounds", Severity.Error, FindingSink.KeptPerCode, ""), new("unknown-area", Severity.Error, 7, ""),
            new("series-gone", Severity.Warning, 1, ""),
        ]));

    [Fact]
    public void Findings_of_one_code_say_when_there_may_be_more() => Assert.Equal(
        ("errors, at least 200", "notes, 3"),
        (FindingText.Of(new FindingCount("unknown-area", Severity.Error, FindingSink.KeptPerCode, "")), FindingText.Of(new FindingCount("other-area", Severity.Info, 3, ""))));

    [Fact]
    public void No_finding_is_none() => Assert.Equal("none", FindingText.Of([]));

    [Theory]
    [InlineData("revised", ChangeKind.UpdateValue)]
    [InlineData("withdrawn", ChangeKind.Withdraw)]
    [InlineData("REVISED", null)]
    [InlineData(null, null)]
    public void Kind_of_change_is_read_from_the_address(string? code, ChangeKind? kind) => Assert.Equal(kind, ChangeChoice.Parse(code, null).Kind);

    [Fact]
    public void Changes_come_with_the_greatest_difference_first_and_then_what_went()
    {
        var keys = new ObservationKeys();
        var difference = VintageDiff.Compare(
            Table(keys, ("AAA", 10), ("BBB", 20), ("CCC", 30), ("DDD", 40)), Table(keys, ("AAA", 11), ("BBB", 5), ("DDD", 40), ("EEE", 1)), _ => 0.005);

        Assert.Equal(["BBB", "AAA", "CCC", "EEE"], new ChangeChoice(null, null).Of(difference).Select(change => change.Area));
        Assert.Equal(["CCC"], new ChangeChoice(ChangeKind.Withdraw, null).Of(difference).Select(change => change.Area));
        Assert.Empty(new ChangeChoice(null, "OTHER").Of(difference));
    }

    [Fact]
    public void Series_is_named_with_the_dimensions_that_split_it() => Assert.Equal(
        ("S", "S, SEX F, AGE Y15T24, SKILL=PRGM"),
        (SeriesText.Of(new("S")), SeriesText.Of(new("S", Sex.Female, "Y15T24", "_T", "SKILL=PRGM"))));

    private static ObservationTable Table(ObservationKeys keys, params (string Area, double Value)[] rows)
    {
        var builder = new ObservationTableBuilder(keys);
        foreach (var (area, value) in rows)
        {
            builder.Add(new(new("S"), area, 2020, value));
        }

        return builder.Build();
    }
}
