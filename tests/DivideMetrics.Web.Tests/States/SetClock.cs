namespace DivideMetrics.Web.Tests.States;

/// <summary>A clock that shows the day it was set to; time spans are real.</summary>
internal sealed class SetClock(DateOnly day) : TimeProvider
{
    public DateOnly Day { get; set; } = day;

    public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(10, 30)), TimeSpan.Zero);
}
