namespace DivideMetrics.Sources.Dimensions;

/// <summary>A dimension of one file with what becomes of its codes.</summary>
internal readonly record struct BoundMap(int Component, CodeMap Map);

/// <summary>A <see cref="DimensionMapping"/> on the components of one file.</summary>
internal sealed class BoundMapping
{
    private readonly ComponentTable _components;
    private readonly string _file;

    /// <summary>Finds the components.</summary>
    /// <exception cref="SourceException">The file lacks one that an option names.</exception>
    public BoundMapping(DimensionMapping mapping, ComponentTable components, string file)
    {
        (_components, _file, Count) = (components, file, components.Count);
        foreach (var name in mapping.Needed)
        {
            Need(name);
        }

        Series = [.. mapping.Series.Dimensions.Select(Need)];
        (Area, Period) = (Need(mapping.Area), Need(mapping.Period));
        Status = First(mapping.Status);
        (Multiplier, Frequency) = (components.Find("UNIT_MULT"), First(["FREQ", "FREQUENCY"]));
        Where = [.. mapping.Where.Select(pair => (Need(pair.Key), pair.Value))];
        (Sex, Age, Urbanisation) = (Bind(mapping.Sex), Bind(mapping.Age), Bind(mapping.Urbanisation));
        Breakdown = [.. mapping.Breakdown.OrderBy(map => map.Dimension, StringComparer.Ordinal).Select(Bind)];
        Unused = [.. Enumerable.Range(0, components.Count).Where(components.IsDimension).Except(Used(mapping))];
    }

    /// <summary>How many components the file had when they were found; with more it is to be done again.</summary>
    public int Count { get; }

    /// <summary>What the series code is made of.</summary>
    public IReadOnlyList<int> Series { get; }

    /// <summary>REF_AREA.</summary>
    public int Area { get; }

    /// <summary>TIME_PERIOD.</summary>
    public int Period { get; }

    /// <summary>OBS_STATUS; -1 for none.</summary>
    public int Status { get; }

    /// <summary>UNIT_MULT; -1 for none.</summary>
    public int Multiplier { get; }

    /// <summary>FREQ; -1 for none.</summary>
    public int Frequency { get; }

    /// <summary>Which rows are taken.</summary>
    public IReadOnlyList<(int Component, HashSet<string> Codes)> Where { get; }

    /// <summary>SEX.</summary>
    public BoundMap Sex { get; }

    /// <summary>AGE.</summary>
    public BoundMap Age { get; }

    /// <summary>URBANISATION.</summary>
    public BoundMap Urbanisation { get; }

    /// <summary>What stays as a breakdown, by name.</summary>
    public IReadOnlyList<BoundMap> Breakdown { get; }

    /// <summary>Dimensions that nothing names.</summary>
    public IReadOnlyList<int> Unused { get; }

    private IEnumerable<int> Used(DimensionMapping mapping) =>
    [
        .. Series, Area, Period, Status, Multiplier, Frequency, Sex.Component, Age.Component, Urbanisation.Component,
        .. Where.Select(filter => filter.Component), .. Breakdown.Select(map => map.Component),
        .. mapping.Attributes.Select(_components.Find),
    ];

    private BoundMap Bind(CodeMap map) => new(_components.Find(map.Dimension), map);

    private int First(IEnumerable<string> names) => names.Select(_components.Find).Where(number => number >= 0).FirstOrDefault(-1);

    private int Need(IReadOnlyList<string> names) =>
        First(names) is var number and >= 0 ? number : throw Absent(string.Join("' or '", names));

    private int Need(string name) => _components.Find(name) is var number and >= 0 ? number : throw Absent(name);

    private SourceException Absent(string name) =>
        new(
            $"{_file}: expected a dimension '{name}' as the source's options say, found {_components.Names}. " +
            "Correct the options or restore the file.");
}
