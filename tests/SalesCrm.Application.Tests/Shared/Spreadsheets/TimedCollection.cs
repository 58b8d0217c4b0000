namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

/// <summary>Tests with a time limit run one after the other, so that they measure the product and not each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimedCollection
{
    public const string Name = "Timed";
}
