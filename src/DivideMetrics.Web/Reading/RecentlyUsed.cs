namespace DivideMetrics.Web.Reading;

/// <summary>Keeps the values that were used last, and never more than a number of them. Safe for many callers at once.</summary>
/// <param name="most">The greatest number of values kept, at least 1.</param>
internal sealed class RecentlyUsed<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock _door = new();
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _order = [];
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _known = [];

    /// <summary>How many values are kept.</summary>
    public int Count
    {
        get
        {
            lock (_door)
            {
                return _known.Count;
            }
        }
    }

    /// <summary>The value of a key, or the default.</summary>
    public TValue? Find(TKey key)
    {
        lock (_door)
        {
            return _known.TryGetValue(key, out var node) ? Touch(node) : default;
        }
    }

    /// <summary>The value of a key; the given one when there is none yet.</summary>
    public TValue GetOrAdd(TKey key, TValue value)
    {
        lock (_door)
        {
            if (_known.TryGetValue(key, out var node))
            {
                return Touch(node);
            }

            _known[key] = _order.AddFirst(new KeyValuePair<TKey, TValue>(key, value));
            if (_known.Count > most)
            {
                _known.Remove(_order.Last!.Value.Key);
                _order.RemoveLast();
            }

            return value;
        }
    }

    /// <summary>Forgets the value of a key.</summary>
    public void Remove(TKey key)
    {
        lock (_door)
        {
            if (_known.Remove(key, out var node))
            {
                _order.Remove(node);
            }
        }
    }

    private TValue Touch(LinkedListNode<KeyValuePair<TKey, TValue>> node)
    {
        _order.Remove(node);
        _order.AddFirst(node);
        return node.Value.Value;
    }
}
