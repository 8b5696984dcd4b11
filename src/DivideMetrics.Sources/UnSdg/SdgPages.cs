namespace DivideMetrics.Sources.UnSdg;

/// <summary>
/// Checks that the pages of an answer are all there, in order, with as many rows as announced: a shorter list is a failure.
/// </summary>
internal sealed class SdgPages(int mostPages)
{
    private (int Total, int Pages) _announced;
    private int _rows;

    /// <summary>Number of the last page of the answer at hand; 0 before the first.</summary>
    public int Page { get; private set; }

    /// <summary>Takes the next page, after its last row was read; after the last page the next one begins another answer.</summary>
    /// <returns>True when the answer is complete.</returns>
    /// <exception cref="SourceException">It is not the next page, the numbers do not add up, or there are too many pages.</exception>
    public bool Add(SdgPage page, string file)
    {
        if (page.Pages > mostPages)
        {
            throw new SourceException(
                $"{file}: expected at most {mostPages} pages, the provider announces {page.Pages}. It may ignore the page size.");
        }

        if (Page == 0)
        {
            _announced = (page.Total, page.Pages);
        }

        Page++;
        _rows += page.Count;
        Check(page, file);
        if (Page < page.Pages)
        {
            return false;
        }

        (Page, _rows) = (0, 0);
        return true;
    }

    /// <summary>Throws when the last page of an answer is missing.</summary>
    public void CheckEnded(string source)
    {
        if (Page > 0)
        {
            throw new SourceException($"Source {source}: the last file is not the last page. The vintage is incomplete; fetch it anew.");
        }
    }

    private void Check(SdgPage page, string file)
    {
        if ((page.Total, page.Pages) != _announced)
        {
            throw Broken(
                $"{file}: expected {_announced.Pages} pages with {_announced.Total} rows as the first page said, " +
                $"found {page.Pages} with {page.Total}");
        }

        if (page.Total > 0 && page.Page != Page)
        {
            throw Broken($"{file}: expected page {Page} of {page.Pages}, found page {page.Page}");
        }

        if (Page >= page.Pages && _rows != page.Total)
        {
            throw Broken($"{file}: expected {page.Total} rows on {page.Pages} pages, found {_rows}");
        }
    }

    private static SourceException Broken(string what) =>
        new($"{what}. The answer is incomplete or changed while it was read; it is fetched anew.") { Transient = true };
}
