namespace SalesCrm.Web.Pages.Shared;

/// <summary>The foot of a list that is paged by keys. <paramref name="Before"/> and <paramref name="After"/> are the cursors of the neighbouring pages, null where there is none.</summary>
/// <param name="Total">Rows of the whole list.</param>
/// <param name="Shown">Rows on this page.</param>
/// <param name="Noun">A sentence with the total, e.g. 共 {0} 家.</param>
public sealed record Pager(long Total, int Shown, string? Before, string? After, string Noun = "共 {0} 条");
