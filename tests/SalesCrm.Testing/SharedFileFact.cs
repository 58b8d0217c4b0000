using Xunit;

namespace SalesCrm.Testing;

/// <summary>Tests that need the sample files; reported as skipped where they are not at hand.</summary>
public sealed class SharedFileFactAttribute : FactAttribute
{
    public SharedFileFactAttribute() => Skip = SharedFileTheoryAttribute.Reason;
}

/// <inheritdoc cref="SharedFileFactAttribute"/>
public sealed class SharedFileTheoryAttribute : TheoryAttribute
{
    internal static string? Reason => SharedFiles.Folder is null ? "The sample files are not at hand (SALESCRM_DATA)." : null;

    public SharedFileTheoryAttribute() => Skip = Reason;
}
