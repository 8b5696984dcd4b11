using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace DivideMetrics.Web.Components.Controls;

/// <summary>The page of now's address in another state; everything else that was chosen stays.</summary>
internal static class StateLinks
{
    /// <summary>With the figures of now.</summary>
    public static string Now(NavigationManager navigation) =>
        navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { [StateQuery.AsOf] = null, [StateQuery.Seen] = null });

    /// <summary>With another day of one of the two.</summary>
    public static string With(NavigationManager navigation, string parameter, DateOnly day) =>
        navigation.GetUriWithQueryParameter(parameter, QueryReading.Written(day));
}
