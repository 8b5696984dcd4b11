using DivideMetrics.Storage;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Sources;

public sealed class RevisionTriangleTests
{
    // Vintage 3 is an older release that was imported last: it stands first.
    private static readonly Vintage[] Published = [Release(1, 2025), Release(2, 2026), Release(3, 2019)];

    [Fact]
    public void Triangle_has_a_column_for_each_release_in_the_order_of_release_and_marks_what_moved()
    {
        var triangle = RevisionTriangle.Of([Held(2017, 34.45, 3, 1), Held(2017, 18.2, 1, 2), Held(2017, 18.3, 2, null), Held(2020, 43, 1, null)], Published);

        Assert.Equal([3, 1, 2], triangle.Releases.Select(release => release.Id));
        Assert.Equal([2020, 2017], triangle.Rows.Select(row => row.Year));
        Assert.Equal([null, 43d, 43d], triangle.Rows[0].Cells.Select(cell => cell?.Value));
        Assert.Equal([(34.45, false), (18.2, true), (18.3, true)], triangle.Rows[1].Cells.Select(cell => (cell!.Value!.Value, cell.Moved)));
        Assert.Equal(2, triangle.Moves);
    }

    [Fact]
    public void Release_that_changed_nothing_here_has_no_column() =>
        Assert.Equal([1], RevisionTriangle.Of([Held(2020, 1, 1, null)], Published).Releases.Select(release => release.Id));

    [Fact]
    public void Withdrawn_point_leaves_its_cell_empty() =>
        Assert.Equal([1d, null], RevisionTriangle.Of([Held(2020, 1, 1, 2)], Published).Rows[0].Cells.Select(cell => cell?.Value));

    private static HeldObservation Held(int year, double value, long from, long? to) => new(new(new("S"), "IND", year, value), from, from, to);

    private static Vintage Release(long id, int year) => new(
        id, "X", new('0', 64), "d", "published", new(year, 1, 1), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "L", "C", 1, Difference.None)
    {
        ReleaseDate = new(year, 1, 1),
        Position = ((long)year << 32) + id,
    };
}
