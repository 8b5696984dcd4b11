using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Compare;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace DivideMetrics.Web.Tests.Compare;

public sealed class CompareQueryTests
{
    /// <summary>Every control moved away from its default, one at a time, and all at once.</summary>
    public static TheoryData<CompareState> States =>
    [
        new CompareState(),
        new CompareState { Areas = ["KEN"] },
        new CompareState { Areas = ["LIC", "KEN", "WLD"] },
        new CompareState { Community = "development" },
        new CompareState { Areas = ["KEN", "BDI", "DEU", "KOR", "TUV", "CIV", "FLK", "HIC"], Community = "development", At = new(new(2025, 3, 1), new(2026, 1, 2)) },
    ];

    [Theory]
    [MemberData(nameof(States))]
    public void Address_of_a_state_is_read_back_as_the_same_state(CompareState state)
    {
        var (read, notes) = Read(AppUrls.Compare(state), state.At);

        Assert.Empty(notes);
        Assert.Equal(AppUrls.Compare(state), AppUrls.Compare(read));
        Assert.Equal(state.Areas, read.Areas);
        Assert.Equal((state.Community, state.At), (read.Community, read.At));
    }

    [Fact]
    public void Default_state_writes_nothing() => Assert.Equal("/compare", AppUrls.Compare(new()));

    [Fact]
    public void State_of_the_figures_is_written() =>
        Assert.Equal("/compare?country=~KEN&asof=2025-03-01", AppUrls.Compare(new() { Areas = ["KEN"], At = new(new(2025, 3, 1), null) }));

    [Fact]
    public void Names_and_doubles_are_read_in_the_order_of_choice() => Assert.Equal(["KOR", "LIC", "KEN"], Read("/compare?country=Korea, Rep.~low income~ken~KOR").State.Areas);

    [Fact]
    public void More_than_eight_are_the_first_eight_and_a_note()
    {
        var (state, notes) = Read("/compare?country=KEN~BDI~DEU~KOR~TUV~CIV~FLK~WLD~LIC~HIC");

        Assert.Equal(["KEN", "BDI", "DEU", "KOR", "TUV", "CIV", "FLK", "WLD"], state.Areas);
        Assert.Equal(new("country", "LIC~HIC", "at most 8 areas"), Assert.Single(notes).Problem);
    }

    [Theory]
    [InlineData("country=Atlantis", "country"), InlineData("country=Atlantis~KEN", "country"), InlineData("community=luck", "community")]
    public void Unknown_value_leaves_a_note(string query, string parameter)
    {
        var (state, notes) = Read("/compare?" + query);

        Assert.Equal(parameter, Assert.Single(notes).Problem.Parameter);
        Assert.Null(state.Community);
        Assert.Equal(query.Contains("KEN", StringComparison.Ordinal) ? ["KEN"] : [], state.Areas);
    }

    private static (CompareState State, IReadOnlyList<QueryNote> Notes) Read(string address, ReadAt at = default)
    {
        var query = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return new CompareQuery { Country = Of("country"), Community = Of("community") }.Read(SampleWorld.Catalog, at);
    }
}
