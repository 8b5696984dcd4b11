namespace DivideMetrics.Web.Reading;

/// <summary>What a chart says while its slider moves, until the address follows: its heading, a part of the page with an own place, says the same. One a connection.</summary>
public sealed class SlidYear
{
    /// <summary>Raised when <see cref="Said"/> changes.</summary>
    public event Action? Changed;

    /// <summary>Finding and subtitle of the year under the slider; null while it rests.</summary>
    public (string Finding, string Subtitle)? Said { get; private set; }

    /// <summary>The slider stands at a year.</summary>
    public void Say(string finding, string subtitle) => Set((finding, subtitle));

    /// <summary>The slider was let go, and the page shows its year.</summary>
    public void Rest() => Set(null);

    private void Set((string Finding, string Subtitle)? said)
    {
        if (said != Said)
        {
            Said = said;
            Changed?.Invoke();
        }
    }
}
