using SalesCrm.Application.Opportunities;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>The fields that the forms of an opportunity share.</summary>
/// <param name="NeedsSource">A new one says where it came from; what an import brought without may stay so.</param>
public sealed record OpportunityFields(OpportunityInput Input, OpportunityChoices Choices, bool NeedsSource = false);
