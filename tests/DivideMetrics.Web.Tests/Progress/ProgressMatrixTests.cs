using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Progress;

public sealed class ProgressMatrixTests
{
    [Fact]
    public void Rows_are_all_economies_by_name_and_columns_the_judged_indicators_in_order()
    {
        var matrix = ProgressSample.Matrix();

        Assert.Equal(["BDI", "CIV", "DEU", "KEN", "KOR", "TUV"], matrix.Rows.Select(row => row.Code));
        Assert.Equal(["online", "servers"], matrix.Columns.Select(total => total.Column.Indicator.Id));
        Assert.All(matrix.Rows, row => Assert.Equal(2, row.Cells.Count));
    }

    [Fact]
    public void Each_cell_is_the_judgement_of_its_economy_and_indicator()
    {
        var kenya = ProgressSample.Matrix().Rows.Single(row => row.Code == "KEN");

        Assert.Equal([("KEN", "online", "fair"), ("KEN", "servers", "on-track")], kenya.Cells.Select(cell => (cell!.Subject, cell.Indicator, cell.Category!)));
        Assert.Equal([0, 1, 1, 0, 0], kenya.Tally.Counts);
    }

    [Fact]
    public void World_stands_apart_and_is_counted_nowhere()
    {
        var matrix = ProgressSample.Matrix();

        Assert.Equal("on-track", Assert.Single(matrix.Groups).Cells[0]!.Category);
        Assert.Equal(("on-track", 0.74), (matrix.Columns[0].World!.Category, matrix.Columns[0].Column.Pace.Ratio!.Value));
        Assert.Equal([2, 0, 1, 1, 2], matrix.Columns[0].Tally.Counts);
        Assert.Null(matrix.Columns[1].World);
    }

    [Fact]
    public void Totals_at_both_edges_add_up_to_the_same()
    {
        var matrix = ProgressSample.Matrix();

        for (var place = 0; place < matrix.Rule.Statuses.Count; place++)
        {
            Assert.Equal(matrix.Rows.Sum(row => row.Tally.Counts[place]), matrix.Columns.Sum(total => total.Tally.Counts[place]));
            Assert.Equal(matrix.Rows.Sum(row => row.Tally.Counts[place]), matrix.Goals.Counts[place] + matrix.Growth.Counts[place]);
        }
    }

    [Fact]
    public void Region_leaves_its_members() =>
        Assert.Equal(["BDI", "CIV", "KEN"], ProgressSample.Matrix(new(Group: "LIC")).Rows.Select(row => row.Code));

    [Fact]
    public void Community_leaves_its_indicators_and_every_row() =>
        Assert.Equal((1, 6), (ProgressSample.Matrix(new(Community: "security")).Columns.Count, ProgressSample.Matrix(new(Community: "security")).Rows.Count));

    [Theory]
    [InlineData("met", "DEU KOR")]
    [InlineData("fair", "DEU KEN")]
    [InlineData("not-assessable", "TUV")]
    public void Status_hides_rows_without_it_and_keeps_columns_and_totals(string status, string rows)
    {
        var (all, matrix) = (ProgressSample.Matrix(), ProgressSample.Matrix(new(Status: status)));

        Assert.Equal(rows, string.Join(' ', matrix.Rows.Select(row => row.Code)));
        Assert.Equal(all.Columns.Select(total => total.Tally.Counts), matrix.Columns.Select(total => total.Tally.Counts));
    }

    [Fact]
    public void Shown_are_the_judgements_of_the_world_and_of_the_rows_once_each()
    {
        var shown = ProgressSample.Matrix(new(Status: "met")).Shown.ToList();

        Assert.Equal([("WLD", "online"), ("DEU", "online"), ("DEU", "servers"), ("KOR", "online")], shown.Select(gap => (gap.Subject, gap.Indicator)));
    }

    [Fact]
    public void Paces_are_those_of_the_world() =>
        Assert.Equal(
            [("observed-pace", "WLD"), ("required-pace", "WLD"), ("pace-ratio", "WLD")], ProgressSample.Matrix().Paces.Select(gap => (gap.Measure, gap.Subject)));

    [Fact]
    public void Nothing_gives_an_empty_matrix() => Assert.Equal(0, ProgressMatrix.Of([], new(), ProgressSample.Catalog).Goals.Total);
}
