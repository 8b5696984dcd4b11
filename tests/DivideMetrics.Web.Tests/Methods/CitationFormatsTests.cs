using System.Text.Json;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;

namespace DivideMetrics.Web.Tests.Methods;

/// <summary>Citations as reference managers read them, by hand-written specimens.</summary>
public sealed class CitationFormatsTests
{
    private static readonly CitedFigures Cited = CitedFigures.Of(
        SampleWorld.Indicator,
        [new("A provider, 100 % of a dataset.", null, new(2025, 6, 10), true, "CC-BY-4.0", null), new("Other & Sons", null, new(2024, 1, 2), false, "CC0", null)],
        ["A provider", "Other & Sons"],
        (new ReadAt(new(2025, 9, 1), null), new(2025, 9, 2)),
        new("https://example.org/indicators/online?asof=2025-09-01"));

    [Fact]
    public void BibTeX_keeps_names_whole_and_signs_harmless() => Assert.Equal(
        """
        @misc{dividemetrics-online-2025-09-01,
          author = {{A provider} and {Other \& Sons}},
          title = {{People online}},
          year = {2025},
          publisher = {DivideMetrics},
          howpublished = {Data set},
          url = {https://example.org/indicators/online?asof=2025-09-01},
          urldate = {2025-09-02},
          note = {A provider, 100 \% of a dataset (release 2025-06-10); Other \& Sons (retrieved 2024-01-02). “People online”, via DivideMetrics, as of 2025-09-01},
        }

        """.ReplaceLineEndings("\n"),
        CitationFormats.BibTeX(Cited));

    [Theory]
    [InlineData(@"a\b", @"a\textbackslash{}b")]
    [InlineData("{50_50}", @"\{50\_50\}")]
    [InlineData("~#^$", @"\textasciitilde{}\#\textasciicircum{}\$")]
    public void BibTeX_escapes_what_tex_would_read(string title, string written) =>
        Assert.Contains($"title = {{{{{written}}}}}", CitationFormats.BibTeX(Cited with { Title = title }), StringComparison.Ordinal);

    [Fact]
    public void Ris_has_a_line_a_tag() => Assert.Equal(
        [
            "TY  - DATA", "AU  - A provider", "AU  - Other & Sons", "TI  - People online", "PY  - 2025", "DA  - 2025/06/10", "PB  - DivideMetrics",
            "UR  - https://example.org/indicators/online?asof=2025-09-01", "Y2  - 2025/09/02",
            "N1  - A provider, 100 % of a dataset (release 2025-06-10); Other & Sons (retrieved 2024-01-02). “People online”, via DivideMetrics, as of 2025-09-01",
            "ID  - dividemetrics-online-2025-09-01", "ER  - ", "",
        ],
        CitationFormats.Ris(Cited).Split("\r\n"));

    [Fact]
    public void Ris_keeps_a_text_on_its_line() =>
        Assert.Contains("TI  - a b\r\n", CitationFormats.Ris(Cited with { Title = "a\nb" }), StringComparison.Ordinal);

    [Fact]
    public void Csl_json_is_one_dataset()
    {
        var item = Assert.Single(JsonDocument.Parse(CitationFormats.CslJson(Cited)).RootElement.EnumerateArray());

        Assert.Equal("dataset", item.GetProperty("type").GetString());
        Assert.Equal("[[2025,6,10]]", Compact(item.GetProperty("issued").GetProperty("date-parts")));
        Assert.Equal("[[2025,9,2]]", Compact(item.GetProperty("accessed").GetProperty("date-parts")));
        Assert.Equal(["A provider", "Other & Sons"], item.GetProperty("author").EnumerateArray().Select(author => author.GetProperty("literal").GetString()));
        Assert.Equal(Cited.Address.AbsoluteUri, item.GetProperty("URL").GetString());
    }

    [Fact]
    public void Without_a_known_release_no_day_of_issue_is_made_up()
    {
        var undated = Cited with { Issued = null };

        Assert.DoesNotContain("issued", CitationFormats.CslJson(undated), StringComparison.Ordinal);
        Assert.DoesNotContain("DA  -", CitationFormats.Ris(undated), StringComparison.Ordinal);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
