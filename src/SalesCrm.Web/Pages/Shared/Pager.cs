using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>The foot of a list: how many rows there are, which are shown, and the neighbouring pages.</summary>
/// <param name="Noun">The sentence with the total, e.g. 共 {0} 家.</param>
public sealed record Pager(string Noun, int Total, int First, int Shown, string? Previous, string? Next)
{
    public static Pager Of<T>(Page<T> page, string noun = "共 {0} 条") => new(noun, page.Total, page.First, page.Rows.Count, page.Previous, page.Next);
}
