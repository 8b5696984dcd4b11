using System.Text;
using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using DivideMetrics.Web.Revisions;
using MiniExcelLibs;

namespace DivideMetrics.Web.Tests.Revisions;

public sealed class ChangeFilesTests
{
    private const string Header =
        "KIND,SERIES,REF_AREA,SEX,AGE,URBANISATION,BREAKDOWN,TIME_PERIOD,OLD_VALUE,NEW_VALUE,DIFFERENCE,OLD_STATUS,NEW_STATUS";

    private static readonly SeriesKey Users = new("=users", Sex.Female, "Y15T24", "U", "SKILL=BASIC");

    private static readonly Change[] Changes =
    [
        new(ChangeKind.Create, null, new(Users, "AAA", 2020, 0.1)),
        new(ChangeKind.UpdateValue, new(Users, "AAA", 2021, 3), new(Users, "AAA", 2021, 1.5, ObsStatus.E)),
        new(ChangeKind.UpdateStatus, new(Users, "BBB", 2021, null, ObsStatus.O), new(Users, "BBB", 2021, null, ObsStatus.M)),
        new(ChangeKind.Withdraw, new(Users, "-BB", 2022, -7), null),
    ];

    private static readonly ChangeCounts Counts = new(5, 1, 1, 0, 1, 1);

    [Fact]
    public async Task Csv_has_every_change_with_old_and_new()
    {
        using var stream = new MemoryStream();

        await ChangeCsv.WriteAsync(stream, Changes, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                Header,
                "CREATE,'=users,AAA,F,Y15T24,U,SKILL=BASIC,2020,,0.1,,,A",
                "UPDATE value,'=users,AAA,F,Y15T24,U,SKILL=BASIC,2021,3,1.5,-1.5,A,E",
                "UPDATE status,'=users,BBB,F,Y15T24,U,SKILL=BASIC,2021,,,,O,M",
                "WITHDRAW,'=users,'-BB,F,Y15T24,U,SKILL=BASIC,2022,-7,,,A,",
            ],
            Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Workbook_has_the_counts_first_and_then_every_change()
    {
        using var stream = new MemoryStream();

        await ChangeWorkbook.WriteAsync(stream, Changes, Counts, TestContext.Current.CancellationToken);

        Assert.Equal(["Counts", "Changes"], stream.GetSheetNames());
        Assert.Equal(
            ["KIND POINTS", "Common points 7", "NO CHANGE 5", "UPDATE value 1", "UPDATE precision 0", "UPDATE status 1",
             "WITHDRAW 1", "CREATE 1"],
            Rows(stream, "Counts").Select(row => string.Join(' ', row)));
        var rows = Rows(stream, "Changes");
        Assert.Equal(Header.Split(','), rows[0]);
        Assert.Equal(["UPDATE value", "=users", "AAA", "F", "Y15T24", "U", "SKILL=BASIC", 2021d, 3d, 1.5, -1.5, "A", "E"], rows[2]);
        Assert.Equal(["WITHDRAW", "=users", "-BB", "F", "Y15T24", "U", "SKILL=BASIC", 2022d, -7d, null, null, "A", null], rows[4]);
    }

    [Fact]
    public async Task Workbook_goes_on_on_another_sheet_where_one_is_full()
    {
        using var stream = new MemoryStream();

        await ChangeWorkbook.WriteAsync(stream, ChangeWorkbook.Sheets(Changes, Counts, mostRows: 3), TestContext.Current.CancellationToken);

        Assert.Equal(["Counts", "Changes", "Changes 2"], stream.GetSheetNames());
        Assert.Equal((4, 2), (Rows(stream, "Changes").Count, Rows(stream, "Changes 2").Count));
        Assert.Equal("WITHDRAW", Rows(stream, "Changes 2")[1][0]);
    }

    [Fact]
    public async Task Workbook_without_changes_says_so_in_its_counts()
    {
        using var stream = new MemoryStream();

        await ChangeWorkbook.WriteAsync(stream, [], new(5, 0, 0, 0, 0, 0), TestContext.Current.CancellationToken);

        Assert.Equal(["NO CHANGE", 5d], Rows(stream, "Counts")[2]);
        Assert.Equal(Header.Split(','), Assert.Single(Rows(stream, "Changes")));
    }

    private static List<List<object?>> Rows(Stream stream, string sheet) =>
        stream.Query(sheetName: sheet).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToList()).ToList();
}
