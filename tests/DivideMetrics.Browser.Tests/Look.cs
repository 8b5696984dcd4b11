namespace DivideMetrics.Browser.Tests;

/// <summary>How a reader looks at a page.</summary>
/// <param name="Name">For screenshots.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Dark">Colour scheme.</param>
/// <param name="Touch">True for a finger in place of a mouse.</param>
/// <param name="Locale">What the browser prefers, BCP 47.</param>
public sealed record Look(string Name, int Width, int Height, bool Dark, bool Touch = false, string Locale = Look.English)
{
    private const string English = "en-GB";
    private const string ArabicLocale = "ar";

    /// <summary>A desk, by day.</summary>
    public static Look Light { get; } = new("light", 1440, 900, Dark: false);

    /// <summary>A desk, by night.</summary>
    public static Look Night { get; } = new("dark", 1440, 900, Dark: true);

    /// <summary>A small telephone, by day.</summary>
    public static Look Phone { get; } = new("phone", 360, 740, Dark: false, Touch: true);

    /// <summary>A small telephone, by night.</summary>
    public static Look NightPhone { get; } = new("phone-dark", 360, 740, Dark: true, Touch: true);

    /// <summary>Every look by name.</summary>
    public static Look Of(string name) => new[] { Light, Night, Phone, NightPhone }.Single(look => look.Name == name);

    /// <summary>The same look of a reader of Arabic: from right to left.</summary>
    public Look InArabic() => this with { Name = Name + "-ar", Locale = ArabicLocale };

    /// <summary>True when texts run from right to left.</summary>
    public bool IsRightToLeft => Locale == ArabicLocale;
}
