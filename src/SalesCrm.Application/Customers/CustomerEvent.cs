using SalesCrm.Application.Database;

namespace SalesCrm.Application.Customers;

/// <summary>A dated event worth remembering (特殊事件): an anniversary, a complaint, a change of buyer.</summary>
internal sealed class CustomerEvent : IAudited
{
    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public DateOnly On { get; set; }
    public required string Text { get; set; }
    public long? CreatedById { get; init; }
}
