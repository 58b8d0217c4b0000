namespace SalesCrm.Application.Database;

/// <summary>Marks a property that is derived or secret, and so does not belong into the audit trail.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotAuditedAttribute : Attribute;
