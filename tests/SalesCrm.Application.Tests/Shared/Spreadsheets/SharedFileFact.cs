using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

/// <summary>Tests that need the sample files; reported as skipped where they are not at hand.</summary>
internal sealed class SharedFileFactAttribute : FactAttribute
{
    public SharedFileFactAttribute() => Skip = SharedFileTheoryAttribute.Reason;
}

/// <inheritdoc cref="SharedFileFactAttribute"/>
internal sealed class SharedFileTheoryAttribute : TheoryAttribute
{
    internal static string? Reason => SharedFiles.Folder is null ? "The sample files are not at hand (SALESCRM_DATA)." : null;

    public SharedFileTheoryAttribute() => Skip = Reason;
}
