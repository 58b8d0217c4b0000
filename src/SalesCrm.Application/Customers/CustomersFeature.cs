using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Customers.Members;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Customers.Tidy;
using SalesCrm.Application.Database;
using SalesCrm.Application.Filters;

namespace SalesCrm.Application.Customers;

internal static class CustomersFeature
{
    internal static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddSingleton<IFilterRules>(CustomerRules.All)
        .AddSingleton<ISaveFollower, Holding>()
        .AddSingleton<ISaveFollower, BuyingReferrals>()
        .AddScoped<IFigureCheck, LinkCheck>()
        .AddScoped<CustomerList>()
        .AddScoped<SeenOwners>()
        .AddScoped<SaveLifecycleRules>()
        .AddScoped<CustomerTypes>()
        .AddScoped<CustomerForm>()
        .AddScoped<CustomerPicker>()
        .AddScoped<CustomerDuplicates>()
        .AddScoped<FindDuplicates>()
        .AddScoped<INightlyJob>(services => services.GetRequiredService<FindDuplicates>())
        .AddScoped<DuplicateList>()
        .AddScoped<DismissDuplicate>()
        .AddScoped<ChangeCustomers>()
        .AddScoped<BulkPreview>()
        .AddScoped<CustomerAudience>()
        .AddScoped<PoolList>()
        .AddScoped<PoolRulesForm>()
        .AddScoped<SavePoolRules>()
        .AddScoped<PoolImpact>()
        .AddScoped<FallingCustomers>()
        .AddScoped<ClaimCustomer>()
        .AddScoped<AssignFromPool>()
        .AddScoped<ReleaseCustomer>()
        .AddScoped<DeferCustomer>()
        .AddScoped<RecycleCustomers>()
        .AddScoped<INightlyJob>(services => services.GetRequiredService<RecycleCustomers>())
        .AddScoped<TidyList>()
        .AddScoped<ConfirmCustomers>()
        .AddScoped<MarkConfidential>()
        .AddScoped<NoteAccess>()
        .AddScoped<AccessLog>()
        .AddScoped<ConfidentialDoor>()
        .AddScoped<CreateCustomer>()
        .AddScoped<EditCustomer>()
        .AddScoped<ArchiveCustomer>()
        .AddScoped<AssignCustomer>()
        .AddScoped<ShareCustomer>()
        .AddScoped<SaveContact>()
        .AddScoped<ArchiveContact>()
        .AddScoped<CustomerDetails>();
}
