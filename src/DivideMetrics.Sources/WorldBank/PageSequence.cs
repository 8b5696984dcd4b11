using System.Globalization;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// Checks that the pages of one answer are all there, in order, with as many rows as announced: a shorter list is a failure.
/// </summary>
internal sealed class PageSequence(int mostPages)
{
    private int _pages;
    private int _total;
    private int _rows;

    /// <summary>Number of the last page taken.</summary>
    public int Page { get; private set; }

    /// <summary>True after the last page.</summary>
    public bool IsComplete => Page > 0 && Page >= _pages;

    /// <summary>Takes the next page.</summary>
    /// <exception cref="SourceException">It is not the next page, the numbers do not add up, or there are too many pages.</exception>
    public void Add(WorldBankHeader header, int rows, string file)
    {
        var (page, pages, total) = (Number(header.Page, file), Number(header.Pages, file), Number(header.Total, file));
        var first = Page == 0;
        Page++;
        if (pages > mostPages)
        {
            throw new SourceException(
                $"{file}: expected at most {mostPages} pages, the provider announces {pages}. It may ignore the page size.");
        }

        if (page != Page && total > 0)
        {
            throw Broken($"{file}: expected page {Page} of {pages}, found page {page}");
        }

        if (!first && (pages != _pages || total != _total))
        {
            throw Broken($"{file}: expected {_pages} pages with {_total} rows as the first page said, found {pages} with {total}");
        }

        (_pages, _total, _rows) = (pages, total, _rows + rows);
        if (IsComplete && _rows != _total)
        {
            throw Broken($"{file}: expected {_total} rows on {_pages} pages, found {_rows}");
        }
    }

    private static SourceException Broken(string what) =>
        new($"{what}. The answer is incomplete or changed while it was read; it is fetched anew.") { Transient = true };

    private static int Number(string? text, string file) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SourceException($"{file}: expected page, pages and total as whole numbers in the first element, found '{text}'.");
}
