using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Deals;

internal static class DealsFeature
{
    internal static IServiceCollection AddDeals(this IServiceCollection services) => services
        .AddScoped<DealChanges>()
        .AddScoped<RecordDeal>()
        .AddScoped<EditDeal>()
        .AddScoped<DealList>()
        .AddScoped<CustomerDeals>()
        .AddScoped<DealForm>()
        .AddScoped<SaveDiscountLimits>()
        .AddScoped<SalesChoices>()
        .AddScoped<IFigureCheck, DealFigureCheck>();
}
