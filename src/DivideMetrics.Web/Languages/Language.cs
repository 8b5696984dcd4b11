using System.Globalization;

namespace DivideMetrics.Web.Languages;

/// <summary>A language that the pages speak: the six of the United Nations.</summary>
/// <param name="Code">BCP 47, as it stands in <c>lang=</c> and in <c>html lang</c>.</param>
/// <param name="Name">Its name in itself.</param>
/// <param name="DatePattern">How a day is written in full, as .NET writes patterns.</param>
/// <param name="DecimalMark">Between the integer and the fraction of a number (Unicode CLDR; digits are the European ones in all six).</param>
/// <param name="Comma">Between the members of a list (Unicode CLDR).</param>
public sealed record Language(string Code, string Name, string DatePattern, string DecimalMark, string Comma = ", ")
{
    private static readonly AsyncLocal<Language?> Spoken = new();
    private static readonly AsyncLocal<Language?> Chosen = new();

    /// <summary>English, which texts are written in.</summary>
    public static Language English { get; } = new("en", "English", "d MMMM yyyy", ".");

    /// <summary>All six, in the order in which the United Nations names them in Latin letters, then by name.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        English,
        new("fr", "Français", "d MMMM yyyy", ","),
        new("es", "Español", "d 'de' MMMM 'de' yyyy", ","),
        new("ar", "العربية", "d MMMM yyyy", ".", "، "),
        new("zh", "中文", "yyyy年M月d日", ".", "、"),
        new("ru", "Русский", "d MMMM yyyy 'г.'", ","),
    ];

    /// <summary>Their codes, for those who asked for another: <c>en, fr, es, ar, zh, ru</c>.</summary>
    public static string Codes => string.Join(", ", All.Select(language => language.Code));

    /// <summary>
    /// No language but a check of the pages (<c>lang=qps</c>): every text that goes through <see cref="Text"/> stands in ⟦ ⟧, so that one which does not is seen.
    /// </summary>
    public static Language Pseudo { get; } = new("qps", "⟦⟧", "'⟦'d MMMM yyyy'⟧'", ".");

    /// <summary>What the reader of this request, or of this circuit, reads.</summary>
    public static Language Current => Spoken.Value ?? English;

    /// <summary>The code that addresses must carry to stay in the language; null while the reader's browser alone decides.</summary>
    public static string? InAddresses => Chosen.Value?.Code;

    /// <summary>True for texts that run from right to left.</summary>
    public bool IsRightToLeft => Code == "ar";

    /// <summary>The direction of its texts as HTML writes it.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>For names of months and for the order of words in a list.</summary>
    public CultureInfo Culture { get; } = WithGregorianYears(Code == "qps" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(Code));

    /// <summary>The language of a code; null when it is none of the six.</summary>
    public static Language? Find(string? code) => All.Append(Pseudo).FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>From here on, in this flow of execution, texts are in a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="isChosen">True when the address names it, so that the addresses on the page must too.</param>
    public static void Speak(Language language, bool isChosen)
    {
        Spoken.Value = language;
        Chosen.Value = isChosen ? language : null;
    }

    private static CultureInfo WithGregorianYears(CultureInfo culture)
    {
        var own = (CultureInfo)culture.Clone();
        own.DateTimeFormat.Calendar = new GregorianCalendar();
        return CultureInfo.ReadOnly(own);
    }
}
