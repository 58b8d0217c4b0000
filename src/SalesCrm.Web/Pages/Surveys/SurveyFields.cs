using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Surveys;

namespace SalesCrm.Web.Pages.Surveys;

/// <summary>The fields that the forms of an answer share.</summary>
public sealed record SurveyFields(SurveyInput Input, SurveyForm.Subject Subject)
{
    /// <summary>One to five; made anew for each field, because a field marks the one that it holds.</summary>
    public static IReadOnlyList<SelectListItem> Points() => Enumerable.Range(1, 5).Select(points => points.ToString(CultureInfo.InvariantCulture)).Select(points => new SelectListItem(points, points)).ToList();
}
