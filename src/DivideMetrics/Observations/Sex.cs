namespace DivideMetrics.Observations;

/// <summary>SDMX dimension SEX (code list CL_SEX).</summary>
public enum Sex
{
    /// <summary>Both sexes, code <c>_T</c>.</summary>
    Total,

    /// <summary>Female, code <c>F</c>.</summary>
    Female,

    /// <summary>Male, code <c>M</c>.</summary>
    Male,
}

/// <summary>Codes of <see cref="Sex"/> as SDMX writes them.</summary>
public static class SexCodes
{
    /// <summary>The SDMX code: <c>_T</c>, <c>F</c> or <c>M</c>.</summary>
    public static string Code(this Sex sex) => sex switch
    {
        Sex.Female => "F",
        Sex.Male => "M",
        _ => "_T",
    };

    /// <summary>Reads <c>_T</c>, <c>F</c> or <c>M</c>; false for any other text.</summary>
    public static bool TryParse(string? code, out Sex sex)
    {
        sex = code switch { "F" => Sex.Female, "M" => Sex.Male, _ => Sex.Total };
        return code is "_T" or "F" or "M";
    }
}
