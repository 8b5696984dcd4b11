using System.Xml;
using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>
/// The observations of an SDMX-ML message. In generic messages ids and codes stand in elements <c>Value</c>, in structure-specific ones in
/// XML attributes. What stands at the dataset holds for its series, what stands at a series for its observations.
/// </summary>
internal sealed class SdmxMlRows(XmlReader xml, CubeFile cube)
{
    private const int Deepest = 32;

    private static readonly HashSet<string> OfDataSet = new(StringComparer.Ordinal)
    {
        "action", "setID", "validFromDate", "validToDate", "publicationYear", "publicationPeriod", "reportingBeginDate", "reportingEndDate",
        "structureRef", "dataScope", "REPORTING_YEAR_START_DAY", "isMetadata", "keyFamilyURI",
    };

    private readonly CodeLayer _dataset = new();
    private readonly CodeLayer _series = new();
    private readonly CodeLayer _observation = new();
    private readonly SdmxMlMessages _messages = new();
    private CodeLayer _layer = new();
    private string _atObservation = "TIME_PERIOD";
    private string? _value;
    private bool _inKey;
    private bool _inGroup;
    private bool _inText;
    private bool _deletes;
    private long _rows;

    /// <summary>The observations; may be enumerated once.</summary>
    /// <exception cref="XmlException">It is no XML, or breaks off.</exception>
    /// <exception cref="SourceException">It is another message, or says that the data are not all there.</exception>
    public IEnumerable<CubeRow> Read()
    {
        xml.MoveToContent();
        CheckRoot();
        while (xml.Read())
        {
            if (xml.Depth > Deepest)
            {
                throw new FormatException($"Elements are nested deeper than {Deepest}.");
            }

            if (xml.NodeType == XmlNodeType.Element ? Opened() : xml.NodeType == XmlNodeType.EndElement && Closed())
            {
                _rows++;
                if (!_deletes)
                {
                    yield return new(_observation.Codes, _value, _rows);
                }
            }
            else if (_inText && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                _messages.Add(xml.Value);
            }
        }

        _messages.End(cube, _rows);
    }

    private void CheckRoot()
    {
        var what = xml.LocalName switch
        {
            _ when xml.NamespaceURI.Contains("/v2_0/", StringComparison.Ordinal) => "SDMX-ML 2.0, which is not read: ask for version 2.1",
            "GenericData" or "GenericTimeSeriesData" or "StructureSpecificData" or "StructureSpecificTimeSeriesData" or "Error" => null,
            "Structure" => "a structure message, not data",
            _ => $"the element '{xml.LocalName}'",
        };
        if (what is not null)
        {
            throw new FormatException($"Expected a data message, found {what}.");
        }
    }

    /// <summary>An element begins; true when it is a whole observation.</summary>
    private bool Opened()
    {
        switch (xml.LocalName)
        {
            case "Structure":
                _atObservation = xml.GetAttribute("dimensionAtObservation") ?? _atObservation;
                break;
            case "DataSet":
                BeginDataSet();
                break;
            case "Group":
                BeginGroup();
                break;
            case "Series":
                Begin(_series, _dataset);
                break;
            case "Obs":
                return BeginObservation();
            case "SeriesKey" or "ObsKey" or "GroupKey":
                _inKey = !xml.IsEmptyElement;
                break;
            case "Value":
                TakeValue();
                break;
            case "ObsDimension":
                _observation.Set(cube.Components.Dimension(xml.GetAttribute("id") ?? _atObservation), xml.GetAttribute("value"));
                break;
            case "ObsValue":
                _value = xml.GetAttribute("value");
                break;
            case "Message" or "ErrorMessage":
                _messages.Begin(xml.GetAttribute("code"), xml.GetAttribute("severity"));
                break;
            case "Text":
                _inText = _messages.Any && !xml.IsEmptyElement;
                break;
        }

        return false;
    }

    /// <summary>An element ends; true when it was an observation.</summary>
    private bool Closed()
    {
        switch (xml.LocalName)
        {
            case "Obs":
                _layer = _series;
                return true;
            case "Series":
                _series.Become(_dataset);
                _layer = _dataset;
                break;
            case "Group":
                _inGroup = false;
                break;
            case "SeriesKey" or "ObsKey" or "GroupKey":
                _inKey = false;
                break;
            case "Text":
                _inText = false;
                break;
        }

        return false;
    }

    private void BeginDataSet()
    {
        _deletes = xml.GetAttribute("action") is "Delete";
        if (_deletes)
        {
            cube.Notes(new("deletion", "A dataset takes observations back (action Delete); it is passed over."));
        }

        _dataset.Clear();
        TakeAttributes(_dataset, name => OfDataSet.Contains(name) ? -1 : cube.Components.Attribute(name));
        _series.Become(_dataset);
        _layer = _dataset;
    }

    private void Begin(CodeLayer layer, CodeLayer outer)
    {
        layer.Become(outer);
        TakeAttributes(layer, cube.Components.Either);
        _layer = xml.IsEmptyElement ? outer : layer;
    }

    private bool BeginObservation()
    {
        _value = null;
        Begin(_observation, _series);
        return xml.IsEmptyElement;
    }

    private void BeginGroup()
    {
        CheckGroup("UNIT_MULT", xml.GetAttribute("UNIT_MULT"));
        _inGroup = !xml.IsEmptyElement;
    }

    /// <summary>A multiplier of a group has to be found for each of its series; without it they are wrong by a power of ten.</summary>
    private static void CheckGroup(string? id, string? code)
    {
        if (id is "UNIT_MULT" && code is not (null or "" or "0"))
        {
            throw new FormatException("UNIT_MULT is attached to a group, which is not read. Ask for dimensionAtObservation=AllDimensions.");
        }
    }

    private void TakeValue()
    {
        var (id, code) = (xml.GetAttribute("id") ?? throw new FormatException("Expected an id of each Value."), xml.GetAttribute("value"));
        if (_inGroup)
        {
            CheckGroup(id, code);
            return;
        }

        _layer.Set(_inKey ? cube.Components.Dimension(id) : cube.Components.Attribute(id), code);
    }

    private void TakeAttributes(CodeLayer layer, Func<string, int> component)
    {
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI.Length > 0)
            {
                continue;
            }

            if (xml.LocalName == "OBS_VALUE")
            {
                _value = xml.Value;
            }
            else if (component(xml.LocalName) is var at and >= 0)
            {
                layer.Set(at, xml.Value);
            }
        }

        xml.MoveToElement();
    }
}
