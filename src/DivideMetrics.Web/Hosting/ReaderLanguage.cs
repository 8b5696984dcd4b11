using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Net.Http.Headers;

namespace DivideMetrics.Web.Hosting;

/// <summary>Marks an endpoint beside the pages that answers in the language that its address names: pictures, suggestions of the search.</summary>
internal sealed class SpeaksLanguages;

/// <summary>
/// The language of an answer. Pages: what the address says (<c>lang=fr</c>), else what the browser prefers. Pictures: what the address says. The
/// connection of a page: what the page says. Everything else (figures, feeds, the API) is in English for everybody: a file must not depend on who asks for it.
/// </summary>
internal static class ReaderLanguage
{
    /// <summary>Name of the query parameter.</summary>
    public const string Parameter = "lang";

    /// <summary>Name of the parameter by which a page without a choice in its address tells its connection what it speaks; js/start.js writes it.</summary>
    private const string OfConnection = "spoken";

    /// <summary>Sets the language of each request; goes after routing.</summary>
    public static void UseReaderLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var endpoint = context.GetEndpoint()?.Metadata;
        var isPage = endpoint?.GetMetadata<ComponentTypeMetadata>() is not null;
        var isConnection = context.Request.Path.StartsWithSegments("/_blazor");
        if (isPage || isConnection || endpoint?.GetMetadata<SpeaksLanguages>() is not null)
        {
            Speak(context.Request, isPage ? Preferred(context.Request) : Language.Find(context.Request.Query[OfConnection]) ?? Language.English);
        }

        if (isPage)
        {
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            context.Response.Headers.ContentLanguage = Language.Current.Code;
        }

        return next(context);
    });

    /// <summary>What is wrong with a language that an address names; null where it is one of the six, or none is named.</summary>
    public static QueryProblem? ProblemOf(string? asked) => asked is null || Language.Find(asked) is not null ? null : new(Parameter, asked, $"one of {Language.Codes}");

    /// <summary>From here on, texts are in the language of the request: for an answer that is made outside of the pages.</summary>
    public static void Speak(HttpRequest request) => Speak(request, Preferred(request));

    private static void Speak(HttpRequest request, Language other)
    {
        var chosen = Language.Find(request.Query[Parameter]);
        Language.Speak(chosen ?? other, isChosen: chosen is not null);
    }

    /// <summary>The first of the browser's languages, best first, that the pages speak; English when it names none of them.</summary>
    private static Language Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Where(wish => wish.Quality != 0)
        .Select(wish => Language.Find(wish.Value.Value?.Split('-')[0]))
        .FirstOrDefault(language => language is not null) ?? Language.English;
}
