using System.Reflection;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>Refuses query parameters that an endpoint does not have, or that stand twice: a misspelt filter must not pass as "everything".</summary>
internal static class StrictQuery
{
    /// <summary>Adds the check; the known names are those of the handler's <see cref="FromQueryAttribute"/> parameters.</summary>
    public static TBuilder RefuseUnknownQuery<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilterFactory((factory, next) =>
        {
            var known = factory.MethodInfo.GetParameters().SelectMany(NamesOf).ToList();
            return context => Check(context.HttpContext.Request.Query, known) is { } problem
                ? ValueTask.FromResult<object?>(problem)
                : next(context);
        });

    private static IEnumerable<string> NamesOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<AsParametersAttribute>() is not null
            ? parameter.ParameterType.GetProperties().Select(property => NameOf(property, property.Name)).OfType<string>()
            : NameOf(parameter, parameter.Name) is { } name ? [name] : [];

    private static string? NameOf(ICustomAttributeProvider parameter, string? name) =>
        parameter.GetCustomAttributes(typeof(FromQueryAttribute), inherit: false).Cast<FromQueryAttribute>().FirstOrDefault() is { } query
            ? query.Name ?? name
            : null;

    private static IResult? Check(IQueryCollection query, IReadOnlyList<string> known)
    {
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return Problems.UnknownParameter(name, known);
            }

            if (values.Count > 1)
            {
                return Problems.Parameter(new(name, string.Join(" and ", values.AsEnumerable()), "the parameter once"));
            }
        }

        return null;
    }
}
