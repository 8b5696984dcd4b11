using DivideMetrics.Indicators;

namespace DivideMetrics.Seeds;

/// <summary>
/// That goalposts can score, and that what the gap index takes counts nothing twice: no composite stands in it, no part beside its whole, and
/// no index beside what it is made of.
/// </summary>
internal sealed class ScoreChecks(SeedProblems problems, IReadOnlyDictionary<string, Indicator> known)
{
    public void Check(IReadOnlyList<SeedDocument> documents)
    {
        foreach (var document in documents)
        {
            var indicator = known[document.Id];
            if (indicator.Goalposts is { } posts)
            {
                Goalposts(document, indicator, posts);
            }

            if (indicator.Composite is { } composite)
            {
                Roles(document, indicator, composite);
            }
        }
    }

    private void Goalposts(SeedDocument document, Indicator indicator, Goalposts posts)
    {
        var rises = posts.High > posts.Low;
        var fits = indicator.Direction switch { Direction.Up => rises, Direction.Down => posts.High < posts.Low, _ => false };
        if (!fits)
        {
            Tell(document, "goalposts", "expected high above low where higher is better, below it where lower is, and a direction");
        }

        if (posts.Log && Math.Min(posts.Low, posts.High) <= -1)
        {
            Tell(document, "goalposts.log", "a logarithm needs goalposts above -1");
        }

        if (indicator.Composite is not null)
        {
            Tell(document, "goalposts", "a composite never enters the gap index and has no goalposts");
        }

        if (indicator.PartOf is { } whole && known.GetValueOrDefault(whole)?.Goalposts is not null)
        {
            Tell(document, "goalposts", $"'{whole}' has goalposts and holds this part already; score one of them");
        }
    }

    /// <summary>The roles are indicators that exist, and where the index as published is scored none of them is.</summary>
    private void Roles(SeedDocument document, Indicator indicator, Composite composite)
    {
        var published = indicator.PartOf is { } whole ? known.GetValueOrDefault(whole) : null;
        foreach (var (role, id) in composite.Roles)
        {
            var path = $"composite.roles['{role}']";
            if (!known.TryGetValue(id, out var part))
            {
                Tell(document, path, $"unknown indicator '{id}'; it must stand in seeds/indicators");
            }
            else if (part.Composite is not null)
            {
                Tell(document, path, $"'{id}' is itself a composite; an index is made of indicators with figures");
            }
            else if (published?.Goalposts is not null && part.Goalposts is not null)
            {
                Tell(document, path, $"'{id}' has goalposts and so has '{published.Id}', which is made of it; score one of them");
            }
        }
    }

    private void Tell(SeedDocument document, string path, string reason) => problems.Add(document.File.Name, document.LineOf(path), reason);
}
