using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.States;

/// <summary>Many questions for the past: few states, each read once.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class StateCacheTests(ReleasedSite site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Published Published => site.Services.GetRequiredService<Published>();

    [Fact]
    public async Task Days_with_the_same_releases_share_their_rows()
    {
        var first = await ViewAsync(new(new(2024, 10, 1), null));
        var other = await ViewAsync(new(new(2024, 12, 24), null));

        Assert.NotEqual(first.State.Asked, other.State.Asked);
        Assert.Same(await first.FiguresAsync("internet-users"), await other.FiguresAsync("internet-users"));
        var indicator = site.Services.GetRequiredService<Catalog>().FindIndicator("internet-users")!;
        Assert.Same(await first.FactsAsync(indicator), await other.FactsAsync(indicator));
    }

    [Fact]
    public async Task State_of_now_is_read_once_whatever_day_leads_to_it()
    {
        var now = await ViewAsync(ReadAt.Now);
        var released = await ViewAsync(new(new(2025, 8, 1), null));
        var shown = await ViewAsync(new(null, new(2025, 8, 1)));

        Assert.Same(await now.FiguresAsync("internet-users"), await released.FiguresAsync("internet-users"));
        Assert.Same(await now.FiguresAsync("internet-users"), await shown.FiguresAsync("internet-users"));
    }

    [Fact]
    public async Task Every_day_of_two_years_keeps_few_states()
    {
        // Mondays, so that no other test's day is among them.
        for (var day = new DateOnly(2024, 1, 1); day < new DateOnly(2025, 9, 1); day = day.AddDays(7))
        {
            await Published.AtAsync(new(day, null), Ct);
            await Published.AtAsync(new(null, day), Ct);
        }

        Assert.InRange(site.Services.GetRequiredService<PastStates>().Count, 1, 3);
    }

    [Fact]
    public async Task Answer_is_known_again_without_asking_the_database()
    {
        var at = new ReadAt(new(2024, 11, 13), null);
        Assert.Null(Published.Known(at));

        var view = await ViewAsync(at);

        Assert.Equal((at, view.State.Tag), (Published.Known(at)!.State.Asked, Published.Known(at)!.State.Tag));
    }

    [Fact]
    public void Values_used_least_recently_go_first()
    {
        var kept = new RecentlyUsed<int, string>(2);
        kept.GetOrAdd(1, "one");
        kept.GetOrAdd(2, "two");
        kept.Find(1);
        kept.GetOrAdd(3, "three");

        Assert.Equal(("one", null, "three", 2), (kept.Find(1), kept.Find(2), kept.Find(3), kept.Count));
        Assert.Equal("one", kept.GetOrAdd(1, "other"));
    }

    private async Task<PublishedView> ViewAsync(ReadAt at) => (await Published.AtAsync(at, Ct)).View!;
}
