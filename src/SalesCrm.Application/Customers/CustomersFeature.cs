using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Customers.Members;

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
        .AddScoped<ArchiveCustomer>()
        .AddScoped<AssignCustomer>()
        .AddScoped<ShareCustomer>()
        .AddScoped<SaveContact>()
        .AddScoped<ArchiveContact>()
        .AddScoped<CustomerDetails>();
}
