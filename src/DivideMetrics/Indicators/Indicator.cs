using System.Collections.Frozen;
using DivideMetrics.Observations;

namespace DivideMetrics.Indicators;

/// <summary>Which way is better.</summary>
public enum Direction
{
    /// <summary>Context: no direction.</summary>
    None,

    /// <summary>Higher is better.</summary>
    Up,

    /// <summary>Lower is better.</summary>
    Down,
}

/// <summary>A series that feeds an indicator.</summary>
/// <param name="Source">Source id.</param>
/// <param name="Code">Series code inside that source.</param>
/// <param name="Factor">Multiplier from the series' unit to the indicator's unit.</param>
public sealed record IndicatorSeries(string Source, string Code, double Factor = 1)
{
    /// <summary>The SEX that its points are taken as; null when each keeps its own.</summary>
    public Sex? As { get; init; }

    /// <summary>SDMX AGE of the points that are taken; <c>_T</c> for all ages.</summary>
    public string Age { get; init; } = SeriesKey.Total;

    /// <summary>SDMX URBANISATION of the points that are taken: <c>U</c>, <c>R</c> or <c>_T</c>.</summary>
    public string Urbanisation { get; init; } = SeriesKey.Total;

    /// <summary>Further breakdown of the points that are taken, as <see cref="SeriesKey.Breakdown"/> writes it; <c>_T</c> for none.</summary>
    public string Breakdown { get; init; } = SeriesKey.Total;
}

/// <summary>Two groups of people whose values are compared. Each side is an indicator of its own.</summary>
/// <param name="Kind">What divides them: <c>location</c>, <c>age</c>, <c>income</c>, <c>education</c>, <c>size</c> (of enterprises).</param>
/// <param name="Advantaged">Indicator id of the side that is expected to be ahead, for example urban.</param>
/// <param name="Disadvantaged">Indicator id of the other side, for example rural.</param>
public sealed record Contrast(string Kind, string Advantaged, string Disadvantaged);

/// <summary>Fixed goalposts of a score: the value that is worth 0 and the value that is worth 100; the first is greater where lower is better.</summary>
/// <param name="Low">Worth 0.</param>
/// <param name="High">Worth 100.</param>
/// <param name="Log">True to score ln(value + 1) between ln(low + 1) and ln(high + 1).</param>
public sealed record Goalposts(double Low, double High, bool Log = false);

/// <summary>From which of its series an indicator takes a point that several of them have.</summary>
public enum Precedence
{
    /// <summary>From the first in the declared order.</summary>
    BySource,

    /// <summary>From the one whose source was released last; of one day, the first in the declared order.</summary>
    MostRecent,
}

/// <summary>A known break of comparability, beside those that a provider marks by OBS_STATUS B.</summary>
/// <param name="Year">First year that is not comparable with those before it.</param>
/// <param name="Area">REF_AREA; null for all areas.</param>
/// <param name="Reason">What changed, and where it was read.</param>
public sealed record KnownBreak(int Year, string? Area, string Reason);

/// <summary>An indicator as declared in <c>seeds/indicators/*.yml</c>; no indicator id stands in C#.</summary>
public sealed record Indicator
{
    /// <summary>Id used in URLs, for example <c>internet-users</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Short title.</summary>
    public required string Title { get; init; }

    /// <summary>What is measured, in one or two plain sentences.</summary>
    public required string Definition { get; init; }

    /// <summary>SDMX UNIT_MEASURE code, for example <c>PT</c>, <c>PER_100_POP</c>, <c>PS</c>, <c>IX</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Unit in words for subtitles, for example <c>% of population</c>.</summary>
    public required string UnitLabel { get; init; }

    /// <summary>Unit as it follows a number, for example <c>%</c>; empty when none.</summary>
    public string UnitShort { get; init; } = "";

    /// <summary>Which way is better.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Least possible value; null when unbounded.</summary>
    public double? Min { get; init; }

    /// <summary>Greatest possible value; null when unbounded.</summary>
    public double? Max { get; init; }

    /// <summary>
    /// Community of the framework: <c>development</c>, <c>security</c>, <c>responsibility</c>, <c>shared-interests</c> or
    /// <c>context</c>.
    /// </summary>
    public required string Community { get; init; }

    /// <summary>Dimension of the framework, in words.</summary>
    public required string Dimension { get; init; }

    /// <summary>Official SDG indicator number, for example <c>17.8.1</c>; null when it is none.</summary>
    public string? SdgIndicator { get; init; }

    /// <summary>Words that people look for it by, beside its title, by language (BCP 47: <c>en</c>, <c>fr</c> …).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Decimals for tables.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>Id of the indicator that holds the weights of group means; null when group means are unweighted or not wanted.</summary>
    public string? Weights { get; init; }

    /// <summary>
    /// Series in order of precedence: each point is taken from the first that has it, unless <see cref="Precedence"/> says otherwise.
    /// </summary>
    public required IReadOnlyList<IndicatorSeries> Series { get; init; }

    /// <summary>From which series a point is taken that several have.</summary>
    public Precedence Precedence { get; init; }

    /// <summary>Known breaks of comparability.</summary>
    public IReadOnlyList<KnownBreak> Breaks { get; init; } = [];

    /// <summary>Ids of the measures to compute (see the measure registry).</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>The goal that gaps are measured against; null when none is declared.</summary>
    public Goal? Goal { get; init; }

    /// <summary>Every goal of this indicator, <see cref="Goal"/> first: open ones, closed ones (met or missed), those of some groups only.</summary>
    public IReadOnlyList<Goal> Goals { get; init; } = [];

    /// <summary>Fixed goalposts of its score in the gap index; null when it is not scored.</summary>
    public Goalposts? Goalposts { get; init; }

    /// <summary>Groups of people that are compared.</summary>
    public IReadOnlyList<Contrast> Contrasts { get; init; } = [];

    /// <summary>Id of the indicator that this one is a part of (rural of all, one skill of several); null for one that stands for itself.</summary>
    public string? PartOf { get; init; }

    /// <summary>True when the series are split by sex.</summary>
    public bool BySex { get; init; }

    /// <summary>What its values are divided by; null when they are taken as the series have them.</summary>
    public Denominator? Per { get; init; }

    /// <summary>How it is computed from other indicators; null for one that has series.</summary>
    public Composite? Composite { get; init; }

    /// <summary>Why there may be no figures yet, in words; null for one that has them. Such an indicator is shown as a gap in the evidence.</summary>
    public string? Awaiting { get; init; }

    /// <summary>
    /// What this indicator does for the others beside being shown: <c>income</c> for the one by which concentration is ranked; null for most.
    /// </summary>
    public string? Role { get; init; }
}

/// <summary>Makes an indicator of its series' values divided by those of another indicator.</summary>
/// <param name="Indicator">Id of the indicator that is divided by, for example <c>population</c>.</param>
/// <param name="Factor">Multiplier of the quotient: 1,000,000 for a rate per million, 100 for a percentage.</param>
public sealed record Denominator(string Indicator, double Factor = 1);

/// <summary>A goal as declared in <c>seeds/goals/*.yml</c>.</summary>
/// <param name="Id">Goal id.</param>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Title">Short title.</param>
/// <param name="Authority">Who set it.</param>
/// <param name="Value">Target value in the indicator's unit.</param>
/// <param name="MetFrom">Value from which the goal counts as met; the target itself when no rule says otherwise.</param>
/// <param name="Year">Target year.</param>
/// <param name="Assumption">True when the value is this product's operational choice, and is labelled so.</param>
/// <param name="Reference">Where it was read.</param>
public sealed record Goal(
    string Id, string Indicator, string Title, string Authority, double Value, double MetFrom, int Year, bool Assumption, string Reference)
{
    /// <summary>Code of the group of economies that the goal is set for; null when it is set for all.</summary>
    public string? Group { get; init; }

    /// <summary>True when its year has passed, or it was set for no longer: it is met or missed, and nothing is projected to it.</summary>
    public bool Closed { get; init; }

    /// <summary>True when a value counts as having met it.</summary>
    /// <param name="value">In the indicator's unit.</param>
    /// <param name="direction">Which way is better for the indicator.</param>
    public bool IsMetBy(double value, Direction direction) => direction == Direction.Down ? value <= MetFrom : value >= MetFrom;
}
