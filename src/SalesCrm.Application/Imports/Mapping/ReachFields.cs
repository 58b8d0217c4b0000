namespace SalesCrm.Application.Imports.Mapping;

/// <summary>The fields of one person among which a column such as 联系方式 is divided; a kind that keeps one number has no place for a second.</summary>
internal sealed record ReachFields(string Name, string Title, string Email, string? Mobile = null, string? Phone = null);
