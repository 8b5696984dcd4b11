namespace DivideMetrics.Sources.Data360;

/// <summary>
/// Holds the rows of the pages of one question against the count that the provider says: it is known to stop at 10,000 rows without a
/// word, and a shorter list is a failure.
/// </summary>
internal sealed class PageCount
{
    private long _total = -1;
    private long _rows;

    /// <summary>True before the first page and after the last.</summary>
    public bool IsComplete => _rows == _total || _total < 0;

    /// <summary>How many rows came; the next page begins there.</summary>
    public long Rows => _rows;

    /// <summary>Takes the next page; after the last one of a question, the first of another.</summary>
    /// <exception cref="SourceException">More rows than announced, another count, or an empty page before the end.</exception>
    public void Add(Data360Page page, string file)
    {
        if (IsComplete)
        {
            (_total, _rows) = (page.Total, 0);
        }

        if (page.Total != _total)
        {
            throw Broken(file, FormattableString.Invariant($"expected {_total} rows as the page before said, this one says {page.Total}"));
        }

        _rows += page.Read;
        if (_rows > _total || (page.Read == 0 && _rows < _total))
        {
            throw Broken(file, FormattableString.Invariant($"expected {_total} rows as announced, found {_rows}"));
        }
    }

    /// <summary>After the last page.</summary>
    /// <exception cref="SourceException">Rows are missing.</exception>
    public void End(string source)
    {
        if (!IsComplete)
        {
            throw Broken($"Source {source}", FormattableString.Invariant($"expected {_total} rows as announced, found {_rows}"));
        }
    }

    private static SourceException Broken(string where, string what) =>
        new($"{where}: {what}. The answer is incomplete or changed while it was read; it is fetched anew.") { Transient = true };
}
