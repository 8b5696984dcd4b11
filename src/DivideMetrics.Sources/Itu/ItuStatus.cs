using System.Globalization;
using System.Text.RegularExpressions;
using DivideMetrics.Observations;

namespace DivideMetrics.Sources.Itu;

/// <summary>
/// OBS_STATUS from what the DataHub says in words. The first that holds: estimated (E), break (B), provisional (P), unreliable (U), an age
/// scope narrower than five years and older, which is the definition (D); else A.
/// </summary>
internal static partial class ItuStatus
{
    private const int UsualLeastAge = 5;

    public static ObsStatus Of(string note, string source)
    {
        if (Says(source, "ITU estimate") || Estimated().IsMatch(note))
        {
            return ObsStatus.E;
        }

        if (note.Length == 0)
        {
            return ObsStatus.A;
        }

        return Says(note, "break in") ? ObsStatus.B
            : Says(note, "provisional") || Says(note, "preliminary") ? ObsStatus.P
            : Says(note, "not statistically reliable") || Says(note, "low reliability") ? ObsStatus.U
            : HasNarrowAges(note) ? ObsStatus.D
            : ObsStatus.A;
    }

    private static bool HasNarrowAges(string note) =>
        Ages().Match(note) is { Success: true } ages
        && (ages.Groups["to"].Success || int.Parse(ages.Groups["from"].ValueSpan, CultureInfo.InvariantCulture) > UsualLeastAge);

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\bestimate[ds]?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Estimated();

    [GeneratedRegex(
        @"\bage[ds]?\s+(?<from>[0-9]{1,2})\b\s*(?:(?:-|–|to)\s*(?<to>[0-9]{1,2})\b|\+|(?:years\s+)?and\s+(?:older|over|above)|years)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ages();
}
