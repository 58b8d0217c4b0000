using SalesCrm.Application.Database;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers;

/// <summary>Somebody besides the owner who may read or edit a customer's file.</summary>
internal sealed class CustomerMember : IAudited
{
    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public Customer? Customer { get; init; }
    public long UserId { get; init; }
    public User? User { get; init; }
    public MemberAccess Access { get; set; }
}
