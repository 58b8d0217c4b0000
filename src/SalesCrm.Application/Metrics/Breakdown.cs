namespace SalesCrm.Application.Metrics;

/// <summary>Into which scopes the figures of a period are broken down; its name in lower case stands in addresses and commands.</summary>
public enum Breakdown
{
    /// <summary>One row: all that the reader reaches.</summary>
    Company = 1,

    /// <summary>The teams directly below the root.</summary>
    Office = 2,

    /// <summary>The leader of the rep's nearest led team.</summary>
    Manager = 3,

    Rep = 4,
    Source = 5,
    Industry = 6,
    Grade = 7,
}
