using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// Gives the states of the past. What days lead to is few: the releases known then. So views are kept by what they are made from, not
/// by day, a fixed number of them, and those used least recently go first: a reader who asks for every day there is fills no memory.
/// </summary>
public sealed class PastStates(StateReader reader)
{
    /// <summary>The greatest number of past states whose figures are kept.</summary>
    public const int MostViews = 8;

    private const int MostQuestions = 256;

    private readonly RecentlyUsed<string, PublishedView> _views = new(MostViews);
    private readonly RecentlyUsed<ReadAt, string> _asked = new(MostQuestions);

    /// <summary>How many past states are kept just now.</summary>
    internal int Count => _views.Count;

    /// <summary>The view that was the answer to this question last, without asking the database; null when it is not kept.</summary>
    internal PublishedView? Known(ReadAt at, PublishedView? current) =>
        _asked.Find(at) is not { } tag ? null : (tag == current?.State.Tag ? current : _views.Find(tag))?.For(at);

    /// <summary>The answer to a question for the past.</summary>
    internal async Task<StateAnswer> ReadAsync(ReadAt at, PublishedView current, CancellationToken cancellationToken)
    {
        var view = at.AsOf is null ? await SeenAsync(at, current, cancellationToken) : await ReleasedAsync(at, current, cancellationToken);
        if (view is null)
        {
            return new(null, await reader.NothingAsync(at, cancellationToken));
        }

        _asked.Remove(at);
        _asked.GetOrAdd(at, view.State.Tag);
        return new(view.For(at), null);
    }

    // What this site showed: the computation of that day, with the methods of that day.
    private async Task<PublishedView?> SeenAsync(ReadAt at, PublishedView current, CancellationToken cancellationToken)
    {
        if (await reader.ComputationAsync(at.Seen, cancellationToken) is not { } computation)
        {
            return null;
        }

        var tag = StateReader.TagOf(computation);
        return tag == current.State.Tag
            ? current
            : _views.Find(tag) ?? _views.GetOrAdd(tag, await reader.ViewAsync(computation, cancellationToken));
    }

    // What was released: with the methods of today, from a published computation where one has just these inputs.
    private async Task<PublishedView?> ReleasedAsync(ReadAt at, PublishedView current, CancellationToken cancellationToken)
    {
        var state = await reader.InputsAsync(at, cancellationToken);
        if (state.Vintages.Count == 0)
        {
            return null;
        }

        if (current.State.Computation?.Inputs == state.Fingerprint)
        {
            return current;
        }

        var tag = StateReader.TagOf(state);
        if (_views.Find(tag) is { } known)
        {
            return known;
        }

        if (await reader.ComputationAsync(state, cancellationToken) is not { } computation)
        {
            return _views.GetOrAdd(tag, await reader.ViewAsync(state, cancellationToken));
        }

        tag = StateReader.TagOf(computation);
        return _views.Find(tag) ?? _views.GetOrAdd(tag, await reader.ViewAsync(computation, cancellationToken));
    }
}
