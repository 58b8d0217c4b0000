namespace SalesCrm.Application.Shared.Paging;

/// <summary>The orders that a list offers; the first is its own.</summary>
internal sealed class ListOrders<T>(params ListOrder<T>[] orders)
    where T : class
{
    public ListOrder<T> Named(string? name) => orders.FirstOrDefault(order => order.Name == name) ?? orders[0];
}
