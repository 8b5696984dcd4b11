using DivideMetrics.Web.Languages;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Net.Http.Headers;

namespace DivideMetrics.Web.Hosting;

/// <summary>
/// The language of an answer. Pages: what the address says (<c>lang=fr</c>), else what the browser prefers. Pictures and circuits: what the address
/// says. Everything else (figures, feeds, the API) is in English for everybody: a file must not depend on who asks for it.
/// </summary>
internal static class ReaderLanguage
{
    /// <summary>Name of the query parameter.</summary>
    public const string Parameter = "lang";

    /// <summary>Sets the language of each request; goes after routing.</summary>
    public static void UseReaderLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (Chosen(context.Request) is { } chosen)
        {
            Language.Speak(chosen, isChosen: true);
        }
        else if (isPage)
        {
            Language.Speak(Preferred(context.Request), isChosen: false);
        }

        if (isPage)
        {
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            context.Response.Headers.ContentLanguage = Language.Current.Code;
        }

        return next(context);
    });

    /// <summary>From here on, texts are in the language of the request: for an answer that is made outside of the pages.</summary>
    public static void Speak(HttpRequest request)
    {
        var chosen = Chosen(request);
        Language.Speak(chosen ?? Preferred(request), isChosen: chosen is not null);
    }

    private static Language? Chosen(HttpRequest request) => Language.Find(request.Query[Parameter]);

    /// <summary>The first of the browser's languages, best first, that the pages speak; English when it names none of them.</summary>
    private static Language Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Where(wish => wish.Quality != 0)
        .Select(wish => Language.Find(wish.Value.Value?.Split('-')[0]))
        .FirstOrDefault(language => language is not null) ?? Language.English;
}
