namespace DivideMetrics.Web.Hosting;

/// <summary>Who runs this instance, as far as readers must know.</summary>
/// <param name="Contact">An e-mail address or the address of a page; null when none is configured.</param>
public sealed record Operator(string? Contact)
{
    /// <summary>Where the contact leads; null when there is none.</summary>
    public string? ContactLink => Contact is null || IsPage(Contact) ? Contact : $"mailto:{Contact}";

    /// <summary>True for what can be a contact: <c>name@example.org</c> or <c>https://example.org/contact</c>.</summary>
    public static bool IsContact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('@');
        return IsPage(text) || (parts.Length == 2 && parts.All(part => part.Length > 0) && !text.Any(char.IsWhiteSpace) && !text.Contains(':', StringComparison.Ordinal));
    }

    private static bool IsPage(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
