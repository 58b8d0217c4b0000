using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Deals;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>What the selects of deals and opportunities offer.</summary>
public static class SalesOptions
{
    public static IEnumerable<SelectListItem> Of(IEnumerable<SalesChoices.Choice> choices)
        => choices.Select(choice => new SelectListItem(choice.Name, choice.Id.ToString(CultureInfo.InvariantCulture)));
}
