namespace SalesCrm.Web.Pages.Shared;

/// <summary>How saved filters are shown above a list.</summary>
public static class SavedMenu
{
    /// <summary>As many stand as tabs; the others are in the menu.</summary>
    public const int Tabs = 4;
}
