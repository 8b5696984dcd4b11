using System.Collections.Concurrent;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>
/// A clock whose timers fire only when a test lets time pass, so that no time-out of any length costs real time and none fires by accident
/// on a slow machine. What time of day it says may step, as a machine's clock does when it is set.
/// </summary>
public sealed class ManualClock : TimeProvider
{
    private readonly ConcurrentDictionary<ManualTimer, byte> _timers = new();
    private readonly Lock _lock = new();
    private TimeSpan _passed;

    /// <summary>How far the time of day is off.</summary>
    public TimeSpan Step { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Step;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _passed.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>True when a timer waits that comes again after such a period.</summary>
    public bool HasTimer(TimeSpan period) => _timers.Keys.Any(timer => timer.Period == period);

    /// <summary>Lets time pass and fires what is due.</summary>
    public void Pass(TimeSpan time)
    {
        TimeSpan now;
        lock (_lock)
        {
            now = _passed += time;
        }

        foreach (var timer in _timers.Keys)
        {
            timer.FireUpTo(now);
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
    {
        private TimeSpan? _due;

        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Period = period;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : TimeSpan.FromTicks(clock.GetTimestamp()) + dueTime;
            _ = _due is null ? clock._timers.TryRemove(this, out _) : clock._timers.TryAdd(this, 0);
            if (dueTime == TimeSpan.Zero)
            {
                FireUpTo(TimeSpan.FromTicks(clock.GetTimestamp()));
            }

            return true;
        }

        public void FireUpTo(TimeSpan now)
        {
            if (_due is not { } due || due > now)
            {
                return;
            }

            _due = Period > TimeSpan.Zero ? now + Period : null;
            callback();
        }

        public void Dispose()
        {
            _due = null;
            clock._timers.TryRemove(this, out _);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
