namespace DivideMetrics.Web.Commands;

/// <summary>Looks at the home folder.</summary>
internal static class HomeCheck
{
    private const long Little = 2_000_000_000;
    private const long TooLittle = 200_000_000;

    /// <summary>Whether it can be written, and how much room there is.</summary>
    public static IEnumerable<Check> Examine(string home)
    {
        if (!Directory.Exists(home))
        {
            return [Check.Warn("home", $"{home} does not exist yet; the first start makes it.")];
        }

        try
        {
            var trial = Path.Combine(home, $".doctor-{Guid.NewGuid():n}");
            File.WriteAllText(trial, "");
            File.Delete(trial);
            return [Room(home, new DriveInfo(home).AvailableFreeSpace)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [Check.Fail(
                "home",
                $"{home} cannot be written: {failure.Message} Give the program's user the right to, "
                + "or name another folder with DIVIDEMETRICS_HOME.")];
        }
    }

    private static Check Room(string home, long free)
    {
        var found = FormattableString.Invariant($"{home} can be written, {free / 1_000_000} MB are free");
        return free < TooLittle ? Check.Fail("home", $"{found}. Make room: imports fail on a full disk.")
            : free < Little ? Check.Warn("home", $"{found}. Make room before the next imports.")
            : Check.Ok("home", found);
    }
}
