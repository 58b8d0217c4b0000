namespace SalesCrm.Application.Database;

/// <summary>
/// Marks a property that follows from others and from the moment: it cannot be computed anew, so that the trail keeps what people's changes made of it and undoing finds what was there before. It is no
/// change that a person makes, and gives the record no new version.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RetracedAttribute : Attribute
{
    /// <summary>Written beside other changes of the record and never alone.</summary>
    public bool IsOnlyBeside { get; init; }
}
