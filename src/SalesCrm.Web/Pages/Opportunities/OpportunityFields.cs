using SalesCrm.Application.Opportunities;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>The fields that the forms of an opportunity share.</summary>
public sealed record OpportunityFields(OpportunityInput Input, OpportunityChoices Choices);
