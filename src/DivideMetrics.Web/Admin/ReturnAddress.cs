namespace DivideMetrics.Web.Admin;

/// <summary>Where to go after signing in: only into the admin area of this very server.</summary>
internal static class ReturnAddress
{
    /// <summary>Where to go when nothing better is asked.</summary>
    public const string Default = "/admin/jobs";

    /// <summary>The address when it is <c>/admin</c> or a plain path below it, else <see cref="Default"/>.</summary>
    public static string Of(string? asked) =>
        asked is not null
        && (asked == AdminArea.Path || asked.StartsWith("/admin/", StringComparison.Ordinal))
        && !asked.StartsWith(AdminArea.SignInPath, StringComparison.Ordinal)
        && !asked.StartsWith(AdminArea.SignOutPath, StringComparison.Ordinal)
        && !asked.Any(character => char.IsControl(character) || character is '\\')
        && Uri.IsWellFormedUriString(asked, UriKind.Relative)
            ? asked
            : Default;
}
