using System.Globalization;
using System.Text.RegularExpressions;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>What stands in a place of a form.</summary>
internal enum Place
{
    /// <summary>A number or a year.</summary>
    Number,

    /// <summary>Another remark.</summary>
    Clause,

    /// <summary>Name of a group.</summary>
    Group,

    /// <summary>A code, the same in every language.</summary>
    Code,

    /// <summary>Id of a source.</summary>
    Source,

    /// <summary>Id of an indicator.</summary>
    Indicator,

    /// <summary>Id of a community of the framework.</summary>
    Community,

    /// <summary>Title of a goal.</summary>
    Goal,

    /// <summary>Why a break is declared, without a full stop.</summary>
    Break,

    /// <summary>Remarks joined by <c>and</c>.</summary>
    Breaks,

    /// <summary>Remarks joined by commas.</summary>
    Rules,

    /// <summary>Parts of a composite, each with its code, joined by commas.</summary>
    Roles,
}

/// <summary>A form of a remark: knows a remark of it, and says it in the reader's language.</summary>
internal sealed partial class RemarkForm
{
    private const string Number = @"[-\u2212]?(?:\d+(?:\.\d+)?(?:E[-+]?\d+)?|\u221e)";
    private readonly string _start;
    private readonly Regex _pattern;
    private readonly Func<RemarkReader, IReadOnlyList<string>, string?> _say;

    private RemarkForm(string start, string pattern, Func<RemarkReader, IReadOnlyList<string>, string?> say) =>
        (_start, _pattern, _say) = (start, new($"^{pattern}$", RegexOptions.CultureInvariant), say);

    /// <summary>A form without agreement.</summary>
    /// <param name="english">As the computation writes it, the key of the text; its places stand in order.</param>
    /// <param name="places">What stands in them; numbers in those that are not named.</param>
    public static RemarkForm Of(string english, params Place[] places)
    {
        Place KindOf(int index) => index < places.Length ? places[index] : Place.Number;
        var pattern = Marks().Replace(Regex.Escape(english), mark => $"({PatternOf(KindOf(int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)))})");
        return new(english.Split('{')[0], pattern, (reader, found) =>
        {
            var said = found.Select((text, index) => reader.Said(KindOf(index), text)).ToList();
            return said.Contains(null) ? null : english.Any(char.IsLetter) ? T(english, [.. said]) : string.Format(CultureInfo.InvariantCulture, english, [.. said]);
        });
    }

    /// <summary>A form that agrees with a number; all its places are numbers or spans of years.</summary>
    /// <param name="pattern">What the computation writes, as a regular expression with a group for each place.</param>
    /// <param name="say">Says it of the count and of the places as texts.</param>
    /// <param name="place">Where the count stands.</param>
    public static RemarkForm Counted(string pattern, Func<long, string[], string> say, int place = 0) => new("", pattern, (_, found) =>
        say(long.Parse(found[place], NumberStyles.None, CultureInfo.InvariantCulture), [.. found.Select(Remark.Number)]));

    /// <summary>The remark in the reader's language; null when it is of another form.</summary>
    public string? Said(RemarkReader reader, string remark) =>
        remark.StartsWith(_start, StringComparison.Ordinal) && _pattern.Match(remark) is { Success: true } match
            ? _say(reader, match.Groups.Values.Skip(1).Select(group => group.Value).ToList())
            : null;

    private static string PatternOf(Place place) => place switch
    {
        Place.Number => Number,
        Place.Code or Place.Source => "[A-Z][A-Z0-9_]*",
        Place.Indicator or Place.Community => "[a-z0-9-]+",
        Place.Group or Place.Goal => "[^;]+",
        _ => ".+?",
    };

    [GeneratedRegex(@"\\\{(\d)\}")]
    private static partial Regex Marks();
}
