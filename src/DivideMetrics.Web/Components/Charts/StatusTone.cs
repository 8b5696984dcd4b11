using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Classes of app.css that give a status its tone. A tone never stands alone: a symbol or a word is beside it.</summary>
internal static class StatusTone
{
    /// <summary>The class of a status, short because a matrix holds thousands of them.</summary>
    public static string Of(ProgressStatus status) => status.Category switch
    {
        "met" => "t-m",
        "on-track" => "t-o",
        "fair" or "acceleration" => "t-f",
        "limited" => "t-l",
        "stagnation" or "deterioration" or "off-track" => "t-s",
        _ => "t-n",
    };
}
