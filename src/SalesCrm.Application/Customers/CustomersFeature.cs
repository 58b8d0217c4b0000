using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Customers;

internal static class CustomersFeature
{
    internal static IServiceCollection AddCustomers(this IServiceCollection services) => services;
}
