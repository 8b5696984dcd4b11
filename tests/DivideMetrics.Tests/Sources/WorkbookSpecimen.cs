using System.IO.Compression;
using System.Security;
using System.Text;

namespace DivideMetrics.Tests.Sources;

/// <summary>A workbook written by hand, part by part: sheets of cells given as SpreadsheetML.</summary>
internal static class WorkbookSpecimen
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook; a sheet is its name and the XML of its <c>sheetData</c> rows and what follows them.</summary>
    internal static byte[] Of(params (string Name, string Rows, string After)[] sheets)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", ContentTypes(sheets.Length));
            Write(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{Each(sheets.Length, n => $"<sheet name=\"{SecurityElement.Escape(sheets[n - 1].Name)}\" sheetId=\"{n}\" r:id=\"s{n}\"/>")}</sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{Each(sheets.Length, n => $"<Relationship Id=\"s{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")}<Relationship Id=\"y\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
            Write(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (var number = 1; number <= sheets.Length; number++)
            {
                Write(zip, $"xl/worksheets/sheet{number}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[number - 1].Rows}</sheetData>{sheets[number - 1].After}</worksheet>");
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A row: texts, numbers (style 1 is a date, 2 is percent) and blanks as they are given.</summary>
    internal static string Row(int number, params object?[] cells)
    {
        var row = new StringBuilder(FormattableString.Invariant($"<row r=\"{number}\">"));
        for (var column = 0; column < cells.Length; column++)
        {
            var at = FormattableString.Invariant($"{(char)('A' + column)}{number}");
            row.Append(cells[column] switch
            {
                null => "",
                string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
                (double value, int style) => FormattableString.Invariant($"<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>"),
                (string formula, double value) => FormattableString.Invariant($"<c r=\"{at}\"><f>{formula}</f><v>{value}</v></c>"),
                Exception error => $"<c r=\"{at}\" t=\"e\"><v>{error.Message}</v></c>",
                var number1 => FormattableString.Invariant($"<c r=\"{at}\"><v>{number1}</v></c>"),
            });
        }

        return row.Append("</row>").ToString();
    }

    private static string ContentTypes(int sheets) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + Each(sheets, n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")
        + "</Types>";

    private static string Each(int count, Func<int, string> part) => string.Concat(Enumerable.Range(1, count).Select(part));

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
    }
}
