using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace DivideMetrics.Web.Feeds;

/// <summary>A feed as an Atom document (RFC 4287), UTF-8.</summary>
internal static class AtomFile
{
    /// <summary>Media type of RFC 4287.</summary>
    public const string MediaType = "application/atom+xml";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true };

    public static byte[] Write(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            new Atom10FeedFormatter(feed).WriteTo(writer);
        }

        return bytes.ToArray();
    }
}
