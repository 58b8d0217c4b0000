using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using SalesCrm.Application.Users;
using SalesCrm.Web.Navigation;

namespace SalesCrm.Web.Tests.Navigation;

public sealed class SiteNavigationTests
{
    private static SiteNavigation With(params string[] paths) => new(new DefaultEndpointDataSource(
        paths.Select(path => new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0, null, path))));

    [Fact]
    public void Shows_only_pages_that_exist()
    {
        var titles = With("customers", "leads").Sections(Role.Rep).SelectMany(section => section.Entries).Select(entry => entry.Path);
        Assert.Equal(["/customers", "/leads"], titles);
    }

    [Fact]
    public void Shows_only_what_the_role_may_open()
    {
        var navigation = With("admin/users", "customers");
        Assert.DoesNotContain(navigation.Sections(Role.Rep).SelectMany(section => section.Entries), entry => entry.Path == "/admin/users");
        Assert.Contains(navigation.Sections(Role.Admin).SelectMany(section => section.Entries), entry => entry.Path == "/admin/users");
    }

    [Theory]
    [InlineData("/customers/12/edit", "/customers")]
    [InlineData("/customers/pool", "/customers/pool")]
    [InlineData("/customersx", null)]
    [InlineData("/", "/")]
    public void Marks_the_nearest_entry(string path, string? expected)
    {
        var entries = SiteMap.Sections.SelectMany(section => section.Entries);
        Assert.Equal(expected, SiteNavigation.Current(entries, new PathString(path))?.Path);
    }
}
