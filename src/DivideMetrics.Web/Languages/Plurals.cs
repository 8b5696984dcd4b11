namespace DivideMetrics.Web.Languages;

/// <summary>Which form of a text goes with a count (Unicode CLDR, cardinal plural rules for integers).</summary>
public static class Plurals
{
    /// <summary>The form that every text with a count has.</summary>
    public const string Other = "other";

    /// <summary>The forms that a language distinguishes, in CLDR's order; the last is <see cref="Other"/>.</summary>
    public static IReadOnlyList<string> FormsOf(Language language) => language.Code switch
    {
        "ar" => ["zero", "one", "two", "few", "many", Other],
        "ru" => ["one", "few", "many", Other],
        "zh" => [Other],
        _ => ["one", Other],
    };

    /// <summary>The form for a count. The form of whole millions in French and Spanish (<c>many</c>) is not distinguished: counts there are not written with it.</summary>
    public static string FormOf(Language language, long count)
    {
        var n = Math.Abs(count);
        return language.Code switch
        {
            "ar" => Arabic(n),
            "ru" => Russian(n),
            "zh" => Other,
            "fr" => n < 2 ? "one" : Other,
            _ => n == 1 ? "one" : Other,
        };
    }

    /// <summary>The form for a number that may have decimals.</summary>
    public static string FormOf(Language language, double number) =>
        double.IsInteger(number) ? FormOf(language, (long)number) : language.Code == "fr" && Math.Abs(number) < 2 ? "one" : Other;

    private static string Arabic(long n) => (n, n % 100) switch
    {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, >= 3 and <= 10) => "few",
        (_, >= 11) => "many",
        _ => Other,
    };

    private static string Russian(long n) => (n % 10, n % 100) switch
    {
        (1, not 11) => "one",
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };
}
