using System.Net;
using DivideMetrics.Web.Admin;

namespace DivideMetrics.Web.Tests.Admin;

public sealed class SignInGuardTests
{
    private static readonly Func<Task<bool>> Right = () => Task.FromResult(true);
    private static readonly Func<Task<bool>> Wrong = () => Task.FromResult(false);
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");

    private readonly StoppedClock _clock = new();
    private readonly SignInGuard _guard;

    public SignInGuardTests() => _guard = new(_clock);

    [Theory]
    [InlineData(0, Attempt.Accepted)]
    [InlineData(4, Attempt.Accepted)]
    [InlineData(5, Attempt.LockedOut)]
    [InlineData(9, Attempt.LockedOut)]
    public async Task Right_password_after_wrong_ones(int wrong, Attempt expected)
    {
        await FailAsync(wrong, Here);

        Assert.Equal(expected, await _guard.TryAsync(Right, Here, CancellationToken.None));
    }

    [Theory]
    [InlineData(14.9, Attempt.LockedOut)]
    [InlineData(15, Attempt.Accepted)]
    public async Task Lock_out_ends_after_a_quarter_of_an_hour(double minutes, Attempt expected)
    {
        await FailAsync(5, Here);
        _clock.Now += TimeSpan.FromMinutes(minutes);

        Assert.Equal(expected, await _guard.TryAsync(Right, Here, CancellationToken.None));
    }

    [Theory]
    [InlineData("192.0.2.2", Attempt.Accepted)]
    [InlineData("::ffff:192.0.2.1", Attempt.LockedOut)]
    public async Task Lock_out_is_for_one_address(string other, Attempt expected)
    {
        await FailAsync(5, Here);

        Assert.Equal(expected, await _guard.TryAsync(Right, IPAddress.Parse(other), CancellationToken.None));
    }

    [Theory]
    [InlineData("2001:db8:0:1::2", Attempt.LockedOut)]
    [InlineData("2001:db8:0:2::1", Attempt.Accepted)]
    public async Task Lock_out_is_for_a_whole_network_of_ipv6(string other, Attempt expected)
    {
        await FailAsync(5, IPAddress.Parse("2001:db8:0:1::1"));

        Assert.Equal(expected, await _guard.TryAsync(Right, IPAddress.Parse(other), CancellationToken.None));
    }

    [Fact]
    public async Task Right_password_wipes_the_slate()
    {
        await FailAsync(4, Here);
        await _guard.TryAsync(Right, Here, CancellationToken.None);
        await FailAsync(4, Here);

        Assert.Equal(Attempt.Accepted, await _guard.TryAsync(Right, Here, CancellationToken.None));
    }

    private async Task FailAsync(int times, IPAddress address)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            await _guard.TryAsync(Wrong, address, CancellationToken.None);
        }
    }

    /// <summary>A clock that moves only by hand; its timers go off at once.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
