using SalesCrm.Application.Users;

namespace SalesCrm.Web.Navigation;

/// <summary>A link of the navigation. It is shown once its page exists, to the given roles or, when none is given, to everyone.</summary>
public sealed record NavigationEntry(string Title, string Icon, string Path, params Role[] Roles)
{
    public bool IsFor(Role? role) => Roles.Length == 0 || (role is { } known && Roles.Contains(known));
}

/// <summary>A heading of the navigation with its links; the first has no title.</summary>
public sealed record NavigationSection(string? Title, IReadOnlyList<NavigationEntry> Entries);
