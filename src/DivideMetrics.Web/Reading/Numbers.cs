using System.Collections.Frozen;
using System.Globalization;
using DivideMetrics.Indicators;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// The one place where numbers become text: exact in tables, two to three significant digits in prose, narrow no-break
/// spaces between thousands and before units, a true minus sign, en dashes in ranges; the decimal mark of the reader's language.
/// </summary>
public static class Numbers
{
    /// <summary>Narrow no-break space.</summary>
    public const string Thin = "\u202f";

    // In a text from right to left a sign without a direction would be taken to the other side of its number.
    private const string LeftToRight = "\u200e";

    private static readonly FrozenDictionary<string, NumberFormatInfo> Formats = Language.All.Append(Language.Pseudo).ToFrozenDictionary(language => language.Code, language => new NumberFormatInfo
    {
        NumberGroupSeparator = Thin,
        NumberDecimalSeparator = language.DecimalMark,
        NegativeSign = language.IsRightToLeft ? LeftToRight + "\u2212" : "\u2212",
        PositiveSign = language.IsRightToLeft ? LeftToRight + "+" : "+",
    });

    private static NumberFormatInfo Format => Formats[Language.Current.Code];

    /// <summary>With fixed decimals, thousands apart: <c>8 045 311</c>, <c>63.5</c>.</summary>
    public static string Exact(double value, int decimals) => (Math.Round(value, decimals) + 0.0).ToString("N" + decimals, Format);

    /// <summary>As it is, with up to six decimals: <c>89.4</c>, for values whose unit says no decimals.</summary>
    public static string Plain(double value) => value.ToString("#,0.######", Format);

    /// <summary>As a file holds it, with up to six decimals and nothing between thousands: <c>1234.5</c>.</summary>
    public static string Stored(double value) => value.ToString("0.######", Format);

    /// <summary>As <see cref="Stored"/>, with its sign: <c>+0.5</c>, <c>−2</c>, <c>0</c>.</summary>
    public static string Signed(double value)
    {
        var size = Math.Abs(value).ToString("0.######", Format);
        return size == "0" ? size : (value < 0 ? Format.NegativeSign : Format.PositiveSign) + size;
    }

    /// <summary>Every digit that a value has: <c>25.530000000000001</c>.</summary>
    public static string Whole(double value) => value.ToString("R", Format);

    /// <summary>A value with its indicator's decimals and unit: <c>63.5 %</c>.</summary>
    public static string Value(Indicator indicator, double value) => WithUnit(Exact(value, indicator.Decimals), T(indicator.UnitShort));

    /// <summary>A value for headings: as <see cref="Value"/>, large counts in words.</summary>
    public static string Heading(Indicator indicator, double value) => indicator.Decimals == 0 ? People(value) : Value(indicator, value);

    /// <summary>A difference in the indicator's unit; percentages differ by percentage points: <c>36.5 pp</c>.</summary>
    public static string Difference(Indicator indicator, double value) =>
        WithUnit(Exact(value, indicator.Decimals), indicator.UnitShort == "%" ? T("pp") : T(indicator.UnitShort));

    /// <summary>A change with its sign in front: <c>+3.2 pp</c>.</summary>
    /// <param name="value">The change.</param>
    /// <param name="text">The same as text, which has a minus sign already.</param>
    public static string Signed(double value, string text) => value > 0 ? Format.PositiveSign + text : text;

    /// <summary>A difference for prose: percentages in whole points, the rest as the table has it.</summary>
    public static string RoundDifference(Indicator indicator, double value) =>
        indicator.UnitShort == "%" ? Points(value, Significant(value)) : Difference(indicator, value);

    /// <summary>A value for prose, two significant digits for percentages: <c>66 %</c>.</summary>
    public static string Round(Indicator indicator, double value) => indicator.UnitShort == "%" ? WithUnit(Significant(value), "%") : Value(indicator, value);

    /// <summary>A share between 0 and 1 as a percentage: <c>96.7 %</c>.</summary>
    public static string Share(double share) => WithUnit(Exact(share * 100, 1), "%");

    /// <summary>A count of people for prose: <c>2.7 billion</c>, <c>340 million</c>, <c>12 000</c>.</summary>
    public static string People(double persons) => Math.Abs(persons) switch
    {
        >= 9.95e8 => Billions(persons / 1e9, Significant(persons / 1e9)),
        >= 9.95e5 => Millions(persons / 1e6, Significant(persons / 1e6)),
        _ => Significant(persons),
    };

    /// <summary>Two significant digits, three from 100 on: <c>0.43</c>, <c>7.3</c>, <c>66</c>, <c>143</c>.</summary>
    public static string Significant(double value)
    {
        var size = Math.Abs(value);
        var digits = size switch { >= 99.5 => 0, >= 9.95 => 0, >= 0.995 => 1, 0 => 0, _ => 2 };
        if (size < 999.5)
        {
            return Exact(value, digits);
        }

        var step = Math.Pow(10, Math.Floor(Math.Log10(size)) - 2);
        return Exact(Math.Round(value / step) * step, 0);
    }

    /// <summary>As few decimals as a round number needs, for axes: <c>0.25</c>, <c>50</c>.</summary>
    public static string Short(double value) => Exact(value, Enumerable.Range(0, 6).First(decimals => decimals == 5 || Math.Abs(Math.Round(value, decimals) - value) < 1e-9));

    /// <summary>A place on an axis: large numbers in words, else as short as a round number is.</summary>
    public static string Axis(double value) => Math.Abs(value) >= 1e5 ? People(value) : Short(value);

    /// <summary>A span of years: <c>7.5 years</c>, <c>1.0 year</c> as <c>1 year</c>.</summary>
    public static string Span(double years)
    {
        var text = Exact(Math.Abs(years), Math.Abs(years) < 9.95 ? 1 : 0);
        var shown = Math.Round(Math.Abs(years), 1) == 1 ? Exact(1, 0) : text;
        return N(Counted(years, shown), "{0} year", "{0} years", shown);
    }

    /// <summary>A range of years: <c>2000–2021</c>, or the year alone.</summary>
    public static string Years(int from, int to) => from == to ? Year(from) : $"{Year(from)}–{Year(to)}";

    /// <summary>A year.</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count: <c>1 284</c>.</summary>
    public static string Count(long count) => count.ToString("N0", Format);

    /// <summary>A date: <c>21 December 2023</c>.</summary>
    public static string Date(DateOnly date) => date.ToString(Language.Current.DatePattern, Language.Current.Culture);

    /// <summary>A number for an SVG or HTML attribute.</summary>
    public static string Attribute(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A percentage for an SVG attribute.</summary>
    public static string Percent(double value) => Attribute(value) + "%";

    private static string Points(double value, string text) => N(Counted(value, text), "{0}\u00a0percentage point", "{0}\u00a0percentage points", text);

    private static string Billions(double value, string text) => N(Counted(value, text), "{0}\u00a0billion", "{0}\u00a0billion", text);

    private static string Millions(double value, string text) => N(Counted(value, text), "{0}\u00a0million", "{0}\u00a0million", text);

    /// <summary>What a noun agrees with: a whole number as it is written, and where decimals are written one that has some.</summary>
    private static double Counted(double value, string text) =>
        text.Contains(Format.NumberDecimalSeparator, StringComparison.Ordinal) ? Math.Floor(Math.Abs(value)) + 0.5 : Math.Round(Math.Abs(value));

    private static string WithUnit(string number, string unit) => unit.Length == 0 ? number : number + (unit == "%" ? Thin : "\u00a0") + unit;
}
