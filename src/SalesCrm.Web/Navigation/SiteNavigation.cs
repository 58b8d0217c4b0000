using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.Navigation;

/// <summary>The part of the <see cref="SiteMap"/> that exists, that is switched on and that a role may open.</summary>
public sealed class SiteNavigation(EndpointDataSource endpoints, IHttpContextAccessor? http = null)
{
    private readonly Lazy<HashSet<string>> _paths = new(() => endpoints.Endpoints
        .OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))
        .ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool Exists(string path) => _paths.Value.Contains(path) && http?.HttpContext.AreasOff().HasRoute(path) != true;

    public IReadOnlyList<NavigationSection> Sections(Role? role) => SiteMap.Sections
        .Select(section => section with { Entries = Visible(section.Entries, role) })
        .Where(section => section.Entries.Count > 0)
        .ToList();

    public IReadOnlyList<NavigationEntry> NewThings(Role? role) => Visible(SiteMap.NewThings, role);

    public IReadOnlyList<NavigationEntry> PhoneBar(Role? role) => Visible(SiteMap.PhoneBar, role);

    /// <summary>The entry whose path is the longest beginning of the address, so that a record marks its list.</summary>
    public static NavigationEntry? Current(IEnumerable<NavigationEntry> entries, PathString path) => entries
        .Where(entry => entry.Path == "/" ? path == "/" : path.StartsWithSegments(entry.Path, StringComparison.OrdinalIgnoreCase))
        .MaxBy(entry => entry.Path.Length);

    private List<NavigationEntry> Visible(IReadOnlyList<NavigationEntry> entries, Role? role)
        => entries.Where(entry => Exists(entry.Path) && entry.IsFor(role)).ToList();
}
