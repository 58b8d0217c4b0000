using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Users;

namespace SalesCrm.Application;

/// <summary>The only composition root of the product: calls each feature's registration.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddSalesCrm(this IServiceCollection services, DatabaseEngine engine)
    {
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddDatabase(engine)
            .AddUsers()
            .AddCustomers()
            .AddSalesMetrics();
        return services;
    }
}
