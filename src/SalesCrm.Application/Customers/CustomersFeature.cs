using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Customers;

internal static class CustomersFeature
{
    internal static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddScoped<CustomerList>()
        .AddScoped<CustomerForm>()
        .AddScoped<CustomerPicker>()
        .AddScoped<CustomerDuplicates>()
        .AddScoped<CreateCustomer>()
        .AddScoped<EditCustomer>()
        .AddScoped<ArchiveCustomer>();
}
