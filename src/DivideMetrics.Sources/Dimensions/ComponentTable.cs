namespace DivideMetrics.Sources.Dimensions;

/// <summary>
/// The components (dimensions and attributes) of one file, numbered in the order in which they are met. Names are compared without case,
/// because providers write FREQ and freq.
/// </summary>
internal sealed class ComponentTable
{
    private const int Most = 512;

    // Attributes of SDMX's cross-domain concepts and of the providers that we know. Where a format does not say what is a dimension,
    // everything else is one: a row that differs in something unknown must not be merged with another.
    private static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "OBS_STATUS", "OBS_FLAG", "OBS_CONF", "CONF_STATUS", "OBS_PRE_BREAK", "OBS_COM", "COMMENT_OBS", "COMMENT_TS", "COMMENT_DSET",
        "UNIT_MULT", "UNIT_TYPE", "DECIMALS", "TIME_FORMAT", "AGG_METHOD", "DATA_SOURCE", "DATABASE_ID", "LATEST_DATA", "LAST UPDATE",
        "LAST_UPDATE", "TITLE", "TITLE_COMPL", "COLLECTION", "SOURCE_AGENCY", "NATURE", "UPDATED", "BASE_PER", "REF_PERIOD",
        "REF_YEAR_PRICE", "COMPILING_ORG", "TIME_PER_COLLECT", "IDBANK", "DATASOURCE", "EMBARGO_TIME", "PREF_SCALE", "CURRENCY_DENOM_UNIT",
    };

    private readonly List<string> _names = [];
    private readonly List<bool> _dimensions = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many.</summary>
    public int Count => _names.Count;

    /// <summary>The names, for messages.</summary>
    public string Names => string.Join(", ", _names);

    /// <summary>The name of a component.</summary>
    public string NameOf(int number) => _names[number];

    /// <summary>True when the component is part of the key of an observation.</summary>
    public bool IsDimension(int number) => _dimensions[number];

    /// <summary>The number of a component; -1 when the file has none of this name.</summary>
    public int Find(string name) => _numbers.GetValueOrDefault(name, -1);

    /// <summary>The number of a dimension, new or met before.</summary>
    public int Dimension(string name) => Add(name, dimension: true);

    /// <summary>The number of an attribute, new or met before.</summary>
    public int Attribute(string name) => Add(name, dimension: false);

    /// <summary>The number of a component of a format that does not tell dimensions from attributes.</summary>
    public int Either(string name) => Add(name, dimension: !Attributes.Contains(name));

    private int Add(string name, bool dimension)
    {
        if (_numbers.TryGetValue(name, out var number))
        {
            return number;
        }

        if (Count == Most)
        {
            throw new FormatException($"Expected at most {Most} dimensions and attributes.");
        }

        _numbers.Add(name, Count);
        _names.Add(name);
        _dimensions.Add(dimension);
        return Count - 1;
    }
}
