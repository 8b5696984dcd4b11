using System.Text.Json;
using DivideMetrics.Sources.Dimensions;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>
/// SDMX-JSON 1.0 and 2.0, in series or flat. The body is read twice, because the structure may stand behind the data.
/// </summary>
internal sealed class SdmxJsonSource(TemplatedFetch fetch) : CubeSource(fetch)
{
    protected override string Format => "SDMX-JSON";

    protected override ExpectedContent Content => ExpectedContent.AnyJson;

    protected override bool NanIsMissing => true;

    protected override string Extension => ".json";

    protected override Func<CubeFile, IEnumerable<CubeRow>> Reader(SourceDefinition source) => Rows;

    private IEnumerable<CubeRow> Rows(CubeFile cube)
    {
        var head = SdmxJsonHead.Read(new JsonWalk(cube.Content), cube.File);
        if (head.Datasets.Count == 0)
        {
            cube.Notes(new("empty-dataset", "The message has no dataset: the provider has no data for what was asked."));
        }

        using var content = RawContent.Open(cube.File, Format).Content;
        var (json, number) = (new JsonWalk(content), 0L);
        json.Read();
        foreach (var dataset in Datasets(json, head))
        {
            if (dataset.IsDeletion)
            {
                cube.Notes(new("deletion", "A dataset takes observations back (action Delete); it is passed over."));
                json.Skip();
                continue;
            }

            foreach (var (codes, value) in new SdmxJsonRows(head.StructureOf(dataset), dataset, cube.Components).Read(json))
            {
                yield return new(codes, value, ++number);
            }
        }
    }

    /// <summary>Goes to each dataset in turn; who takes one must go to its end.</summary>
    private static IEnumerable<SdmxJsonDataset> Datasets(JsonWalk json, SdmxJsonHead head)
    {
        var (at, depth) = (0, 1);
        while (depth > 0)
        {
            if (!json.NextProperty(out var name))
            {
                depth--;
            }
            else if (name == "data" && json.Token == JsonTokenType.StartObject)
            {
                depth++;
            }
            else if (name == "dataSets" && json.Token == JsonTokenType.StartArray)
            {
                while (json.NextItem())
                {
                    yield return head.Datasets[at++];
                }
            }
            else
            {
                json.Skip();
            }
        }
    }
}
