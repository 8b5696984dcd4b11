using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class CubeRefusalTests : IDisposable
{
    private const string Ml = "<m:GenericData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\">";
    private const string Footer = "<m:Footer><m:Message code=\"413\" severity=\"Infomation\"><Text>written to a file under http://example.org/f</Text></m:Message></m:Footer>";
    private const string Stat = "\"class\":\"dataset\",\"id\":[\"INDICATOR\",\"geo\",\"time\"],\"size\":[1,1,1],\"dimension\":{\"INDICATOR\":{\"category\":{\"index\":[\"X\"]}},\"geo\":{\"category\":{\"index\":[\"IN\"]}},\"time\":{\"category\":{\"index\":[\"2030\"]}}}";

    private readonly Workbench _bench = new();

    public static TheoryData<string, string, string> Bodies => new()
    {
        { "sdmx-csv", "<!DOCTYPE html><html><body>Sorry</body></html>", "expected SDMX-CSV, found an HTML page that begins '<!DOCTYPE html>" },
        { "json-stat", "\n<html lang=\"en\"><p>Maintenance</p>", "found an HTML page" },
        { "json-stat", "<?xml version=\"1.0\"?><S:Envelope xmlns:S=\"x\"><S:Body><S:Fault><faultstring>No data</faultstring></S:Fault></S:Body></S:Envelope>", "found a SOAP message with the fault 'No data'" },
        { "sdmx-ml", "<env:Envelope xmlns:env=\"x\"><env:Body/></env:Envelope>", "found a SOAP message" },
        { "sdmx-json", "", "found an empty file" },
        { "sdmx-ml", "{\"a\":1}", "Expected SDMX-ML, found something damaged, cut off or of another kind that begins '{\"a\":1}'" },
        { "sdmx-ml", "<a/>", "found the element 'a'" },
        { "sdmx-ml", "<Structure/>", "a structure message, not data" },
        { "sdmx-ml", "<GenericData xmlns=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\"/>", "SDMX-ML 2.0, which is not read" },
        { "sdmx-ml", "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>", "DTD is prohibited" },
        { "sdmx-ml", Ml + "<m:DataSet>", "Unexpected end of file" },
        { "sdmx-ml", Ml + "<m:Header/>" + Footer + "</m:GenericData>", "found 0 rows and the provider's message: 413 written to a file under http://example.org/f" },
        { "sdmx-ml", "<m:Error xmlns:m=\"x\"><m:ErrorMessage code=\"100\"><Text>No results</Text></m:ErrorMessage></m:Error>", "message: 100 No results" },
        { "sdmx-ml", Ml + "<m:DataSet><Group><GroupKey/><Attributes><Value id=\"UNIT_MULT\" value=\"6\"/></Attributes></Group></m:DataSet></m:GenericData>", "UNIT_MULT is attached to a group" },
        { "sdmx-ml", Ml + "<m:DataSet><Group UNIT_MULT=\"3\"/></m:DataSet></m:GenericData>", "UNIT_MULT is attached to a group" },
        { "sdmx-csv", "a,b\n1,2\n", "Expected a header with OBS_VALUE, found a, b" },
        { "sdmx-csv", "REF_AREA,TIME_PERIOD,OBS_VALUE\nIND,2030,1\n", "expected a dimension 'INDICATOR' as the source's options say, found REF_AREA, TIME_PERIOD" },
        { "sdmx-csv", "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE\nX,IND,2030,1\nX,IN", "x(3): Expected 4 fields as in the header, found 2" },
        { "sdmx-csv", "INDICATOR,REF_AREA,TIME_PERIOD,REF_AREA,OBS_VALUE\n", "Column 'REF_AREA' stands twice" },
        { "eurostat-tsv", "geo\t2030\n", "like 'freq,unit,geo\\TIME_PERIOD'" },
        { "eurostat-tsv", "INDICATOR,geo\\TIME_PERIOD\t2030\nX\t1\n", "Expected 2 codes and 1 cells" },
        { "eurostat-tsv", "geo,geo\\TIME_PERIOD\t2030\n", "Dimension 'geo' stands twice" },
        { "json-stat", "[]", "Expected a JSON-stat object, found StartArray" },
        { "json-stat", "{\"class\":\"collection\"}", "Expected \"class\": \"dataset\" of JSON-stat 2.0, found 'collection'" },
        { "json-stat", "{\"dataset\":{}}", "found no class" },
        { "json-stat", "{" + Stat, "Expected depth to be zero" },
        { "json-stat", "{" + Stat + ",\"value\":[1,2]}", "positions below 1, found one at 1" },
        { "json-stat", "{" + Stat + ",\"value\":{\"-1\":2}}", "Expected a position as the key of a value" },
        { "json-stat", "{" + Stat.Replace("[1,1,1]", "[1,1,2]") + ",\"value\":[1]}", "Expected 2 categories of 'time'" },
        { "json-stat", "{" + Stat.Replace("[1,1,1]", "[1,1]") + ",\"value\":[1]}", "lists of the same length" },
        { "json-stat", "{\"error\":[{\"status\":413,\"id\":100,\"label\":\"EXTRACTION_TOO_BIG: much\"}]}", "413 EXTRACTION_TOO_BIG: much. Ask for a smaller part" },
        { "json-stat", "{\"error\":{\"status\":404,\"label\":\"ERR_NOT_FOUND_4: none\"}}", "404 ERR_NOT_FOUND_4: none. Check the dataset's code" },
        { "json-stat", "{\"warning\":{\"status\":413,\"label\":\"ASYNCHRONOUS_RESPONSE. Later\"}}", "the provider prepares the answer and did not send it (413 ASYNCHRONOUS_RESPONSE. Later)" },
        { "sdmx-json", "{\"errors\":[{\"code\":404,\"title\":\"No results\"}]}", "an error: 404 No results" },
        { "sdmx-json", "{\"dataSets\":[{\"observations\":{\"0\":[1]}}]}", "Expected a structure beside the data" },
        { "sdmx-json", "{\"structure\":{\"dimensions\":{\"observation\":[{\"id\":\"A\",\"values\":[\"a\"]}]}},\"dataSets\":[{\"observations\":{\"1\":[1]}}]}", "The key '1' does not fit 1 dimensions" },
        { "sdmx-json", "{\"structure\":{\"attributes\":{\"dimensionGroup\":[{\"id\":\"UNIT_MULT\"}]}},\"dataSets\":[]}", "UNIT_MULT is attached to dimensionGroup" },
        { "sdmx-json", string.Concat(Enumerable.Repeat("{\"a\":", 200)), "maximum configured depth of 64" },
        { "data360", "{\"value\":[]}", "Expected 'count' and 'value', found no count" },
        { "data360", "{\"count\":\"many\",\"value\":[]}", "Expected a whole number as the count, found 'many'" },
        { "data360", "{\"count\":3,\"value\":[{\"INDICATOR\":\"X\",\"REF_AREA\":\"IND\",\"TIME_PERIOD\":\"2030\",\"OBS_VALUE\":\"1\"}]}", "expected 3 rows as announced, found 1" },
        { "data360", "{\"count\":0,\"value\":[{\"INDICATOR\":\"X\",\"REF_AREA\":\"IND\",\"TIME_PERIOD\":\"2030\",\"OBS_VALUE\":\"1\"}]}", "expected 0 rows as announced, found 1" },
        { "data360", "{\"count\":2,\"value\":[]}", "expected 2 rows as announced, found 0" },
    };

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Bodies))]
    public void What_came_instead_is_named(string adapter, string body, string message)
    {
        var failure = Assert.Throws<SourceException>(() => _bench.Read(CubeBench.Cube(adapter), body));

        Assert.Contains(message, failure.Message);
        Assert.StartsWith("x", failure.Message.Replace("Source TEST: ", "x"));
    }

    [Fact]
    public void Answers_that_are_not_ready_are_asked_again() =>
        Assert.True(Assert.Throws<SourceException>(() => _bench.Read(CubeBench.Cube("json-stat"), "{\"warning\":{\"status\":413,\"label\":\"ASYNCHRONOUS_RESPONSE\"}}")).Transient);

    [Fact]
    public void Xml_without_a_bracket_for_a_mebibyte_is_refused() =>
        Assert.Contains("longer than", Assert.Throws<SourceException>(
            () => _bench.Read(CubeBench.Cube("sdmx-ml"), Ml + new string('x', 3 << 20) + "</m:GenericData>")).Message);

    [Fact]
    public void Json_with_a_text_of_more_than_a_mebibyte_is_refused() =>
        Assert.Contains("longer than", Assert.Throws<SourceException>(
            () => _bench.Read(CubeBench.Cube("json-stat"), "{\"label\":\"" + new string('x', 3 << 20) + "\"}")).Message);

    [Fact]
    public void Xml_that_is_nested_too_deep_is_refused() =>
        Assert.Contains("nested deeper", Assert.Throws<SourceException>(
            () => _bench.Read(CubeBench.Cube("sdmx-ml"), Ml + string.Concat(Enumerable.Repeat("<a>", 50)))).Message);

    [Theory]
    [InlineData("json-stat", "{\"class\":\"dataset\",\"id\":[\"INDICATOR\",\"geo\",\"time\"],\"size\":[1,1,0],\"dimension\":{\"INDICATOR\":{\"category\":{\"index\":[\"X\"]}},\"geo\":{\"category\":{\"index\":[\"IN\"]}},\"time\":{\"category\":{\"index\":{}}}},\"value\":{},\"extension\":{\"positions-with-no-data\":{\"time\":[]}}}")]
    [InlineData("sdmx-json", "{\"data\":{\"dataSets\":[]}}")]
    [InlineData("sdmx-ml", Ml + "</m:GenericData>")]
    public void Nothing_at_all_is_said_in_a_finding(string adapter, string body)
    {
        Assert.Empty(_bench.Read(CubeBench.Cube(adapter), body));
        Assert.Equal(["empty-dataset 1", "missing-series 1"], _bench.Findings.Codes());
    }

    [Theory]
    [InlineData("serie: X", "has no option 'serie'")]
    [InlineData("series: {INDICATOR", "option 'series' must be text with names in braces")]
    [InlineData("where: UNIT", "option 'where' must be NAME=CODE,CODE pairs")]
    [InlineData("sex: SEX=F:", "option 'sex' must be NAME, or NAME=THEIRS:OURS")]
    [InlineData("areas: EL", "option 'areas' must be THEIRS=OURS pairs")]
    [InlineData("statuses: SD=XX", "option 'statuses' must be THEIRS=code of OBS_STATUS pairs")]
    [InlineData("decimal: ;", "option 'decimal' must be . or ,")]
    public void A_wrong_option_is_named(string option, string message) =>
        Assert.Contains(message, Assert.Throws<SourceException>(() => _bench.Read(CubeBench.Cube("sdmx-csv", option), "x")).Message);
}
