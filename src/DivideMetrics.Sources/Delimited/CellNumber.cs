using System.Globalization;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>What a percent sign behind a number means.</summary>
internal enum PercentSign
{
    /// <summary>Nobody said: such a number is refused.</summary>
    Unsaid,

    /// <summary>The number is what is shown: <c>45%</c> is 45.</summary>
    Shown,

    /// <summary>The number is a share of one: <c>45%</c> is 0.45.</summary>
    Share,
}

/// <summary>How a table writes its numbers.</summary>
/// <param name="DecimalComma">True for <c>1,5</c>.</param>
/// <param name="Percent">What <c>45%</c> means.</param>
/// <param name="Missing">Words that stand for a missing value, besides nothing.</param>
internal sealed record CellNumber(bool DecimalComma, PercentSign Percent, IReadOnlySet<string> Missing)
{
    /// <summary>Characters that only ever separate thousands.</summary>
    private const string Groups = " '’\u00A0\u202F";

    /// <summary>True when the cell says that there is no value.</summary>
    public bool IsMissing(string text) => text.Length == 0 || Missing.Contains(text);

    /// <summary>The cell's number; false for anything else. Thousands separators are never guessed at: 1,234 may be either.</summary>
    public bool TryRead(string text, out double value)
    {
        var share = false;
        if (text.EndsWith('%') && Percent != PercentSign.Unsaid)
        {
            share = Percent == PercentSign.Share;
            text = text[..^1].TrimEnd();
        }

        if (DecimalComma)
        {
            text = text.Contains('.') ? "" : text.Replace(',', '.');
        }

        var read = NumberText.TryValue(text, out value);
        value = share ? value / 100 : value;
        return read;
    }

    /// <summary>Why a cell is no number, and what to do.</summary>
    public string WhyNot(string text) =>
        $"Expected a number with a decimal {(DecimalComma ? "comma" : "point")}, found '{text}'."
        + (text.EndsWith('%') ? " Set the option 'percent' to shown (45% is 45) or share (45% is 0.45)."
            : IsGrouped(text) ? " Thousands separators are not read: write plain digits."
            : IsOther(text) ? $" Set the option 'decimal' to {(DecimalComma ? "point" : "comma")} if the whole table writes so."
            : "");

    private bool IsOther(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>Digits with several separators, or with one that only groups.</summary>
    private static bool IsGrouped(string text) =>
        text.All(character => char.IsAsciiDigit(character) || character is '-' or ',' or '.' || Groups.Contains(character))
        && (text.Count(character => character is ',' or '.') > 1 || text.Any(Groups.Contains));
}
