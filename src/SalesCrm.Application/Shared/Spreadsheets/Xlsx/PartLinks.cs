namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>The relationships of one part. Targets outside the file are left out, so that nothing can follow them.</summary>
internal sealed class PartLinks
{
    private readonly List<(string Id, string Type, string Target)> _links = [];

    private PartLinks()
    {
    }

    /// <param name="package">The file.</param>
    /// <param name="part">The part they belong to; empty for those of the whole file.</param>
    public static PartLinks Of(XlsxPackage package, string part)
    {
        var links = new PartLinks();
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        using var reader = package.Read($"{folder}_rels/{part[slash..]}.rels");
        while (reader?.NextElement() == true)
        {
            var xml = reader.Xml;
            if (xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External")
            {
                links._links.Add((xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, xml.GetAttribute("Target") ?? "")));
            }
        }

        reader?.Finish();
        return links;
    }

    /// <summary>By the end of the type, which is the same in the transitional and the strict standard.</summary>
    public string? SingleTarget(string type) => _links.Find(link => link.Type.EndsWith(type, StringComparison.Ordinal)).Target;

    public string? TargetOf(string id, string type)
        => _links.Find(link => link.Id == id && link.Type.EndsWith(type, StringComparison.Ordinal)).Target;

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(0, path.Count - 1), Math.Min(1, path.Count));
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
