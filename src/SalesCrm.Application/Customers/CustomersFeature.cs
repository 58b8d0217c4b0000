using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Customers.Members;
using SalesCrm.Application.Database;
using SalesCrm.Application.Filters;

namespace SalesCrm.Application.Customers;

internal static class CustomersFeature
{
    internal static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddSingleton<IFilterRules>(CustomerRules.All)
        .AddScoped<CustomerList>()
        .AddScoped<CustomerForm>()
        .AddScoped<CustomerPicker>()
        .AddScoped<CustomerDuplicates>()
        .AddScoped<FindDuplicates>()
        .AddScoped<INightlyJob>(services => services.GetRequiredService<FindDuplicates>())
        .AddScoped<DuplicateList>()
        .AddScoped<MergeForm>()
        .AddScoped<MergeCandidates>()
        .AddScoped<MergeCustomers>()
        .AddScoped<DismissDuplicate>()
        .AddScoped<ChangeCustomers>()
        .AddScoped<CustomerAudience>()
        .AddScoped<CreateCustomer>()
        .AddScoped<EditCustomer>()
        .AddScoped<ArchiveCustomer>()
        .AddScoped<AssignCustomer>()
        .AddScoped<ShareCustomer>()
        .AddScoped<SaveContact>()
        .AddScoped<ArchiveContact>()
        .AddScoped<CustomerDetails>();
}
