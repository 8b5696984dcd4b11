using System.Xml;
using DivideMetrics.Sources.Dimensions;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>SDMX-ML 2.1, generic and structure-specific (which 3.0 has too), in series or flat; read as a stream.</summary>
internal sealed class SdmxMlSource(TemplatedFetch fetch) : CubeSource(fetch)
{
    protected override string Format => "SDMX-ML";

    protected override ExpectedContent Content => ExpectedContent.Xml;

    protected override bool NanIsMissing => true;

    protected override string Extension => ".xml";

    protected override Func<CubeFile, IEnumerable<CubeRow>> Reader(SourceDefinition source) => Rows;

    private static IEnumerable<CubeRow> Rows(CubeFile cube)
    {
        using var xml = XmlReader.Create(new MarkupGuard(cube.Content), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
        foreach (var row in new SdmxMlRows(xml, cube).Read())
        {
            yield return row;
        }
    }
}
