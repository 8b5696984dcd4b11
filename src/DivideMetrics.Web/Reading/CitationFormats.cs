using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DivideMetrics.Indicators;

namespace DivideMetrics.Web.Reading;

/// <summary>What a reference manager keeps of an indicator's figures.</summary>
/// <param name="Key">Key of the entry: letters, digits and hyphens.</param>
/// <param name="Title">Title of the indicator.</param>
/// <param name="Providers">Who measured.</param>
/// <param name="Issued">Newest release among the sources; null where none is known.</param>
/// <param name="Accessed">The day on which it was read.</param>
/// <param name="Address">Lasting address, whole.</param>
/// <param name="Text">The citation in words, which names every release.</param>
public sealed record CitedFigures(string Key, string Title, IReadOnlyList<string> Providers, DateOnly? Issued, DateOnly Accessed, Uri Address, string Text)
{
    /// <summary>Gathers it.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="sources">The sources of its figures.</param>
    /// <param name="providers">Who publishes them.</param>
    /// <param name="lasting">State of the address, of <see cref="Citation.Lasting"/>, and the day of now.</param>
    /// <param name="address">The lasting address.</param>
    public static CitedFigures Of(
        Indicator indicator, IReadOnlyList<SourceNote> sources, IReadOnlyList<string> providers, (Storage.Observations.ReadAt State, DateOnly Today) lasting, Uri address)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(sources);
        return new(
            $"dividemetrics-{indicator.Id}-{QueryReading.Written(lasting.State.AsOf ?? lasting.Today)}",
            indicator.Title,
            providers.Count == 0 ? [CitationFormats.Publisher] : providers,
            sources.Max(source => source.Vintage),
            lasting.Today,
            address,
            Citation.Of(indicator, sources, lasting.State));
    }
}

/// <summary>Citations as reference managers read them. Pure.</summary>
public static class CitationFormats
{
    /// <summary>Through whom the figures came.</summary>
    public const string Publisher = "DivideMetrics";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An entry <c>@misc</c> of BibTeX, which knows no data sets; names in double braces stay whole.</summary>
    public static string BibTeX(CitedFigures cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var text = new StringBuilder($"@misc{{{cited.Key},\n");
        Field("author", string.Join(" and ", cited.Providers.Select(provider => $"{{{Escaped(provider)}}}")));
        Field("title", $"{{{Escaped(cited.Title)}}}");
        Field("year", (cited.Issued ?? cited.Accessed).Year.ToString(CultureInfo.InvariantCulture));
        Field("publisher", Publisher);
        Field("howpublished", "Data set");
        Field("url", cited.Address.AbsoluteUri);
        Field("urldate", QueryReading.Written(cited.Accessed));
        Field("note", Escaped(cited.Text));
        return text.Append("}\n").ToString();

        void Field(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
    }

    /// <summary>A record <c>DATA</c> of RIS; a provider is a corporate author.</summary>
    public static string Ris(CitedFigures cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        (string Tag, string Value)[] lines =
        [
            ("TY", "DATA"),
            .. cited.Providers.Select(provider => ("AU", provider)),
            ("TI", cited.Title),
            ("PY", (cited.Issued ?? cited.Accessed).Year.ToString(CultureInfo.InvariantCulture)),
            .. cited.Issued is { } issued ? new[] { ("DA", Slashed(issued)) } : [],
            ("PB", Publisher),
            ("UR", cited.Address.AbsoluteUri),
            ("Y2", Slashed(cited.Accessed)),
            ("N1", cited.Text),
            ("ID", cited.Key),
            ("ER", ""),
        ];
        return string.Concat(lines.Select(line => $"{line.Tag}  - {OneLine(line.Value)}\r\n"));
    }

    /// <summary>An array with one item of type <c>dataset</c>, as CSL-JSON has it.</summary>
    public static string CslJson(CitedFigures cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var item = new JsonObject
        {
            ["id"] = cited.Key,
            ["type"] = "dataset",
            ["title"] = cited.Title,
            ["author"] = new JsonArray([.. cited.Providers.Select(provider => new JsonObject { ["literal"] = provider })]),
            ["publisher"] = Publisher,
            ["accessed"] = Day(cited.Accessed),
            ["URL"] = cited.Address.AbsoluteUri,
            ["note"] = cited.Text,
        };
        if (cited.Issued is { } issued)
        {
            item["issued"] = Day(issued);
        }

        return new JsonArray(item).ToJsonString(Readable) + "\n";
    }

    private static JsonObject Day(DateOnly day) => new() { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) };

    private static string Slashed(DateOnly day) => day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>Signs that TeX would take for commands.</summary>
    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var sign in OneLine(text))
        {
            safe.Append(sign switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '{' or '}' or '%' or '&' or '$' or '#' or '_' => $@"\{sign}",
                _ => sign.ToString(),
            });
        }

        return safe.ToString();
    }
}
