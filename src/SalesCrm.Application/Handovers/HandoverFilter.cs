using SalesCrm.Application.Customers;
using SalesCrm.Application.Grading;

namespace SalesCrm.Application.Handovers;

/// <summary>What narrows the customers that are divided by hand; travels in the address.</summary>
/// <param name="Province">As the customer's file has it.</param>
/// <param name="Grade">His grade.</param>
/// <param name="IndustryId">His industry.</param>
/// <param name="Part">In this receiver's part; 0 for in nobody's, -1 for in anybody's.</param>
public sealed record HandoverFilter(string? Province = null, Grade? Grade = null, long? IndustryId = null, long? Part = null)
{
    public bool IsEmpty => this == new HandoverFilter();

    internal IQueryable<Customer> Apply(HandoverParts parts)
    {
        var customers = Part == 0 ? parts.FreeCustomers : parts.Customers;
        customers = Part is > 0 or < 0 ? customers.Where(row => parts.Items(HandoverKind.Customer).Any(item => item.RecordId == row.Id && (Part < 0 || item.Receiver!.UserId == Part))) : customers;
        customers = customers.InProvince(Province);
        customers = Grade is { } grade ? customers.Where(row => row.Grade == grade) : customers;
        return IndustryId is { } industry ? customers.Where(row => row.IndustryId == industry) : customers;
    }
}
