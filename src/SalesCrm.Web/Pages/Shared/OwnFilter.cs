using SalesCrm.Application.Fields;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>The part of a list's filter that is about the admin's own fields.</summary>
public sealed record OwnFilter(FieldSubject Subject, FieldFilter? Filter);
